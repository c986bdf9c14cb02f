using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.PotentialValue;

/// <summary>
/// One view of what customers could still buy here, as columns: products not owned or headroom in the wallet. They are the same money, so whoever
/// takes a column takes one view of it. Immutable and thread-safe.
/// </summary>
public abstract class UpsideColumn
{
    private readonly CustomerId[] customers;
    private readonly double[] perYear;
    private readonly double[] low;
    private readonly double[] high;

    /// <summary>Columns of one length, customers in ordinal order, each once.</summary>
    private protected UpsideColumn(CustomerId[] customers, double[] perYear, double[] low, double[] high) =>
        (this.customers, this.perYear, this.low, this.high) = (customers, perYear, low, high);

    /// <summary>Where the money comes from.</summary>
    public abstract LocalizedText Source { get; }

    /// <summary>How much of the uncertainty an interval covers, in (0, 1).</summary>
    public required double IntervalLevel { get; init; }

    /// <summary>The customers of whom something is known, in ordinal order.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>Margin a year if all of it were won, ≥ 0, in major units.</summary>
    public ReadOnlySpan<double> PerYear => perYear;

    /// <summary>Lower end of the interval of <see cref="PerYear"/>, ≥ 0.</summary>
    public ReadOnlySpan<double> PerYearLow => low;

    /// <summary>Upper end of the interval of <see cref="PerYear"/>.</summary>
    public ReadOnlySpan<double> PerYearHigh => high;

    /// <summary>The row of a customer, or −1 where nothing is known.</summary>
    public int RowOf(CustomerId customer) => Math.Max(-1, Array.BinarySearch(customers, customer));

    /// <summary>The upside of a customer over the time that the customer is still expected to be one.</summary>
    /// <param name="row">Range: [0, customers).</param>
    /// <param name="discountedYears">D, expected active years, discounted; finite, ≥ 0.</param>
    public abstract Upside At(int row, double discountedYears);

    /// <summary>What a customer's upside is made of, in a sentence.</summary>
    /// <param name="row">Range: [0, customers).</param>
    public abstract LocalizedText Explain(int row);
}
