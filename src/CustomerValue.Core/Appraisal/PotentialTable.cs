using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.Residual;

namespace CustomerValue.Appraisal;

/// <summary>
/// The potential value of every buyer as columns, in major units: residual value and the counted part of one upside. Residual value is the lifetime
/// value of the appraisal's horizon, which holds the present run rate without trend. Immutable and thread-safe.
/// </summary>
public sealed class PotentialTable
{
    private readonly double[] value;
    private readonly double[] low;
    private readonly double[] high;
    private readonly double[] residual;
    private readonly double[] years;
    private readonly double[] upside;
    private readonly UpsideColumn? source;
    private readonly int[] rows;

    internal PotentialTable(PotentialColumns columns, UpsideColumn? source) =>
        (value, low, high, residual, years, upside, rows, this.source) = (columns.Value, columns.Low, columns.High, columns.Residual, columns.Years, columns.Upside, columns.Rows, source);

    /// <summary>κ, the part of the upside that is counted; null where none is.</summary>
    public required double? Kappa { get; init; }

    /// <summary>
    /// How much an interval covers at least, in [0, 1). Ends are those of the residual value's outcomes (<see cref="AppraisalOptions.IntervalLevel"/>)
    /// plus κ times those of the upside's estimate (<see cref="UpsideColumn.IntervalLevel"/>): at levels p and q the sum covers at least p + q − 1,
    /// however the two hang together. p where no upside is counted. What κ and D may be beside what they are isn't covered.
    /// </summary>
    public required double IntervalLevel { get; init; }

    /// <summary>Potential value.</summary>
    public ReadOnlySpan<double> Value => value;

    /// <summary>Lower ends of the intervals of <see cref="Value"/>.</summary>
    public ReadOnlySpan<double> Low => low;

    /// <summary>Upper ends of the intervals of <see cref="Value"/>.</summary>
    public ReadOnlySpan<double> High => high;

    /// <summary>Residual value: what comes in the horizon at the present run rate.</summary>
    public ReadOnlySpan<double> Residual => residual;

    /// <summary>D: expected years as a customer in the horizon, discounted; ≥ 0.</summary>
    public ReadOnlySpan<double> ActiveYears => years;

    /// <summary>The upside in that time if all of it were won, ≥ 0; NaN where nothing is known of the customer's, empty where no view of it was taken.</summary>
    public ReadOnlySpan<double> Upside => upside;

    /// <summary>What the upside is, for all customers; null where no view of it was taken.</summary>
    public UpsideColumn? UpsideSource => source;

    /// <summary>The sum of one buyer, part by part.</summary>
    /// <param name="row">Range: [0, buyers).</param>
    public CustomerPotential Of(int row)
    {
        ResidualValue kept = ResidualValue.OfExpectedTime(years[row], years[row] > 0 ? residual[row] / years[row] : 0);
        return Kappa is double kappa && UpsideOf(row) is { } possible ? CustomerPotential.Of(kept, possible, kappa) : CustomerPotential.Of(kept);
    }

    /// <summary>The upside of one buyer; null where nothing is known of it.</summary>
    internal Upside? UpsideOf(int row) => source is not null && rows[row] >= 0 ? source.At(rows[row], years[row]) : null;

    /// <summary>The row of a buyer in <see cref="UpsideSource"/>, or −1.</summary>
    internal int UpsideRow(int row) => source is null ? -1 : rows[row];
}
