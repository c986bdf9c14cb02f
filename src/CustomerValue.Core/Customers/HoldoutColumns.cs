using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Customers;

/// <summary>What the customers of a calibration did afterwards; rows are the calibration's. Immutable.</summary>
public sealed class HoldoutColumns
{
    private readonly int[] frequency;
    private readonly double[] spend;

    /// <summary>Makes columns over the given arrays, which are taken, not copied.</summary>
    /// <param name="length">The length of the holdout in the calibration's unit, finite and &gt; 0.</param>
    /// <param name="frequency">Purchases in the holdout, ≥ 0; purchases of one day are one.</param>
    /// <param name="spend">Mean value of those purchases, finite; 0 where there are none.</param>
    /// <exception cref="DataRejectedException">Values are out of range; names every row, the first being 0.</exception>
    public HoldoutColumns(double length, int[] frequency, double[] spend)
    {
        if (!(length > 0) || double.IsInfinity(length))
            throw new ArgumentOutOfRangeException(nameof(length), length, "A holdout has a finite length > 0.");
        this.frequency = frequency ?? throw new ArgumentNullException(nameof(frequency));
        this.spend = spend ?? throw new ArgumentNullException(nameof(spend));
        if (frequency.Length != spend.Length)
            throw new ArgumentException($"{spend.Length} spends for {frequency.Length} customers; give one a customer.", nameof(spend));
        Length = length;
        Validate();
    }

    /// <summary>The length of the holdout, in the calibration's unit.</summary>
    public double Length { get; }

    /// <summary>How many customers.</summary>
    public int Count => frequency.Length;

    /// <summary>Purchases in the holdout.</summary>
    public ReadOnlySpan<int> Frequency => frequency;

    /// <summary>Mean value of the purchases in the holdout; 0 where there are none.</summary>
    public ReadOnlySpan<double> Spend => spend;

    private void Validate()
    {
        ProblemList problems = new();
        for (int row = 0; row < Count; row++)
        {
            if (frequency[row] < 0)
                problems.Add(row, "frequency", frequency[row].ToString(CultureInfo.InvariantCulture), "is below 0; it counts the purchases of the holdout.");
            if (double.IsNaN(spend[row]) || double.IsInfinity(spend[row]))
                problems.Add(row, "spend", spend[row].ToString(CultureInfo.InvariantCulture), "is not a finite number; it is the mean value of the holdout's purchases, 0 where there are none.");
        }

        problems.ThrowIfAny();
    }
}
