using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Evaluation.Profiles;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Profiles say what is in the columns, rules hold for whom they say, names differ.</summary>
public class SegmentationProfileTests
{
    private static readonly Segment[] Two = [Segment("a"), Segment("b"), Segment("nobody")];

    [Fact]
    public void Shares_values_scores_and_lifts_are_those_counted_by_hand()
    {
        CustomerBase people = People([("30", "10", "x"), ("40", "20", "x"), ("50", null, "y"), ("60", "90", "y")]);
        SegmentationProfile profile = SegmentationProfile.Of(people, Two, [0, 0, 0, 1], new ProfileOptions { ValueColumn = "income" });
        SegmentProfile first = profile.Segments[0];
        Assert.Equal((3, 0.75, 30.0, 15.0, 0.25), (first.Customers, first.Share, first.TotalValue, first.MeanValue, first.ValueShare));
        NumberProfile age = first.Numbers.Single(number => number.Column == "age");
        Assert.Equal((40.0, 40.0, 45.0), (age.Mean, age.Median, age.OverallMean));
        Assert.Equal(-5 / Math.Sqrt(125), age.ZScore, 1e-12);
        NumberProfile income = first.Numbers.Single(number => number.Column == "income");
        Assert.Equal((2, 15.0), (income.Known, income.Median));
        CategoryProfile club = first.Categories[0];
        Assert.Equal(("x", 2, 2.0 / 3, 0.5), (club.Category, club.Customers, club.Share, club.OverallShare));
        Assert.Equal(4.0 / 3, club.Lift, 1e-12);
        SegmentProfile nobody = profile.Segments[2];
        Assert.Equal((0, null, 0), (nobody.Customers, nobody.MeanValue, nobody.Rules.Count));
        Assert.Equal("nobody", nobody.ProposedName.English);
    }

    [Fact]
    public void A_rule_behind_a_segment_is_found_with_the_fewest_conditions()
    {
        (string?, string?, string?)[] people = [.. Enumerable.Range(0, 2000).Select(i => ((string?)$"{20 + (3 * (i * 7 % 20))}", (string?)$"{i * 37 % 1000}", (string?)(i % 7 < 3 ? "Professional" : "Clerical")))];
        CustomerBase customers = People(people);
        int[] assigned = [.. Enumerable.Range(0, customers.Count).Select(row =>
            customers.Column("age")!.Number(row) >= 50 && customers.Column("club")!.Text(row) == "Professional" ? 0 : 1)];
        SegmentationProfile profile = SegmentationProfile.Of(customers, Two, assigned);
        DescribingRule rule = profile.Segments[0].Rules[0];
        Assert.Equal((1.0, 1.0, 2), (rule.Precision, rule.Recall, rule.Conditions));
        Assert.Equal("age ≥ 50 and club = Professional", rule.Description.English);
        Assert.Equal("年龄 ≥ 50 且 club = Professional", rule.Description.Chinese);
        Assert.Equal("Mostly Professional, older", profile.Segments[0].ProposedName.English);
        Assert.Equal("多为Professional、年长", profile.Segments[0].ProposedName.Chinese);
    }

    [Fact]
    public void Rules_hold_for_as_many_as_they_say_and_names_are_unlike_each_other()
    {
        CustomerBase customers = Shop().Base();
        ISegmentation segmentation = new RfmStrategy().Fit(customers);
        SegmentationProfile profile = SegmentationProfile.Of(customers, segmentation);
        int[] assigned = new int[customers.Count];
        segmentation.Assign(customers, assigned);
        for (int segment = 0; segment < profile.Segments.Count; segment++)
        {
            Assert.InRange(profile.Segments[segment].Rules.Count, profile.Segments[segment].Customers > 0 ? 1 : 0, 3);
            foreach (DescribingRule rule in profile.Segments[segment].Rules)
            {
                int[] held = [.. Enumerable.Range(0, customers.Count).Where(row => rule.Condition.Holds(customers, row))];
                int hits = held.Count(row => assigned[row] == segment);
                Assert.Equal(rule.Customers, held.Length);
                Assert.Equal(hits / (double)held.Length, rule.Precision);
                Assert.Equal(hits / (double)profile.Segments[segment].Customers, rule.Recall);
            }
        }

        Assert.Equal(1, profile.Segments.Sum(segment => segment.Share), 1e-12);
        Assert.Equal(profile.TotalValue!.Value, profile.Segments.Sum(segment => segment.TotalValue!.Value), 1e-6);
        Assert.Equal(profile.Segments.Count, profile.Segments.Select(segment => segment.ProposedName.English).Distinct().Count());
        Assert.Equal(profile.Segments.Count, profile.Segments.Select(segment => segment.ProposedName.Chinese).Distinct().Count());
    }

    [Fact]
    public void Names_of_customers_and_a_constant_column_change_nothing()
    {
        Population shop = Shop();
        SegmentationProfile plain = Profile(shop.Base()), renamed = Profile(shop.Base(id => new CustomerId("z" + string.Concat(id.Value.Reverse()))));
        CustomerBase customers = shop.Base();
        SegmentationProfile more = Profile(customers.With(new NumberColumn("constant", Enumerable.Repeat(3.0, customers.Count).ToArray())));
        foreach (SegmentationProfile other in new[] { renamed, more })
        {
            Assert.Equal(100, other.SearchedRows);
            Assert.Equal(plain.Segments.Select(segment => segment.ProposedName), other.Segments.Select(segment => segment.ProposedName));
            Assert.Equal(plain.Segments.Select(segment => segment.Customers), other.Segments.Select(segment => segment.Customers));
        }

        Assert.Equal(plain.Segments.SelectMany(segment => segment.Rules).Select(rule => (rule.Description, rule.Precision, rule.Recall)), renamed.Segments.SelectMany(segment => segment.Rules).Select(rule => (rule.Description, rule.Precision, rule.Recall)));

        static SegmentationProfile Profile(CustomerBase customers) => SegmentationProfile.Of(customers, new RfmStrategy().Fit(customers), new ProfileOptions { SearchedRows = 100 });
    }

    [Fact]
    public void Ids_are_left_out_missing_values_make_rules_and_equal_segments_are_numbered()
    {
        CustomerBase customers = People([.. Enumerable.Range(0, 300).Select(i => ((string?)"40", i % 2 == 0 ? null : "50", (string?)$"id{i}"))]);
        int[] assigned = [.. Enumerable.Range(0, 300).Select(row => customers.Column("income")!.IsMissing(row) ? 0 : 1)];
        SegmentationProfile profile = SegmentationProfile.Of(customers, Two, assigned);
        Assert.Equal(["club"], profile.LeftOut);
        Assert.Equal("income unknown", profile.Segments[0].Rules[0].Description.English);
        Assert.Equal("收入未知", profile.Segments[0].Rules[0].Description.Chinese);
        Assert.Equal(["Average", "Average (2)"], profile.Segments.Take(2).Select(segment => segment.ProposedName.English));
        Assert.Null(profile.ValueColumn);
        Assert.Empty(SegmentationProfile.Of(People([]), Two, []).Segments[0].Numbers);
        Assert.Empty(SegmentationProfile.Of(customers, Two, new int[300]).Segments[0].Rules);
    }

    [Fact]
    public void Options_and_columns_that_are_not_there_are_refused_all_at_once()
    {
        CustomerBase customers = People([("40", "50", "x")]);
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => SegmentationProfile.Of(customers, Two, [0], new ProfileOptions { ValueColumn = "no", Columns = ["none"] })).Count);
        Assert.Equal(5, new ProfileOptions { MostCategories = 0, Rules = -1, MostConditions = 4, LeastGain = double.NaN, SearchedRows = 1 }.Validate().Count);
        Assert.Throws<DataRejectedException>(() => SegmentationProfile.Of(customers, Two, [3]));
    }

    private static Segment Segment(string key) => new() { Key = key, Label = new(key, key) };

    private static Population Shop() => new()
    {
        Purchases = [.. Enumerable.Range(0, 900).Select(i => new Purchase { Customer = new CustomerId($"c{i * i % 311}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90) })],
        Profiles = [new CustomerProfile { Customer = new CustomerId("prospect"), Attributes = new Dictionary<string, string> { ["club"] = "x" } }],
    };

    private static CustomerBase People((string? Age, string? Income, string? Club)[] people) => CustomerBase.OfProfiles(Population.Day, people.Select((person, i) => new CustomerProfile
    {
        Customer = new CustomerId($"p{i:D5}"),
        Attributes = new (string Name, string? Value)[] { ("age", person.Age), ("income", person.Income), ("club", person.Club) }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!),
    }));
}
