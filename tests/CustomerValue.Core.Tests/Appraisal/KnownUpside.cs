using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.CrossSell;

namespace CustomerValue.Tests.Appraisal;

/// <summary>Two products that each customer buys at known chances.</summary>
internal sealed class KnownUpside(CustomerId[] customers, double[] perYear, double[] low, double[] high) : UpsideColumn(customers, perYear, low, high)
{
    public override LocalizedText Source { get; } = new("products not yet owned", "尚未购买的产品");

    public override Upside At(int row, double discountedYears) => CrossSellUpside.Of([1], [PerYear[row]], [false], discountedYears);

    public override LocalizedText Explain(int row) => new($"Tea, {PerYear[row]:0} a year.", $"茶，每年{PerYear[row]:0}。");

    /// <summary>Every second buyer and a stranger who never bought: 10 a year, 20 a year, …, less or more by half.</summary>
    public static KnownUpside OfEverySecond(CustomerBase shop, double level = 0.8)
    {
        CustomerId[] customers = [.. Enumerable.Range(0, shop.Buyers).Where(row => row % 2 == 0).Select(shop.Customer).Append(new CustomerId("~stranger")).OrderBy(id => id)];
        double[] perYear = [.. customers.Select((_, i) => 10.0 * (i + 1))];
        return new(customers, perYear, [.. perYear.Select(value => value / 2)], [.. perYear.Select(value => value * 1.5)]) { IntervalLevel = level };
    }
}
