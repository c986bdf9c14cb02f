using CustomerValue.Customers;

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

    internal ContributionTable(ObservationWindow period, Currency currency, decimal[] revenue, decimal[]? profit, double[] share, int[] rank, double[] cumulativeShare, ContributionLevel[] level, double gini)
    {
        Period = period;
        Currency = currency;
        this.revenue = revenue;
        this.profit = profit;
        this.share = share;
        this.rank = rank;
        this.cumulativeShare = cumulativeShare;
        this.level = level;
        Gini = gini;
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

    /// <summary>Whether the contribution is counted in profit; in revenue where costs are unknown.</summary>
    public bool IsProfit => profit is not null;

    /// <summary>What is ranked and shared out: profit where known, else revenue.</summary>
    public ReadOnlySpan<decimal> Value => profit ?? revenue;

    /// <summary>The customer's part of the total, in fractions; negative for customers who cost more than they gave. 0 for all where the total is not positive.</summary>
    public ReadOnlySpan<double> Share => share;

    /// <summary>1 is the largest contribution; equal contributions share the smaller number.</summary>
    public ReadOnlySpan<int> Rank => rank;

    /// <summary>The part of the total that this customer and all ranked before give together.</summary>
    public ReadOnlySpan<double> CumulativeShare => cumulativeShare;

    /// <summary>High, middle or low.</summary>
    public ReadOnlySpan<ContributionLevel> Level => level;

    /// <summary>Gini coefficient of the contributions: 0 where all give the same, near 1 where one gives all. Negative contributions count as 0.</summary>
    public double Gini { get; }
}
