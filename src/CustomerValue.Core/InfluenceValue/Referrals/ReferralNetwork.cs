using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>Who brought whom: a forest, as each customer has at most one referrer. Rows are ordered by customer id, ordinally. Immutable.</summary>
public sealed class ReferralNetwork
{
    private readonly KeyIndex keys;
    private readonly int[] rowOfKey;
    private readonly CustomerId[] customers;
    private readonly ReferralLinks links;
    private readonly int[] firstChild;
    private readonly int[] children;

    private ReferralNetwork(KeyIndex keys, int[] rowOfKey, CustomerId[] customers, ReferralLinks links)
    {
        this.keys = keys;
        this.rowOfKey = rowOfKey;
        this.customers = customers;
        this.links = links;
        (firstChild, children) = Grouping.By(links.Referrer, customers.Length);
    }

    /// <summary>Reads the referrals.</summary>
    /// <param name="referrals">The links, in any order.</param>
    /// <param name="customers">All customers there are, each of whom becomes a row; a link to anybody else is refused. Null where the links themselves say who there is.</param>
    /// <exception cref="Validation.DataRejectedException">Self-referrals, second referrers, cycles, unknown customers, probabilities outside [0, 1], negative rewards or costs; names customers and rows, the first row being 0.</exception>
    public static ReferralNetwork Of(IEnumerable<Referral> referrals, IEnumerable<CustomerId>? customers = null)
    {
        if (referrals is null)
            throw new ArgumentNullException(nameof(referrals));
        ReferralReader reader = new(customers);
        reader.Read(referrals);
        return new ReferralNetwork(reader.Keys, reader.RowOfKey, reader.Customers, reader.Links);
    }

    /// <summary>How many customers: all who refer or are referred, and all who were named.</summary>
    public int Count => customers.Length;

    /// <summary>The customers, in ordinal order.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>The row of each customer's referrer; −1 where nobody brought the customer.</summary>
    public ReadOnlySpan<int> Referrer => links.Referrer;

    internal ReferralLinks Links => links;

    /// <summary>The row of a customer, if it has one.</summary>
    public bool TryGetRow(CustomerId customer, out int row)
    {
        bool found = keys.TryGet(customer.Value, out int key);
        row = found ? rowOfKey[key] : -1;
        return found;
    }

    /// <summary>The row of a customer, −1 for none. At once where it is this row or the next, as in a list ordered by customer.</summary>
    internal int RowNear(int row, CustomerId customer)
    {
        for (int near = Math.Max(row, 0); near <= row + 1 && near < customers.Length; near++)
        {
            if (customers[near] == customer)
                return near;
        }

        return TryGetRow(customer, out int found) ? found : -1;
    }

    /// <summary>The rows that a customer brought, in ordinal order.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<int> Referred(int row) => children.AsSpan(firstChild[row], firstChild[row + 1] - firstChild[row]);

    /// <summary>When a customer was brought; null where nobody did.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public LocalDate? ReferredOn(int row) => links.Referrer[row] < 0 ? null : PurchaseSummaries.Epoch.PlusDays(links.Day[row]);

    /// <summary>The tree below a customer, itself first, each customer followed by those below it.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    /// <param name="generations">How many generations down, ≥ 0.</param>
    public IReadOnlyList<ReferralTreeNode> Tree(int row, int generations = int.MaxValue)
    {
        if (generations < 0)
            throw new ArgumentOutOfRangeException(nameof(generations), generations, "A tree has 0 generations below its root or more.");
        List<ReferralTreeNode> nodes = [];
        Stack<(int Row, int Parent, int Generation)> open = new();
        open.Push((row, -1, 0));
        while (open.Count > 0)
        {
            (int next, int parent, int generation) = open.Pop();
            nodes.Add(new ReferralTreeNode { Row = next, Customer = customers[next], Parent = parent, Generation = generation });
            ReadOnlySpan<int> below = Referred(next);
            for (int i = below.Length - 1; i >= 0 && generation < generations; i--)
                open.Push((below[i], nodes.Count - 1, generation + 1));
        }

        return nodes.AsReadOnly();
    }

    /// <summary>
    /// Credit that falls by w each generation, v = (I − wP)⁻¹wPm, over all generations. <b>Counts money several times by design</b>: each referrer above is credited anew, so the
    /// credits don't sum to the margins. A measure of reach to rank by; for money take <see cref="ReferralLedger"/>.
    /// </summary>
    /// <param name="margins">A margin a row; finite.</param>
    /// <param name="generationWeight">w, in [0, 1].</param>
    public IReadOnlyList<double> DoubleCountedCredit(ReadOnlySpan<double> margins, double generationWeight)
    {
        if (margins.Length != Count)
            throw new ArgumentException($"There are {Count} customers; got {margins.Length} margins.", nameof(margins));
        if (generationWeight is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(generationWeight), generationWeight, "The weight of a generation is in [0, 1].");
        foreach (double margin in margins)
        {
            if (double.IsNaN(margin) || double.IsInfinity(margin))
                throw new ArgumentOutOfRangeException(nameof(margins), margin, "A margin is finite.");
        }

        // Referrers after all whom they brought: breadth first from the roots, read backwards.
        int[] order = new int[Count];
        int ordered = 0;
        for (int row = 0; row < Count; row++)
        {
            if (links.Referrer[row] < 0)
                order[ordered++] = row;
        }

        for (int done = 0; done < ordered; done++)
        {
            foreach (int child in Referred(order[done]))
                order[ordered++] = child;
        }

        double[] credit = new double[Count];
        for (int i = ordered - 1; i >= 0; i--)
        {
            int row = order[i], referrer = links.Referrer[row];
            if (referrer >= 0)
                credit[referrer] += generationWeight * (margins[row] + credit[row]);
        }

        return Array.AsReadOnly(credit);
    }
}
