using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Demographic;

/// <summary>On real tables every dirty value is in a band that says so, and nobody is lost. Counts and edges were found independently by pandas 2 and numpy's quantile (type 7).</summary>
public sealed class DemographicGoldenTests
{
    private static readonly string[] Income = ["low", "lower-middle", "upper-middle", "high"];

    [SkippableFact]
    public void Marketing_campaign_has_every_dirty_value_in_a_band_of_its_own()
    {
        CustomerBase customers = Campaign();
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(["age", "income", "education", "marital-status", "children"], segmentation.Fields.Select(field => field.Key));
        Assert.All(segmentation.Report(customers), report => Assert.Equal(2240, report.Bands.Sum(band => band.Customers)));

        Assert.Equal(new() { ["under-25"] = 61, ["25-34"] = 363, ["35-44"] = 740, ["45-54"] = 506, ["55-64"] = 460, ["65-and-over"] = 107, ["implausible-high"] = 3 }, Profiles.Counts(segmentation, customers, "age"));
        Assert.Equal(["1893", "1899", "1900"], Examples("age", "implausible-high").Select(example => example.Key));
        Assert.Equal(new() { ["low"] = 554, ["lower-middle"] = 553, ["upper-middle"] = 553, ["high"] = 555, ["implausible-high"] = 1, ["missing"] = 24 }, Profiles.Counts(segmentation, customers, "income"));
        Assert.Equal([new("666666", 1)], Examples("income", "implausible-high"));
        Assert.Equal(new() { ["single"] = 483, ["married"] = 864, ["together"] = 580, ["divorced"] = 232, ["widowed"] = 77, ["other"] = 4 }, Profiles.Counts(segmentation, customers, "marital-status"));
        Assert.Equal([new("Absurd", 2), new("YOLO", 2)], Examples("marital-status", "other"));
        Assert.Equal(new() { ["basic"] = 54, ["bachelor"] = 1127, ["master"] = 573, ["doctorate"] = 486 }, Profiles.Counts(segmentation, customers, "education"));
        Assert.Equal(new() { ["0"] = 638, ["1"] = 1128, ["2"] = 421, ["3-and-over"] = 53 }, Profiles.Counts(segmentation, customers, "children"));

        DemographicField income = segmentation.Fields[1];
        Assert.Equal([35284.0, 51373.0, 68487.0], income.Bands!.Edges!);
        Assert.InRange(income.Most!.Value, 501054.8658986554 * (1 - 1e-12), 501054.8658986554 * (1 + 1e-12));

        IReadOnlyList<KeyValuePair<string, int>> Examples(string field, string band) => segmentation.Report(customers).Single(report => report.Field.Key == field).Bands.Single(it => it.Band.Key == band).Examples;
    }

    [SkippableFact]
    public void Marketing_campaign_by_age_and_income_loses_nobody()
    {
        CustomerBase customers = Campaign();
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Dictionary<string, int> expected = Crossed(
            ("under-25", [24, 6, 5, 26]), ("25-34", [151, 80, 37, 90]), ("35-44", [222, 191, 170, 149]), ("45-54", [92, 136, 154, 120]), ("55-64", [59, 114, 157, 123]), ("65-and-over", [6, 25, 29, 46]));
        expected["implausible"] = 4;
        expected["incomplete"] = 24;
        Assert.Equal(expected, Profiles.Segments(segmentation, customers));
        Assert.Equal(2240, expected.Values.Sum());
        Assert.Equal(2240, segmentation.Fit.Customers);
        Assert.Contains("marital status: 4 other, such as 'Absurd', 'YOLO'.", segmentation.Fit.Warnings.Select(warning => warning.English));
        Assert.Contains("收入：1位过高存疑，如'666666'。", segmentation.Fit.Warnings.Select(warning => warning.Chinese));
    }

    [SkippableFact]
    public void AdventureWorks_18484_customers_by_default()
    {
        CustomerBase customers = Profiles.File("data/adventureworksdw/DimCustomer.csv.gz", ',', "CustomerKey", new LocalDate(2014, 1, 28));
        Assert.Equal(18484, customers.Count);
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(["age", "income", "gender", "education", "occupation", "marital-status", "children", "home-owner"], segmentation.Fields.Select(field => field.Key));
        Assert.Equal([30000.0, 60000.0, 70000.0], segmentation.Fields[1].Bands!.Edges!);
        Assert.Equal(Crossed(("25-34", [918, 1981, 526, 903]), ("35-44", [844, 1858, 1145, 2414]), ("45-54", [625, 919, 783, 1945]), ("55-64", [342, 551, 471, 1097]), ("65-and-over", [193, 395, 202, 372])), Profiles.Segments(segmentation, customers));
        Assert.Equal(new() { ["clerical"] = 2928, ["management"] = 3075, ["manual"] = 2384, ["professional"] = 5520, ["skilled-manual"] = 4577 }, Profiles.Counts(segmentation, customers, "occupation"));
        Assert.Equal(new() { ["basic"] = 1581, ["high-school"] = 3294, ["college"] = 5064, ["bachelor"] = 5356, ["master"] = 3189 }, Profiles.Counts(segmentation, customers, "education"));
        Assert.Equal(new() { ["female"] = 9133, ["male"] = 9351 }, Profiles.Counts(segmentation, customers, "gender"));
        Assert.Equal(new() { ["yes"] = 12502, ["no"] = 5982 }, Profiles.Counts(segmentation, customers, "home-owner"));
        Assert.Equal(new() { ["single"] = 8473, ["married"] = 10011 }, Profiles.Counts(segmentation, customers, "marital-status"));

        int jon = Enumerable.Range(0, customers.Count).First(row => customers.Customer(row).Value == "11000");
        SegmentAssignment assigned = segmentation.Assign(customers, jon);
        Assert.Equal("age-35-44--income-high", segmentation.Segments[assigned.Segment].Key);
        Assert.Equal("Age 35–44, income high", segmentation.Segments[assigned.Segment].Label.English);
        Assert.Equal("年龄35–44岁，收入高", segmentation.Segments[assigned.Segment].Label.Chinese);
        Assert.Equal("42 years old on 2014-01-28 (35–44), income 90,000 (high).", assigned.Reason.English);
        Assert.Equal("截至2014-01-28为42岁（35–44岁），收入90,000（高）。", assigned.Reason.Chinese);
    }

    private static CustomerBase Campaign()
    {
        CustomerBase customers = Profiles.File("data/marketing_campaign/marketing_campaign.csv", ';', "ID", Profiles.Day);
        Assert.Equal(2240, customers.Count);
        return customers;
    }

    private static Dictionary<string, int> Crossed(params (string Age, int[] Counts)[] rows) =>
        rows.SelectMany(row => row.Counts.Select((count, i) => (Key: $"age-{row.Age}--income-{Income[i]}", count))).ToDictionary(cell => cell.Key, cell => cell.count);
}
