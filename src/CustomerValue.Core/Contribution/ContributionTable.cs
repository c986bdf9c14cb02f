using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Contribution;

/// <summary>What every customer contributed in a period: columns aligned with the customer base. Immutable.</summary>
public sealed class ContributionTable
{
    private readonly decimal[] revenue;
    private readonly decimal[]? profit;
    private readonly double[] share;
    private readonly int[] rank;
    private readonly double[] cumulativeShare;
    private readonly ContributionLevel[] level;
    private readonly decimal[]? net;

    internal ContributionTable(ObservationWindow period, Currency currency, decimal[] revenue, decimal[]? profit, double[] share, int[] rank, double[] cumulativeShare, ContributionLevel[] level, double gini, int buyers, decimal[]? net, ContributionPart[]? parts)
    {
        Period = period;
        Currency = currency;
        this.revenue = revenue;
        this.profit = profit;
        this.share = share;
        this.rank = rank;
        this.cumulativeShare = cumulativeShare;
        this.level = level;
        this.net = net;
        Parts = Array.AsReadOnly(parts ?? []);
        Gini = gini;
        Buyers = buyers;
        Total = Value.ToArray().Sum();
    }

    /// <summary>The period counted.</summary>
    public ObservationWindow Period { get; }

    /// <summary>The currency of the money columns.</summary>
    public Currency Currency { get; }

    /// <summary>How many customers.</summary>
    public int Count => revenue.Length;

    /// <summary>Revenue less refunds.</summary>
    public ReadOnlySpan<decimal> Revenue => revenue;

    /// <summary>Revenue less cost; empty where costs are unknown.</summary>
    public ReadOnlySpan<decimal> Profit => profit;

    /// <summary>Whether costs of goods are known, and so <see cref="Profit"/>.</summary>
    public bool IsProfit => profit is not null;

    /// <summary>Whether <see cref="Value"/> is the net contribution, to which <see cref="Parts"/> sum.</summary>
    public bool IsNet => net is not null;

    /// <summary>What is ranked and shared out: the net contribution where a calculator counted it, else profit where known, else revenue.</summary>
    public ReadOnlySpan<decimal> Value => net ?? profit ?? revenue;

    /// <summary>What the net contribution is made of, in the order of the waterfall; in every row they sum exactly to <see cref="Value"/>. Empty where the calculator counts no parts.</summary>
    public IReadOnlyList<ContributionPart> Parts { get; }

    /// <summary>What all gave together: the sum of <see cref="Value"/>.</summary>
    public decimal Total { get; }

    /// <summary>The customer's part of the total, in fractions; negative for customers who cost more than they gave. 0 for all where the total is not positive.</summary>
    public ReadOnlySpan<double> Share => share;

    /// <summary>1 is the largest contribution; equal contributions share the smaller number.</summary>
    public ReadOnlySpan<int> Rank => rank;

    /// <summary>The part of the total that this customer and all ranked before give together; equal contributions are counted together, so each shows what the last of them reaches. 0 for all where the total is not positive.</summary>
    public ReadOnlySpan<double> CumulativeShare => cumulativeShare;

    /// <summary>High, middle or low.</summary>
    public ReadOnlySpan<ContributionLevel> Level => level;

    /// <summary>Gini coefficient of the contributions: 0 where all give the same, near 1 where one gives all. Negative contributions count as 0. The population's coefficient: at most (n − 1)/n.</summary>
    public double Gini { get; }

    /// <summary>How many customers bought; they come first. Gini and Pareto curve count them alone, so that a longer list of prospects changes neither.</summary>
    public int Buyers { get; }

    /// <summary>The Pareto curve: which part of the total the largest contributors give, from (0, 0) to (1, 1); straight between two customers. All values are 0 where the total is not positive.</summary>
    /// <param name="points">How many points, evenly spaced over the customers, both ends included; ≥ 2.</param>
    public IReadOnlyList<ParetoPoint> ParetoCurve(int points)
    {
        if (points < 2)
            throw new ArgumentOutOfRangeException(nameof(points), points, "A curve has 2 points or more; 101 give one a percent.");
        decimal[] descending = Descending();
        ParetoPoint[] curve = new ParetoPoint[points];
        decimal sum = 0;
        int summed = 0;
        for (int point = 0; point < points; point++)
        {
            long position = (long)Buyers * point;
            int whole = (int)(position / (points - 1));
            double part = position % (points - 1) / (points - 1.0);
            for (; summed < whole; summed++)
                sum += descending[summed];
            double reached = (double)sum + (part > 0 ? part * (double)descending[whole] : 0);
            curve[point] = new ParetoPoint(point / (points - 1.0), Total > 0 ? reached / (double)Total : 0);
        }

        return Array.AsReadOnly(curve);
    }

    /// <summary>
    /// Shares in whole parts that sum exactly, for tables that people add up: each row gets the whole parts of its share, and the largest remainders one more;
    /// equal remainders are served in the order of the rows. Negative where the contribution is. All 0 where the total is not positive.
    /// </summary>
    /// <param name="parts">How many parts are the whole: 10,000 for basis points, 1,000 for percent with one decimal; ≥ 1.</param>
    public long[] WholeShares(int parts = 10_000)
    {
        if (parts < 1)
            throw new ArgumentOutOfRangeException(nameof(parts), parts, "The whole has 1 part or more; 10,000 are basis points.");
        return Total > 0 ? LargestRemainder.Split(parts, Value.ToArray()) : new long[Count];
    }

    /// <summary>Why the customer of this row has its level: what it gave beside all, in one sentence.</summary>
    public LocalizedText Explain(int row) => ContributionReason.Of(this, row);

    private decimal[] Descending()
    {
        decimal[] buyers = Value.Slice(0, Buyers).ToArray();
        return Array.ConvertAll(ContributionOrder.Descending(buyers), row => buyers[row]);
    }
}
