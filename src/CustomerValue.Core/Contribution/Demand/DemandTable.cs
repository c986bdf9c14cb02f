using CustomerValue.Contribution.Trends;
using CustomerValue.Labels;

namespace CustomerValue.Contribution.Demand;

/// <summary>The units each customer bought, how large a part of all they are, and how regularly they come: columns aligned with the customer base. Immutable.</summary>
public sealed class DemandTable
{
    private readonly decimal[] units;
    private readonly double[] share;
    private readonly int[] rank;
    private readonly DemandPattern[] patterns;
    private readonly int[] withoutQuantity;

    internal DemandTable(PeriodTable byPeriod, int[] withoutQuantity)
    {
        (ByPeriod, this.withoutQuantity) = (byPeriod, withoutQuantity);
        units = new decimal[byPeriod.Count];
        patterns = new DemandPattern[units.Length];
        for (int period = 0; period < byPeriod.Periods.Count; period++)
        {
            ReadOnlySpan<decimal> amounts = byPeriod.Amounts(period);
            for (int row = 0; row < units.Length; row++)
                units[row] += amounts[row];
        }

        decimal[] series = new decimal[byPeriod.Periods.Count];
        for (int row = 0; row < units.Length; row++)
        {
            for (int period = 0; period < series.Length; period++)
                series[period] = byPeriod.Amounts(period)[row];
            patterns[row] = DemandPattern.Of(series);
        }

        Total = units.Sum();
        share = Array.ConvertAll(units, each => Total > 0 ? (double)each / (double)Total : 0);
        rank = ContributionOrder.Ranks(units);
    }

    /// <summary>How many customers.</summary>
    public int Count => units.Length;

    /// <summary>Units by period, with each customer's trend and its reason.</summary>
    public PeriodTable ByPeriod { get; }

    /// <summary>Units of all periods, those that came back taken off; exact.</summary>
    public ReadOnlySpan<decimal> Units => units;

    /// <summary>What all bought together: the sum of <see cref="Units"/>.</summary>
    public decimal Total { get; }

    /// <summary>The customer's part of the total, in fractions; negative where more came back than was bought. 0 for all where the total is not positive.</summary>
    public ReadOnlySpan<double> Share => share;

    /// <summary>1 bought the most; equal customers share the smaller number.</summary>
    public ReadOnlySpan<int> Rank => rank;

    /// <summary>How regularly each customer buys.</summary>
    public ReadOnlySpan<DemandPattern> Patterns => patterns;

    /// <summary>Lines without a quantity in the periods; they count in nothing else.</summary>
    public ReadOnlySpan<int> LinesWithoutQuantity => withoutQuantity;

    /// <summary>
    /// Shares in whole parts that sum exactly: each row gets the whole parts of its share, and the largest remainders one more; equal remainders are served in
    /// the order of the rows. All 0 where the total is not positive.
    /// </summary>
    /// <param name="parts">How many parts are the whole: 10,000 for basis points; ≥ 1.</param>
    public long[] WholeShares(int parts = 10_000)
    {
        if (parts < 1)
            throw new ArgumentOutOfRangeException(nameof(parts), parts, "The whole has 1 part or more; 10,000 are basis points.");
        return Total > 0 ? LargestRemainder.Split(parts, units) : new long[Count];
    }

    /// <summary>What the customer of this row carries and how regularly, in one or two sentences; <see cref="ByPeriod"/> explains the trend.</summary>
    public LocalizedText Explain(int row) => DemandReason.Of(this, row);
}
