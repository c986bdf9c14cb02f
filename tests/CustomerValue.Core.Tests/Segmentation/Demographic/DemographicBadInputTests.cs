using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Demographic;

public sealed class DemographicBadInputTests
{
    [Fact]
    public void Wrong_options_are_listed_all_at_once()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new DemographicStrategy(new DemographicOptions
        {
            Fields =
            [
                DemographicFields.Income with { Key = "In come", Bands = DemographicBands.At(3, 3), Fence = 0, Most = -1 },
                DemographicFields.Gender with { Levels = [Level("other", "x"), Level("a", "M-1"), Level("b", "m 1"), Level("c")] },
                DemographicFields.Education with { Levels = [] },
                DemographicFields.Education with { Columns = ["a", "b"], Label = default, Least = 1 },
                DemographicFields.Age with { Bands = DemographicBands.Quantiles(1), Most = double.NaN, Levels = DemographicFields.Gender.Levels },
                new DemographicField { Key = "shoes", Label = new("shoes", "鞋"), Kind = DemographicKind.Number },
            ],
            Combine = ["income", "income"],
            SmallestSegment = -1,
        }));
        Assert.Equal(
            [
                "fields[0].key", "fields[0].bands", "fields[0].most", "fields[0].fence", "fields[1].levels", "fields[1].levels", "fields[1].levels", "fields[2].levels", "fields[3].label", "fields[3].columns", "fields[3].bands", "fields[3].key",
                "fields[4].bands", "fields[4].most", "fields[4].levels", "fields[0].columns", "fields[5].columns", "combine", "smallestSegment",
            ],
            refused.Problems.Select(problem => problem.Field!));
    }

    [Fact]
    public void A_population_without_the_columns_is_refused_with_those_it_has()
    {
        Assert.Contains("There are: ", Refused(Profiles.Of("shoe size", "42")), StringComparison.Ordinal);
        Assert.Contains("shoe size", Refused(Profiles.Of("shoe size", "42")), StringComparison.Ordinal);
        Assert.Contains("'Gehalt' has no column among the customers'", Refused(Profiles.Of("income", "1"), new DemographicOptions { Fields = [DemographicFields.Income with { Columns = ["Gehalt"] }] }), StringComparison.Ordinal);
        Assert.Contains("combine: 'gender' has no column among the customers'; fields found: income.", Refused(Profiles.Of("income", "1"), new DemographicOptions { Combine = ["gender"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_segmentation_needs_everything_settled()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new DemographicSegmentation([DemographicFields.Income, DemographicFields.Age with { Least = null }], ["age", "gender"]));
        Assert.Equal(["fields[0].columns", "fields[0].bands", "fields[1].columns", "fields[1].least", "combine"], refused.Problems.Select(problem => problem.Field!));
        Assert.Equal(["wholeBands"], Assert.Throws<DataRejectedException>(() => new DemographicSegmentation([DemographicFields.Gender with { Columns = ["x"] }], ["gender"], ["male"])).Problems.Select(problem => problem.Field!));

        DemographicField many = new() { Key = "city", Label = new("city", "城市"), Kind = DemographicKind.Category, Columns = ["city"], Levels = [.. Enumerable.Range(0, 200).Select(i => Level($"c{i}", $"c{i}"))] };
        Assert.Contains("1206", Assert.Throws<DataRejectedException>(() => new DemographicSegmentation([many, DemographicFields.Occupation with { Columns = ["x"], Levels = [.. many.Levels.Take(5)] }], ["city", "occupation"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        DemographicSegmentation segmentation = Profiles.Fit(Profiles.Of("sex", "f"));
        Assert.Throws<ArgumentException>(() => segmentation.Assign(Profiles.Of("sex", "f"), new int[2]));
        Assert.Throws<ArgumentException>(() => segmentation.BandsOf("income"));
        Assert.Throws<ArgumentNullException>(() => segmentation.Assign(null!, 0));
        Assert.Throws<ArgumentNullException>(() => new DemographicStrategy().Fit(null!));
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => new DemographicStrategy().Fit(Profiles.Of("sex", "f"), cancelled.Token));
    }

    [Fact]
    public void A_million_categories_are_twenty_and_the_rest()
    {
        int[] codes = [.. Enumerable.Range(0, 1_000_000)];
        TextColumn jobs = new("job", codes, [.. codes.Select(i => $"j{i:D7}")]);
        CustomerBase customers = CustomerBase.OfProfiles(Profiles.Day, codes.Select(i => new CustomerProfile { Customer = new CustomerId($"c{i:D7}"), Attributes = new Dictionary<string, string>() })).With(jobs);
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(999_980, Profiles.Segments(segmentation, customers)["occupation-other"]);
    }

    private static string Refused(CustomerBase customers, DemographicOptions? options = null) => Assert.Throws<DataRejectedException>(() => new DemographicStrategy(options).Fit(customers)).Message;

    private static DemographicLevel Level(string key, params string[] values) => new() { Key = key, Label = new LocalizedText(key, key), Values = values };
}
