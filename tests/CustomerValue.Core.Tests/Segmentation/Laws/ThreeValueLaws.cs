using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class ThreeValueLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new ThreeValueStrategy();

    protected override Population Population { get; } = new()
    {
        Profiles = [.. Enumerable.Range(0, 120).Select(i => new CustomerProfile { Customer = new CustomerId($"c{i:D3}"), Attributes = new Dictionary<string, string> { ["n"] = $"{i % 90}" } })],
        Columns = customers => [Of(customers, ColumnNames.Contribution, n => n % 7 == 0 ? double.NaN : n * 37 % 101), Of(customers, ColumnNames.Potential, n => n % 11 == 0 ? double.NaN : (n * 53 % 67) - 5), Of(customers, ColumnNames.Influence, n => n % 3 == 0 ? double.NaN : n % 9)],
    };

    private static NumberColumn Of(CustomerBase customers, string name, Func<int, double> value) =>
        new(name, Enumerable.Range(0, customers.Count).Select(row => value(int.Parse(customers.Profile(row)!.Attributes["n"], System.Globalization.CultureInfo.InvariantCulture))).ToArray());
}
