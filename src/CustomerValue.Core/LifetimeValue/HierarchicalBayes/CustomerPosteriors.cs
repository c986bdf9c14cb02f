using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// What the posterior says of every customer, a row a customer in the order of the columns it was sampled from. The draws themselves are not kept:
/// a history costs a few numbers. Customers with the same history have the same posterior and share it. Rates are per unit of the columns.
/// </summary>
public sealed class CustomerPosteriors
{
    private readonly int[] historyOfRow;
    private readonly double[][] values;
    private readonly double[] horizons;

    internal CustomerPosteriors(int[] historyOfRow, double[] horizons, CustomerMoments[] moments)
    {
        this.historyOfRow = historyOfRow;
        this.horizons = horizons;
        values = [.. moments.Select(moment => moment.Numbers)];
    }

    /// <summary>How many customers.</summary>
    public int Count => historyOfRow.Length;

    /// <summary>The horizons that were asked for, in the columns' unit.</summary>
    public IReadOnlyList<double> Horizons => horizons;

    /// <summary>The posterior of customer <paramref name="row"/>.</summary>
    public CustomerPosterior this[int row] => new(values[historyOfRow[row]], horizons);
}
