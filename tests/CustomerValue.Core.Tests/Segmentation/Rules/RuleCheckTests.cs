using CustomerValue.Customers;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Validation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CustomerValue.Segmentation.Rules.Condition;
using static CustomerValue.Tests.Segmentation.Rules.RuleSamples;

namespace CustomerValue.Tests.Segmentation.Rules;

public sealed class RuleCheckTests
{
    /// <summary>All that rules with bounds 0 to 3 and cities x and y can tell apart.</summary>
    private static readonly CustomerBase Everybody = People([.. from age in new[] { "-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "4", "YOLO", null }
                                                                from city in new[] { "x", "y", "z", null }
                                                                select (age, city)]);

    [Property(MaxTest = 400)]
    public void Overlaps_gaps_and_unreachable_rules_are_those_of_trying_everybody(int seed)
    {
        Random random = new(seed);
        SegmentRule[] rules = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(i => Rule($"r{i}", Some(random, 3)))];
        bool[][] holds = [.. rules.Select(rule => Enumerable.Range(0, Everybody.Count).Select(row => rule.Condition.Holds(Everybody, row)).ToArray())];
        bool[] known = [.. Enumerable.Range(0, Everybody.Count).Select(row => !double.IsNaN(Everybody.Column("age")!.Number(row)) && !Everybody.Column("city")!.IsMissing(row))];

        IReadOnlyList<RuleFinding> exact = RuleCheck.Of(rules, isExact: true).Findings;
        Assert.Equal(Pairs(rules.Length).Where(pair => Rows().Any(row => holds[pair.A][row] && holds[pair.B][row])).Select(pair => $"{pair.A} {pair.B}"), About(exact, RuleFindingKind.Overlap));
        Assert.Equal(Rows().Any(row => known[row] && holds.All(rule => !rule[row])), exact.Any(finding => finding.Kind == RuleFindingKind.Gap));
        Assert.Equal(Enumerable.Range(0, rules.Length).Where(rule => !holds[rule].Contains(true)).Select(rule => $"{rule}"), About(exact, RuleFindingKind.Unreachable));

        IReadOnlyList<RuleFinding> first = RuleCheck.Of(rules, isExact: false).Findings;
        Assert.Equal(
            Enumerable.Range(0, rules.Length).Where(rule => !Rows().Any(row => holds[rule][row] && holds.Take(rule).All(before => !before[row]))),
            first.Where(finding => finding.Kind == RuleFindingKind.Unreachable).Select(finding => finding.Rules[0]));
        Assert.All(first.Where(finding => finding.Kind == RuleFindingKind.Unreachable && finding.Rules.Count == 2), finding =>
            Assert.All(Rows(), row => Assert.True(!holds[finding.Rules[0]][row] || holds[finding.Rules[1]][row])));
        Assert.DoesNotContain(exact.Concat(first), finding => finding.Kind == RuleFindingKind.Undecided);

        static IEnumerable<int> Rows() => Enumerable.Range(0, Everybody.Count);
    }

    [Property(MaxTest = 200)]
    public void In_columns_the_same_holds_as_one_by_one(int seed)
    {
        Random random = new(seed);
        CustomerBase numbers = Everybody.With(new NumberColumn("n", Enumerable.Range(0, Everybody.Count).Select(row => row % 5 == 0 ? double.NaN : row % 4).ToArray()));
        Condition condition = Any(Some(random, 3), All(Some(random, 2), Compare("n", (Comparison)random.Next(5), random.Next(4))), In("n", "1", "3.0"));
        bool[] marked = new bool[numbers.Count];
        condition.Bind(numbers).Mark(0, marked);
        Assert.Equal(Enumerable.Range(0, numbers.Count).Select(row => condition.Holds(numbers, row)), marked);
        Assert.Equal(condition, Any([.. ((AnyCondition)condition).Conditions]));
    }

    [Fact]
    public void An_overlap_and_a_gap_are_named_with_an_example_all_at_once()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => RuleSegmentation.Exact(
            [Rule("young", Compare("age", Comparison.AtMost, 30)), Rule("middle", Between("age", 30, 60)), Rule("old", Compare("age", Comparison.Greater, 60))]));
        Assert.Equal(
            ["rules: Rules 'young' and 'middle' hold together, such as for age = 30.", "rules: No rule holds, such as for age = 60."],
            refused.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Between_1_and_2_there_is_no_whole_number()
    {
        SegmentRule[] rules = [Rule("few", Compare("children", Comparison.AtMost, 1)), Rule("many", Compare("children", Comparison.AtLeast, 2))];
        Assert.Contains("children = 1.5", Assert.Throws<DataRejectedException>(() => RuleSegmentation.Exact(rules)).Message, StringComparison.Ordinal);
        Assert.Empty(RuleSegmentation.Exact(rules, [RuleField.Number("children", isWhole: true)]).Check.Findings);
        Assert.Empty(RuleSegmentation.Exact([Rule("one", Compare(ColumnNames.Frequency, Comparison.Less, 2)), Rule("more", Compare(ColumnNames.Frequency, Comparison.Greater, 1))]).Check.Findings);
    }

    [Fact]
    public void A_schema_closes_the_range_and_the_categories()
    {
        SegmentRule[] rules = [Rule("a", All(Between("age", 0, 50), In("city", "x"))), Rule("b", All(Between("age", 50, 121), In("city", "x"))), Rule("c", In("city", "y"))];
        Assert.Throws<DataRejectedException>(() => RuleSegmentation.Exact(rules));
        RuleSegmentation exact = RuleSegmentation.Exact(rules, [RuleField.Number("age", 0, 120, isWhole: true), RuleField.Category("city", "x", "y")]);
        Assert.Equal([0, 1, 2, 3, 3, 3], Enumerable.Range(0, 6).Select(row => exact.Assign(People(("7", "x"), ("50", "x"), (null, "y"), ("7", "z"), ("x", "x"), (null, null)), row).Segment));
    }

    [Fact]
    public void Whatever_a_field_cannot_answer_is_named_at_once()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => RuleSegmentation.FirstMatch(
            [Rule("a", All(Compare("city", Comparison.Less, 3), In("city", "w"), Compare("age", Comparison.Greater, 500), Compare("agee", Comparison.Less, 1), Compare("age", Comparison.Less, new NodaTime.LocalDate(2024, 1, 1))))],
            Segment("rest"),
            [RuleField.Number("age", 0, 120), RuleField.Category("city", "x", "y")]));
        string[] expected = ["compares a category", "'w' is no known category; known are x, y.", "'500' is beside what is plausible: 0 to 120.", "is no known field; known are age, city.", "compares with a date, but the field holds numbers."];
        Assert.All(expected, part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_behind_another_is_never_reached()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => RuleSegmentation.FirstMatch(
            [Rule("adult", Compare("age", Comparison.AtLeast, 18)), Rule("old", Compare("age", Comparison.AtLeast, 65)), Rule("none", All(Compare("age", Comparison.Less, 1), Compare("age", Comparison.Greater, 2)))],
            Segment("rest")));
        Assert.Equal(["rules: Rule 'old' is never reached: rule 'adult' before it takes everyone of whom it holds.", "rules: Rule 'none' never holds."], refused.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Parts_that_say_nothing_are_findings_but_no_reason_to_refuse()
    {
        RuleSegmentation rules = RuleSegmentation.FirstMatch([Rule("a", All(Any(Missing("age"), Not(Missing("age"))), Any(In("city", "x"), All(In("city", "x"), In("city", "y")))))], Segment("rest"));
        Assert.Equal([RuleFindingKind.AlwaysTrue, RuleFindingKind.AlwaysFalse], rules.Check.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Beyond_its_bounds_the_check_says_that_it_did_not_decide()
    {
        SegmentRule[] rules = [.. Enumerable.Range(0, 20).Select(i => Rule($"r{i}", All([.. Enumerable.Range(0, 20).Select(c => Compare($"c{c}", Comparison.Greater, (i * c) % 7))])))];
        Assert.Contains(RuleCheck.Of(rules, isExact: true, null, mostWork: 100).Findings, finding => finding.Kind == RuleFindingKind.Undecided);
    }

    [Fact]
    public void Dates_are_cut_by_days()
    {
        NodaTime.LocalDate day = new(2024, 2, 29);
        Assert.Empty(RuleSegmentation.Exact([Rule("before", Compare("joined", Comparison.AtMost, day)), Rule("after", Compare("joined", Comparison.AtLeast, day.PlusDays(1)))]).Check.Findings);
        Assert.Contains("joined = 2024-02-29", Assert.Throws<DataRejectedException>(() => RuleSegmentation.Exact([Rule("before", Compare("joined", Comparison.Less, day)), Rule("after", Compare("joined", Comparison.Greater, day))])).Message, StringComparison.Ordinal);
    }

    private static Condition Some(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 or 1 => Compare("age", (Comparison)random.Next(5), random.Next(4)),
        2 => Between("age", random.Next(2), 2 + random.Next(2)),
        3 => random.Next(2) == 0 ? In("city", "x") : In("city", "x", "y"),
        4 => Missing(random.Next(2) == 0 ? "age" : "city"),
        5 => All([.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(random, depth - 1))]),
        6 => Any([.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(random, depth - 1))]),
        _ => Not(Some(random, depth - 1)),
    };

    private static IEnumerable<string> About(IEnumerable<RuleFinding> findings, RuleFindingKind kind) => findings.Where(finding => finding.Kind == kind).Select(finding => string.Join(" ", finding.Rules));

    private static IEnumerable<(int A, int B)> Pairs(int count) => from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, count - a - 1) select (a, b);
}
