using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;
using CustomerValue.Validation;
using static CustomerValue.Segmentation.Rules.Condition;
using static CustomerValue.Tests.Segmentation.Rules.RuleSamples;

namespace CustomerValue.Tests.Segmentation.Combined;

public sealed class CombinedTests
{
    private static readonly RuleSegmentation Ages = RuleSegmentation.Exact([Rule("young", Compare("age", Comparison.Less, 30)), Rule("old", Compare("age", Comparison.AtLeast, 30))]);
    private static readonly RuleSegmentation Cities = RuleSegmentation.FirstMatch([Rule("coast", In("city", "上海"))], Segment("inland"));

    [Fact]
    public void A_cross_has_every_pair_and_both_reasons()
    {
        CrossSegmentation cross = new([Ages, Cities]);
        Assert.Equal(["young.coast", "young.inland", "old.coast", "old.inland", "incomplete.coast", "incomplete.inland"], cross.Segments.Select(segment => segment.Key));
        SegmentAssignment one = cross.Assign(People(("41", "成都")), 0);
        Assert.Equal(3, one.Segment);
        Assert.Equal("old × inland", cross.Segments[3].Label.English);
        Assert.Equal("age 41 is at least 30. No rule holds: city 成都 is not 上海.", one.Reason.English);
    }

    [Fact]
    public void A_hierarchy_fits_on_the_customers_of_the_segment_alone()
    {
        CustomerBase buyers = SmallBase.Of([.. Enumerable.Range(0, 40).Select(i => (i + 1, 1 + (i % 9), 10m + i))], prospects: 3);
        buyers = buyers.With(new TextColumn("city", [.. Enumerable.Range(0, buyers.Count).Select(row => row % 2 == 0 ? "上海" : null)]));
        HierarchySegmentation hierarchy = Assert.IsType<HierarchySegmentation>(
            new HierarchyStrategy(new RuleStrategy(Cities), new Dictionary<string, ISegmentationStrategy> { ["coast"] = new RfmStrategy() }).Fit(buyers));
        CustomerBase coast = buyers.Only([.. Enumerable.Range(0, buyers.Count).Where(row => row % 2 == 0)]);
        Assert.Equal(((RfmSegmentation)new RfmStrategy().Fit(coast)).MonetaryThresholds, ((RfmSegmentation)hierarchy.Within(0)!).MonetaryThresholds);
        Assert.Null(hierarchy.Within(1));
        Assert.Equal("inland", hierarchy.Segments[hierarchy.Segments.Count - 1].Key);
        Assert.Contains("within 'coast' (0 customers)", Assert.Throws<DataRejectedException>(() =>
            new HierarchyStrategy(new RuleStrategy(Cities), new Dictionary<string, ISegmentationStrategy> { ["coast"] = new RfmStrategy() }).Fit(People(("1", "x")))).Message, StringComparison.Ordinal);
        Assert.Contains("'sea' is no segment of rules", Assert.Throws<DataRejectedException>(() => new HierarchySegmentation(Cities, new Dictionary<string, ISegmentation> { ["sea"] = Ages })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_that_says_something_decides()
    {
        FirstMatchSegmentation first = new([Ages, Cities], ["incomplete", "inland"]);
        Assert.Equal(["young", "old", "coast", "incomplete"], first.Segments.Select(segment => segment.Key));
        CustomerBase people = People(("41", "上海"), (null, "上海"), (null, null));
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(row => first.Assign(people, row).Segment));
        Assert.Equal("No rule holds: age is missing. No rule holds: city is missing.", first.Assign(people, 2).Reason.English);
        Assert.Throws<DataRejectedException>(() => new FirstMatchSegmentation([Ages, Cities], ["sea"]));
        Assert.Throws<DataRejectedException>(() => new FirstMatchSegmentation([Ages]));
    }

    [Fact]
    public void Too_many_pairs_are_refused()
    {
        RuleSegmentation many = RuleSegmentation.FirstMatch([.. Enumerable.Range(0, 150).Select(i => Rule($"r{i}", Compare("age", Comparison.Equal, i)))], Segment("rest"));
        Assert.Contains("'22801' combinations", Assert.Throws<DataRejectedException>(() => new CrossSegmentation([many, many])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_rows_of_a_base_keep_all_columns()
    {
        CustomerBase all = SmallBase.Of([(1, 2, 30m), (4, 5, 60m), (7, 8, 90m)], prospects: 2).With(new NumberColumn("n", new[] { 1.0, 2, double.NaN, 4, 5 }));
        CustomerBase some = all.Only([1, 4]);
        Assert.Equal([all.Customer(1), all.Customer(4)], Enumerable.Range(0, some.Count).Select(some.Customer));
        Assert.Equal(1, some.Buyers);
        Assert.Equal(all.Columns, some.Columns);
        Assert.All(all.Columns, name => Assert.Equal((all.Column(name)!.Text(1), all.Column(name)!.Text(4)), (some.Column(name)!.Text(0), some.Column(name)!.Text(1))));
        Assert.Equal(0, all.Only([]).Count);
        Assert.Throws<ArgumentException>(() => all.Only([1, 1]));
        Assert.Throws<ArgumentException>(() => all.Only([5]));
    }
}
