using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class DemographicLaws : DemographicLawsOf
{
    protected override ISegmentationStrategy Strategy => new DemographicStrategy();
}

public sealed class DemographicWholeBandLaws : DemographicLawsOf
{
    protected override ISegmentationStrategy Strategy => new DemographicStrategy(new DemographicOptions { Combine = ["occupation", "children"], SmallestSegment = 15 });
}

public sealed class DemographicOneFieldLaws : DemographicLawsOf
{
    protected override ISegmentationStrategy Strategy => new DemographicStrategy(new DemographicOptions { Combine = ["education"] });
}

/// <summary>Customers with clean, missing, unreadable and absurd values, some alike.</summary>
public abstract class DemographicLawsOf : SegmentationLaws
{
    private static readonly string?[] Births = ["1971-10-06", "1990/2/28", "19840229", "1956", "1893", "2031-01-01", "soon", null, "2001-05-05 00:00:00"];
    private static readonly string?[] Incomes = ["52000", "48,000", null, "666666", "-3", "31000.5", "88000", "52000", "1e4", "0"];
    private static readonly string?[] Jobs = ["Manual", "manual ", "经理", null, "Clerk", "C.E.O.", "Clerk", "!!!", "…"];

    protected override Population Population { get; } = new()
    {
        Profiles = [.. Enumerable.Range(0, 240).Select(i => new CustomerProfile
        {
            Customer = new CustomerId($"c{i}"),
            Attributes = new (string Name, string? Value)[]
            {
                ("BirthDate", Births[i % 9]), ("YearlyIncome", Incomes[i / 3 % 10]), ("occupation", Jobs[i / 2 % 9]), ("Kidhome", $"{i % 4}"), ("Teenhome", i % 11 == 0 ? null : $"{i % 2}"),
                ("Education", i % 5 == 0 ? "Odd" : "PhD"), ("Gender", i % 7 == 0 ? "女" : "M"),
            }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!),
        }).Append(new CustomerProfile { Customer = new CustomerId("nothing"), Attributes = new Dictionary<string, string>() })],
        Purchases = [new Purchase { Customer = new CustomerId("buyer"), Date = Population.Day, Amount = 5 }],
    };
}
