using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.ThreeValues;

/// <summary>Customers c0, c1, … with three values written by hand.</summary>
internal static class ThreeValueToy
{
    public static readonly double[] Established = [1000, 800, 300, 300, 200, 100, 50, 20, 0, -30];
    public static readonly double[] Potential = [900, 10, 700, 20, 900, 5, 4, 3, 2, 1];
    public static readonly double[] Influence = [50, 40, 0, 0, 0, 0, 60, 0, 0, 0];

    public static CustomerBase Customers => Of(Established, Potential, Influence);

    /// <summary>A column that is null is not there.</summary>
    public static CustomerBase Of(double[]? established, double[]? potential, double[]? influence, Func<int, string>? name = null)
    {
        double[]?[] values = [established, potential, influence];
        string[] names = [ColumnNames.Contribution, ColumnNames.Potential, ColumnNames.Influence];
        int count = values.First(column => column is not null)!.Length;
        CustomerBase customers = CustomerBase.OfProfiles(new LocalDate(2024, 6, 30), Enumerable.Range(0, count).Select(i => new CustomerProfile
        {
            Customer = new CustomerId(name is null ? $"c{i:D4}" : name(i)),
            Attributes = new Dictionary<string, string>(),
        }));
        return customers.With([.. names.Zip(values).Where(pair => pair.Second is not null).Select(pair => new NumberColumn(pair.First, pair.Second!))]);
    }

    public static ThreeValueSegmentation Fit(CustomerBase customers, ThreeValueOptions? options = null) => new ThreeValueStrategy(options).FitThresholds(customers);

    public static string[] Keys(ThreeValueSegmentation segmentation, CustomerBase customers)
    {
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return Array.ConvertAll(segments, segment => segmentation.Segments[segment].Key);
    }

    public static string[] TierKeys(ThreeValueSegmentation segmentation, CustomerBase customers)
    {
        int[] tiers = new int[customers.Count];
        segmentation.AssignTiers(customers, tiers);
        return Array.ConvertAll(tiers, tier => segmentation.Tiers[tier].Key);
    }

    public static ThreeValueThresholds At(double established, double potential, double? influence, double middle) => new()
    {
        Established = new() { Money = established },
        Potential = new() { Money = potential },
        Influence = new() { Money = influence },
        Middle = new() { Money = middle },
    };
}
