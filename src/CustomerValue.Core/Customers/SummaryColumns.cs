using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Customers;

/// <summary>
/// Summaries of many customers as columns, one row a customer: the only form in which models see purchases.
/// Immutable; validated as a whole when made.
/// </summary>
public sealed class SummaryColumns
{
    private readonly CustomerId[]? customers;
    private readonly int[] frequency;
    private readonly double[] recency;
    private readonly double[] age;
    private readonly double[]? spend;
    private readonly double[]? logGaps;
    private readonly double[]? logSpend;

    /// <summary>Makes columns over the given arrays, which are taken, not copied, and must not be changed afterwards.</summary>
    /// <param name="unit">The unit of <paramref name="recency"/> and <paramref name="age"/>.</param>
    /// <param name="frequency">x of every customer, ≥ 0.</param>
    /// <param name="recency">t_x of every customer, 0 ≤ t_x ≤ T; 0 where x = 0.</param>
    /// <param name="age">T of every customer, finite and ≥ 0.</param>
    /// <param name="spend">Mean repeat spend of every customer, finite; null where unknown.</param>
    /// <param name="customers">The customers' ids; null where they don't matter.</param>
    /// <param name="logGaps">Σ ln(gap) between successive purchases of every customer, 0 where x = 0; NaN where one is unknown, null where all are.</param>
    /// <param name="logSpend">Σ ln(value) of the repeat purchases of every customer, 0 where x = 0; NaN where one is unknown, null where all are.</param>
    /// <exception cref="DataRejectedException">Lengths differ or values are out of range; names every row.</exception>
    public SummaryColumns(TimeUnit unit, int[] frequency, double[] recency, double[] age, double[]? spend = null, CustomerId[]? customers = null, double[]? logGaps = null, double[]? logSpend = null)
    {
        Unit = unit;
        this.frequency = frequency ?? throw new ArgumentNullException(nameof(frequency));
        this.recency = recency ?? throw new ArgumentNullException(nameof(recency));
        this.age = age ?? throw new ArgumentNullException(nameof(age));
        this.spend = spend;
        this.customers = customers;
        this.logGaps = logGaps;
        this.logSpend = logSpend;
        Validate();
    }

    /// <summary>The unit of recency and age.</summary>
    public TimeUnit Unit { get; }

    /// <summary>How many customers.</summary>
    public int Count => frequency.Length;

    /// <summary>Whether the columns know what customers spend.</summary>
    public bool HasSpend => spend is not null;

    /// <summary>x: repeat purchases.</summary>
    public ReadOnlySpan<int> Frequency => frequency;

    /// <summary>t_x: time from first to last purchase.</summary>
    public ReadOnlySpan<double> Recency => recency;

    /// <summary>T: time from first purchase to the end of observation.</summary>
    public ReadOnlySpan<double> Age => age;

    /// <summary>m: mean spend of the repeat purchases; empty where <see cref="HasSpend"/> is false.</summary>
    public ReadOnlySpan<double> Spend => spend;

    /// <summary>Σ ln(gap) between successive purchases; NaN where one is unknown, empty where all are.</summary>
    public ReadOnlySpan<double> LogGaps => logGaps;

    /// <summary>Σ ln(value) of the repeat purchases; NaN where one is unknown, empty where all are.</summary>
    public ReadOnlySpan<double> LogSpend => logSpend;

    /// <summary>The customers' ids; empty where they were not given.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>The summary of customer <paramref name="row"/>.</summary>
    public PurchaseSummary this[int row] => PurchaseSummary.OfChecked(frequency[row], recency[row], age[row], spend is null ? 0 : spend[row], Known(logGaps, row), Known(logSpend, row));

    private static double? Known(double[]? sums, int row) => sums is null || double.IsNaN(sums[row]) ? null : sums[row];

    private void Validate()
    {
        ProblemList problems = new();
        void Length(string field, int length)
        {
            if (length != Count)
                problems.Add(null, field, length.ToString(CultureInfo.InvariantCulture), $"rows, but frequency has {Count}; every column needs one value a customer.");
        }

        Length("recency", recency.Length);
        Length("age", age.Length);
        Length("spend", spend?.Length ?? Count);
        Length("customers", customers?.Length ?? Count);
        Length("logGaps", logGaps?.Length ?? Count);
        Length("logSpend", logSpend?.Length ?? Count);
        problems.ThrowIfAny();

        for (int row = 0; row < Count; row++)
        {
            if (PurchaseSummary.Problem(frequency[row], recency[row], age[row], spend is null ? 0 : spend[row]) is { } wrong)
                problems.Add(row, wrong.Field, Convert.ToString(wrong.Value, CultureInfo.InvariantCulture), wrong.Message);
            if ((PurchaseSummary.LogProblem("logGaps", frequency[row], Known(logGaps, row)) ?? PurchaseSummary.LogProblem("logSpend", frequency[row], Known(logSpend, row))) is { } sum)
                problems.Add(row, sum.Field, Convert.ToString(sum.Value, CultureInfo.InvariantCulture), sum.Message);
        }

        problems.ThrowIfAny();
    }
}
