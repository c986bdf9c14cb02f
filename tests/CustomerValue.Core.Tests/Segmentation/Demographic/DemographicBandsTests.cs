using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Rules;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.Demographic;

public sealed class DemographicBandsTests
{
    [Fact]
    public void Edges_belong_to_the_band_above_and_odd_values_to_bands_of_their_own()
    {
        CustomerBase customers = Profiles.Of("age", "9", "10", "24", "25", "34.9", "35", "110", "111", "-1", "old", null, "1e308", "NaN");
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(
            ["implausible-low", "under-25", "under-25", "25-34", "25-34", "35-44", "65-and-over", "implausible-high", "implausible-low", "unreadable", "missing", "implausible-high", "unreadable"],
            Rows(Assert.Single(segmentation.Bands(customers))));
        Assert.Equal(new() { ["age-under-25"] = 2, ["age-25-34"] = 2, ["age-35-44"] = 1, ["age-65-and-over"] = 1, ["implausible"] = 4, ["incomplete"] = 3 }, Profiles.Segments(segmentation, customers));
    }

    [Theory]
    [InlineData(0.0, 1.5, "under-0", "0-to-1_5", "1_5-and-over")]
    [InlineData(-5.0, 1000.0, "under-minus-5", "minus-5-to-1000", "1000-and-over")]
    [InlineData(1e-7, 1e20, "under-1e-minus-07", "1e-minus-07-to-1e20", "1e20-and-over")]
    public void Fixed_edges_name_the_bands(double first, double second, params string[] keys)
    {
        DemographicField field = DemographicFields.Income with { Columns = ["x"], Bands = DemographicBands.At(first, second), Fence = null };
        DemographicSegmentation segmentation = new([field], ["income"]);
        Assert.Equal(keys, segmentation.BandsOf("income").Take(3).Select(band => band.Key));
    }

    [Fact]
    public void Whole_bands_are_named_by_their_first_and_last()
    {
        DemographicSegmentation segmentation = new([DemographicFields.HouseholdSize with { Columns = ["x"] }], ["household-size"]);
        Assert.Equal(["1", "2", "3-4", "5-and-over"], segmentation.BandsOf("household-size").Take(4).Select(band => band.Key));
        Assert.Equal(["1", "2", "3–4", "5及以上"], segmentation.BandsOf("household-size").Take(4).Select(band => band.Label.Chinese));
    }

    [Theory]
    [InlineData("7", "7", "7", "7")]
    [InlineData("7", null, null, null)]
    [InlineData(null, null, null, null)]
    [InlineData("many", "few", null, "some")]
    public void Quantiles_of_nothing_that_differs_make_one_band_and_say_so(params string?[] values)
    {
        CustomerBase customers = Profiles.Of("income", [.. values, .. values]);
        if (!customers.HasColumn("income"))
            customers = customers.With(new TextColumn("income", new string?[customers.Count]));
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(["all", "implausible-low", "implausible-high", "unreadable", "missing"], segmentation.BandsOf("income").Select(band => band.Key));
        Assert.Contains("income: 1 band instead of 4, as too few values differ.", segmentation.Fit.Warnings.Select(warning => warning.English));
        Assert.Equal(customers.Count, Profiles.Segments(segmentation, customers).Values.Sum());
    }

    [Fact]
    public void Ties_are_in_one_band_and_take_bands_away()
    {
        CustomerBase customers = Profiles.Of("income", "0", "0", "0", "0", "0", "0", "10", "20", "30", "40");
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        // Type 7 of the ten: 0, 0, 17.5. The lower edges part nobody.
        Assert.Equal([17.5], segmentation.Fields[0].Bands!.Edges!);
        Assert.Equal(new() { ["lower"] = 7, ["upper"] = 3 }, Profiles.Counts(segmentation, customers, "income"));
    }

    [Fact]
    public void The_fence_needs_twenty_values_that_differ()
    {
        string[] incomes = [.. Enumerable.Range(0, 19).Select(i => $"{1000 + (i * 100)}"), "999999"];
        Assert.Equal(new[] { "999999" }, Odd(incomes));
        Assert.Empty(Odd(incomes[1..]));
        Assert.Empty(Odd([.. Enumerable.Repeat("1000", 30), "999999"]));

        static IEnumerable<string> Odd(string[] values)
        {
            CustomerBase customers = Profiles.Of("income", values);
            return Profiles.Fit(customers).Report(customers)[0].Bands.Single(band => band.Band.Key == "implausible-high").Examples.Select(example => example.Key);
        }
    }

    [Fact]
    public void Several_columns_of_a_number_are_added_and_one_missing_is_missing()
    {
        CustomerBase customers = Profiles.Of(("Kidhome", ["0", "1", "2", null, "x"]), ("Teenhome", ["0", "1", "2", "1", "1"]));
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(["0", "2", "3-and-over", "missing", "unreadable"], Rows(segmentation.Bands(customers)[0]));
        Assert.Equal([new("x + 1", 1)], segmentation.Report(customers)[0].Bands.Single(band => band.Band.Key == "unreadable").Examples);
    }

    [Fact]
    public void Learned_categories_are_the_twenty_most_frequent_and_later_ones_are_other()
    {
        CustomerBase customers = Profiles.Of("occupation", [.. Enumerable.Range(0, 1000).Select(i => $"job {i % 100}"), "Clerk", "clerk ", "C-L-E-R-K", .. Enumerable.Repeat("CLERK", 30)]);
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Dictionary<string, int> counts = Profiles.Counts(segmentation, customers, "occupation");
        Assert.Equal((21, 33, 810), (counts.Count, counts["c-l-e-r-k"], counts["other"]));
        Assert.Equal("occupation-other", segmentation.Segments[segmentation.Assign(Profiles.Of("occupation", "astronaut"), 0).Segment].Key);
        Assert.Equal("Occupation 'astronaut' (not among those known).", segmentation.Assign(Profiles.Of("occupation", "astronaut"), 0).Reason.English);
    }

    [Fact]
    public void Numbers_can_be_categories_and_births_stand_in_number_columns()
    {
        CustomerBase customers = Profiles.Of("x", "a", "b", "c").With(new NumberColumn("HouseOwnerFlag", new[] { 1.0, 0, double.NaN }), new NumberColumn("Year_Birth", new[] { 1957.0, 19711006, 12 }));
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal(["yes", "no", "missing"], Rows(segmentation.Bands(customers).Single(column => column.Name == "demographic.home-owner")));
        Assert.Equal(["55-64", "35-44", "unreadable"], Rows(segmentation.Bands(customers).Single(column => column.Name == "demographic.age")));
    }

    /// <summary>Bands are columns, so that typed conditions make rules of them.</summary>
    [Fact]
    public void Conditions_hold_of_bands()
    {
        CustomerBase customers = Profiles.Of(("Year_Birth", ["1980", "1893", "1950", null]), ("性别", ["女", "男", "女", "女"]));
        CustomerBase banded = customers.With([.. Profiles.Fit(customers).Bands(customers)]);
        Condition condition = Condition.All(Condition.In("demographic.gender", "female"), Condition.Not(Condition.In("demographic.age", "missing")));
        Assert.Equal([true, false, true, false], Enumerable.Range(0, 4).Select(row => condition.Holds(banded, row)));
    }

    [Fact]
    public void A_band_with_too_few_in_a_part_stays_whole()
    {
        CustomerBase customers = Profiles.Of(("age", ["30", "31", "32", "33", "70", "71", "72", null]), ("gender", ["f", "m", "f", "m", "f", "f", null, "f"]));
        DemographicOptions options = new() { Combine = ["age", "gender"], SmallestSegment = 2, Fields = [DemographicFields.AgeInYears with { Bands = DemographicBands.At(65) }, DemographicFields.Gender with { Levels = [.. DemographicFields.Gender.Levels.Take(1)] }] };
        DemographicSegmentation segmentation = Profiles.Fit(customers, options);
        Assert.Equal(["65-and-over"], segmentation.WholeBands);
        Assert.Equal(["age-under-65--gender-female", "age-under-65--gender-other", "age-65-and-over", "implausible", "incomplete"], segmentation.Segments.Select(segment => segment.Key));
        Assert.Equal(new() { ["age-under-65--gender-female"] = 2, ["age-under-65--gender-other"] = 2, ["age-65-and-over"] = 3, ["incomplete"] = 1 }, Profiles.Segments(segmentation, customers));
        Assert.Equal("Age 72 (65 and over), gender missing; not split by gender.", segmentation.Assign(customers, 6).Reason.English);
    }

    [Theory]
    [InlineData("2031-01-01", "Born '2031-01-01', after 2014-06-30 (implausibly low).", "implausible")]
    [InlineData("1893", "121 years old on 2014-06-30, born '1893' (implausibly high).", "implausible")]
    [InlineData("soon", "Age 'soon' can't be read.", "incomplete")]
    [InlineData(null, "Age missing.", "incomplete")]
    public void Reasons_say_what_was_odd(string? birth, string reason, string segment)
    {
        DemographicSegmentation segmentation = Profiles.Fit(Profiles.Of("birthday", "1980-01-01"));
        SegmentAssignment assigned = segmentation.Assign(birth is null ? Profiles.Of("x", "y") : Profiles.Of("birthday", birth), 0);
        Assert.Equal((reason, segment), (assigned.Reason.English, segmentation.Segments[assigned.Segment].Key));
    }

    [Fact]
    public void An_ordinal_says_which_level_it_is()
    {
        CustomerBase customers = Profiles.Of("学历", "本科", "PhD", "幼儿园");
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.Equal("学历本科（第4级，共6级）。", segmentation.Assign(customers, 0).Reason.Chinese);
        Assert.Equal("Education doctorate (6 of 6).", segmentation.Assign(customers, 1).Reason.English);
        Assert.Equal("学历'幼儿园'（不在已知类别中）。", segmentation.Assign(customers, 2).Reason.Chinese);
    }

    /// <summary>Whatever stands in the columns, everyone is in one band of each field, and quantile bands differ by ties alone.</summary>
    [Property(MaxTest = 60)]
    public void Nobody_is_lost(int seed)
    {
        Random random = new(seed);
        int rows = random.Next(1, 60);
        string?[] Values(params string?[] odd) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(3) == 0 ? odd[random.Next(odd.Length)] : $"{random.Next(1, 3000)}")];
        CustomerBase customers = Profiles.Of(("x", Values("x")), ("birth", Values(null, "1893", "x", "2099-01-01")), ("income", Values(null, "", "-1", "666666", "1e300", "\u0001")), ("gender", Values("f", "M", null, "\ud800", "女")));
        if (!customers.HasColumn("birth") || !customers.HasColumn("income"))
            return;
        DemographicSegmentation segmentation = Profiles.Fit(customers);
        Assert.All(segmentation.Report(customers), report => Assert.Equal(rows, report.Bands.Sum(band => band.Customers)));
        Assert.Equal(rows, Profiles.Segments(segmentation, customers).Values.Sum());
        double[] values = [.. Enumerable.Range(0, rows).Select(customers.Column("income")!.Number).Where(value => value >= 0 && !(value > segmentation.Fields.Single(field => field.Key == "income").Most)).Order()];
        if (values.Length > 0 && values[0] < values[^1])
        {
            // Of values without ties no band of the four has more than a quarter and one.
            Dictionary<string, int> counts = Profiles.Counts(segmentation, customers, "income");
            if (values.Distinct().Count() == values.Length)
                Assert.All(counts.Where(count => count.Key is "low" or "lower-middle" or "upper-middle" or "high"), count => Assert.InRange(count.Value, 0, (values.Length / 4) + 1));
        }
    }

    [Fact]
    public void Bulk_assignment_allocates_for_distinct_texts_not_for_customers()
    {
        // An object a customer would take 960,000 bytes and more; blocks of the shared pool come and go.
        Assert.InRange(Assigning(60_000) - Assigning(20_000), -20_000, 20_000);

        static long Assigning(int rows)
        {
            CustomerBase customers = CustomerBase.OfProfiles(Profiles.Day, Enumerable.Range(0, rows).Select(i => new CustomerProfile { Customer = new CustomerId($"c{i:D6}"), Attributes = new Dictionary<string, string>() }))
                .With(new TextColumn("birthday", [.. Enumerable.Range(0, rows).Select(i => $"19{(i % 90) + 10}-01-02")]), new NumberColumn("income", Enumerable.Range(0, rows).Select(i => (double)i).ToArray()));
            DemographicSegmentation segmentation = Profiles.Fit(customers);
            int[] segments = new int[rows];
            return Allocation.Of(() => segmentation.Assign(customers, segments));
        }
    }

    private static string[] Rows(CustomerColumn column) => [.. Enumerable.Range(0, column.Count).Select(row => column.Text(row)!)];
}
