using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Validation;
using static CustomerValue.Segmentation.Rules.Condition;
using static CustomerValue.Tests.Segmentation.Rules.RuleSamples;

namespace CustomerValue.Tests.Segmentation.Rules;

public sealed class RuleSegmentationTests
{
    [Fact]
    public void The_reason_has_the_values_that_decided()
    {
        RuleSegmentation rules = RuleSegmentation.FirstMatch([Rule("a", All(Between("age", 30, 45), Compare("income", Comparison.AtLeast, 40_000))), Rule("b", Any(In("city", "上海"), Missing("city")))], Segment("rest"));
        CustomerBase people = People(("41", "北京"), ("41", "北京"), ("7", "上海"), ("YOLO", "北京"), (null, null));
        people = people.With(new NumberColumn("income", new[] { 52_000.0, 1234.5, 1, 2, double.NaN }));
        Assert.Equal(
            [
                "age 41 is in [30, 45) and income 52,000 is at least 40,000.",
                "No rule holds: income 1,234.5 is below 40,000 and city 北京 is not 上海.",
                "city is 上海.",
                "No rule holds: age YOLO is no number and city 北京 is not 上海.",
                "city is missing.",
            ],
            Enumerable.Range(0, 5).Select(row => rules.Assign(people, row).Reason.English));
        Assert.Equal("age 为 41（在 [30, 45) 内），且 income 为 52,000（不低于 40,000）。", rules.Assign(people, 0).Reason.Chinese);
    }

    [Fact]
    public void A_condition_reads_as_it_is_said()
    {
        Condition condition = All(Compare("age", Comparison.AtLeast, 30), In("city", "上海", "北京"));
        Assert.Equal("age ≥ 30 and city in 上海, 北京", condition.Describe().English);
        Assert.Equal("age ≥ 30 且 city 为 上海、北京 之一", condition.Describe().Chinese);
        Assert.Equal("not (age ≥ 30 and city in 上海, 北京)", Not(condition).ToString());
        Assert.Equal("(age ≥ 30 and city in 上海, 北京) or age is missing", Any(condition, Missing("age")).ToString());
        Assert.Equal("age < 0.001", Compare("age", Comparison.Less, 0.001).ToString());
        Assert.Equal(condition, All(Compare("age", Comparison.AtLeast, 30), In("city", "北京", "上海", "北京")));
        Assert.NotEqual(condition, Any(Compare("age", Comparison.AtLeast, 30), In("city", "北京", "上海")));
    }

    [Fact]
    public void More_rows_than_a_block_come_out_as_one_by_one()
    {
        CustomerBase people = People([.. Enumerable.Range(0, 9000).Select(i => ((string?)$"{i * 7 % 90}", (string?)(i % 3 == 0 ? "上海" : i % 3 == 1 ? "成都" : null)))]);
        RuleSegmentation rules = Everything();
        int[] segments = new int[people.Count];
        rules.Assign(people, segments);
        Assert.Equal(Enumerable.Range(0, people.Count).Select(row => rules.Assign(people, row).Segment), segments);
        Assert.Equal(["joined"], rules.ColumnsLackingIn(people));
    }

    [Fact]
    public void What_cannot_be_a_condition_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Compare("age", Comparison.Less, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compare("age", (Comparison)9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Between("age", 2, 2));
        Assert.Throws<ArgumentException>(() => In("age"));
        Assert.Throws<ArgumentException>(() => In("age", " "));
        Assert.Throws<ArgumentException>(() => All(null!, Missing("a")));
        Assert.Throws<DataRejectedException>(() => RuleSegmentation.Exact([]));
        Assert.Throws<DataRejectedException>(() => RuleSegmentation.FirstMatch([Rule("a", Missing("x"))], Segment("a") with { Label = new("b", "b") }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Everything().Assign(People(("1", "x")), 1));
        Assert.Throws<ArgumentException>(() => Everything().Assign(People(("1", "x")), new int[2]));
    }

    [Fact]
    public void Several_rules_may_give_one_segment()
    {
        RuleSegmentation rules = RuleSegmentation.FirstMatch([Rule("a", In("city", "x")), Rule("b", In("city", "y")), Rule("a", Missing("city"))], Segment("b"));
        Assert.Equal(["a", "b"], rules.Segments.Select(segment => segment.Key));
        Assert.Equal([0, 1, 0, 1], Enumerable.Range(0, 4).Select(row => rules.Assign(People(("", "x"), ("", "y"), ("", null), ("", "z")), row).Segment));
    }
}
