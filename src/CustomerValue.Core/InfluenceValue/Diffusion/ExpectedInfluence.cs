using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// What customers are still expected to win from others. Customers whom somebody brought already are booked as referrals and count 0 here, so that
/// nobody is counted twice (Kumar et al. 2010). Immutable and thread-safe.
/// </summary>
public sealed class ExpectedInfluence
{
    private readonly CustomerId[] customers;

    private ExpectedInfluence(CustomerId[] customers, InfluenceGraph graph, InfluenceTable table, ReferralNetwork? booked) =>
        (this.customers, Graph, Table, Booked) = (customers, graph, table, booked);

    /// <summary>The customers, in the order of the graph's nodes, which is ordinal.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>Who may win whom.</summary>
    public InfluenceGraph Graph { get; }

    /// <summary>Every customer's influence.</summary>
    public InfluenceTable Table { get; }

    /// <summary>The referrals whose referred customers count 0; null where there are none.</summary>
    public ReferralNetwork? Booked { get; }

    /// <summary>The best ambassadors; null where nobody asked for them.</summary>
    public AmbassadorSet? Ambassadors { get; private init; }

    /// <summary>Estimates the influence of all customers of a graph.</summary>
    /// <param name="customers">One a node, in ordinal order, each once.</param>
    /// <param name="graph">Who may win whom.</param>
    /// <param name="margins">What each customer is worth once won; finite, one a node.</param>
    /// <param name="booked">Referrals that are booked as established influence; null for none.</param>
    /// <param name="options">Model, number of sets, λ; null for the defaults.</param>
    /// <param name="ambassadors">How ambassadors are chosen; null where nobody asks for them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options or margins are invalid, or customers aren't those of the graph.</exception>
    public static ExpectedInfluence Estimate(ReadOnlySpan<CustomerId> customers, InfluenceGraph graph, ReadOnlySpan<double> margins, ReferralNetwork? booked = null, InfluenceOptions? options = null, AmbassadorOptions? ambassadors = null, CancellationToken cancellationToken = default)
    {
        if (graph is null)
            throw new ArgumentNullException(nameof(graph));
        ProblemList problems = new();
        if (customers.Length != graph.Nodes)
            problems.Add(null, nameof(customers), customers.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), $"ids for {graph.Nodes} nodes; give one a node.");
        for (int row = 1; row < customers.Length; row++)
        {
            if (customers[row].CompareTo(customers[row - 1]) <= 0)
                problems.Add(row, nameof(customers), customers[row].Value, "is not after the one before it; give ids in ordinal order, each once.");
        }

        problems.ThrowIfAny();
        double[] open = margins.ToArray();
        for (int node = 0; booked is not null && node < open.Length; node++)
        {
            if (booked.TryGetRow(customers[node], out int row) && booked.ReferredOn(row) is not null)
                open[node] = 0;
        }

        return new(customers.ToArray(), graph, InfluenceValues.Estimate(graph, open, options, cancellationToken), booked)
        {
            Ambassadors = ambassadors is null ? null : Diffusion.Ambassadors.Choose(graph, open, ambassadors, cancellationToken),
        };
    }

    /// <summary>The same with ambassadors.</summary>
    /// <param name="ambassadors">Chosen on <see cref="Graph"/>; each a node, once.</param>
    /// <exception cref="DataRejectedException">An ambassador is no node of the graph, or is named twice; names each.</exception>
    public ExpectedInfluence With(AmbassadorSet ambassadors)
    {
        if (ambassadors is null)
            throw new ArgumentNullException(nameof(ambassadors));
        ProblemList problems = new();
        HashSet<int> seen = [];
        for (int i = 0; i < ambassadors.Customers.Count; i++)
        {
            int node = ambassadors.Customers[i];
            if (node < 0 || node >= Graph.Nodes || !seen.Add(node))
                problems.Add(i, nameof(ambassadors), node.ToString(System.Globalization.CultureInfo.InvariantCulture), $"is no node of the graph, or is there twice; nodes go from 0 to {Graph.Nodes - 1}.");
        }

        problems.ThrowIfAny();
        return new(customers, Graph, Table, Booked) { Ambassadors = ambassadors };
    }

    /// <summary>The node of a customer, or −1.</summary>
    public int NodeOf(CustomerId customer) => Math.Max(-1, Array.BinarySearch(customers, customer));
}
