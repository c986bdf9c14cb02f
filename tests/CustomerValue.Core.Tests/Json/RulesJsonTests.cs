using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Json;

public sealed class RulesJsonTests
{
    private const string Written = """
        {
          "fields": [
            { "column": "age", "kind": "number", "least": 0, "most": 120, "whole": true },
            { "column": "city", "kind": "category", "values": ["上海", "北京"] },
            { "column": "joined", "kind": "date", "first": "2000-01-01" }
          ],
          "rules": [
            { "key": "young", "label": { "en": "Young", "zh-CN": "青年" }, "condition": { "is": "between", "column": "age", "from": 18, "to": 30 } },
            { "key": "capital", "label": { "en": "Capital", "zh-CN": "首都" }, "condition": { "is": "all", "of": [
              { "is": "in", "column": "city", "values": ["北京"] },
              { "is": "not", "of": { "is": "any", "of": [ { "is": "missing", "column": "age" }, { "is": "less", "column": "joined", "value": "2010-05-01" } ] } } ] } }
          ],
          "otherwise": { "key": "other", "label": { "en": "Other", "zh-CN": "其他" } }
        }
        """;

    [Fact]
    public void Rules_as_options_are_the_strategy()
    {
        RuleStrategy strategy = Assert.IsType<RuleStrategy>(StrategyJson.Read("rules", JsonText.Stream(Written)));
        RuleSegmentation rules = Assert.IsType<RuleSegmentation>(strategy.Fit(RuleSamples.People(("20", "上海"))));
        Assert.Equal("city in 北京 and not (age is missing or joined < 2010-05-01)", rules.Rules[1].Condition.ToString());
        Assert.Equal(3, rules.Fields!.Count);
        RuleSegmentation read = Assert.IsType<RuleSegmentation>(SegmentationJson.Read(JsonText.Stream(JsonText.Of(stream => SegmentationJson.Write(stream, rules)))));
        Assert.Equal(rules.Rules, read.Rules);
        Assert.Equal(new NodaTime.LocalDate(2000, 1, 1), read.Fields![2].FirstDay);
    }

    [Theory]
    [InlineData("\"between\"", "\"matches\"", "$.rules[0].condition.is: '\"matches\"' is not one of less, at-most, equal, at-least, greater, between, in, missing, all, any, not.")]
    [InlineData("\"to\": 30", "\"to\": 18", "$.rules[0].condition.to: '18' is not a number above 18, where the interval starts.")]
    [InlineData("\"to\": 30", "\"to\": \"2024-01-01\"", "$.rules[0].condition.to: '\"2024-01-01\"' is not a number above 18, where the interval starts.")]
    [InlineData("\"to\": 30", "\"to\": 1e999", "$.rules[0].condition.to: '1e999' is not a finite number, or a date such as \"2024-06-30\".")]
    [InlineData("\"values\": [\"北京\"]", "\"values\": []", "$.rules[1].condition.of[0].values: '[]' is not an array of 1 to 1000 texts, none blank.")]
    [InlineData("\"values\": [\"北京\"]", "\"values\": [\"广州\"]", "$.rules[1].city: '广州' is no known category; known are 上海, 北京.")]
    [InlineData("2010-05-01", "2010-05-32", "$.rules[1].condition.of[1].of.of[1].value: '\"2010-05-32\"' is not a date such as 1998-06-30.")]
    [InlineData("\"column\": \"city\", \"values\"", "\"column\": \" \", \"values\"", "$.rules[1].condition.of[0].column: '\" \"' is not the name of a column.")]
    [InlineData("{ \"is\": \"missing\", \"column\": \"age\" }", "\"age is null\"", "is not a condition such as")]
    [InlineData("\"most\": 120", "\"most\": -1", "$.fields[0].most: '-1' is not at or above the start of the range.")]
    [InlineData("\"key\": \"other\"", "\"key\": \"young\"", "$.segments: 'young' is the key of two different segments; give each its own.")]
    public void Is_refused(string written, string instead, string problem) =>
        Assert.Contains(problem, string.Join("\n", JsonText.Refusal(() => StrategyJson.Read("rules", JsonText.Stream(Written.Replace(written, instead, StringComparison.Ordinal))))), StringComparison.Ordinal);

    [Fact]
    public void Conditions_too_deep_are_neither_read_nor_written()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"is":"not","of":""", 40)) + """{"is":"missing","column":"a"}""" + new string('}', 40);
        Assert.NotEmpty(JsonText.Refusal(() => StrategyJson.Read("rules", JsonText.Stream($$"""{"rules":[{"key":"a","label":{"en":"a","zh-CN":"a"},"condition":{{deep}}}]}"""))));
        Condition condition = Enumerable.Range(0, 40).Aggregate(Condition.Missing("a"), (inner, _) => Condition.Not(inner));
        RuleSegmentation rules = RuleSegmentation.FirstMatch([RuleSamples.Rule("a", condition)], RuleSamples.Segment("b"));
        Assert.Contains("too deep", Assert.Throws<ArgumentException>(() => JsonText.Of(stream => SegmentationJson.Write(stream, rules))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_that_is_written_is_read()
    {
        int deepest = Enumerable.Range(1, 40).Last(depth => Text(depth) is not null);
        Assert.InRange(deepest, 20, 32);
        Assert.NotNull(SegmentationJson.Read(JsonText.Stream(Text(deepest)!)));

        static string? Text(int depth)
        {
            Condition condition = Enumerable.Range(0, depth).Aggregate(Condition.Missing("a"), (inner, _) => Condition.Not(inner));
            try
            {
                return JsonText.Of(stream => SegmentationJson.Write(stream, RuleSegmentation.FirstMatch([RuleSamples.Rule("a", condition)], RuleSamples.Segment("b"))));
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    [Fact]
    public void Combinations_have_options_too()
    {
        string rules = "{\"strategy\":\"rules\",\"options\":" + Written + "}";
        Assert.IsType<CrossStrategy>(StrategyJson.Read("cross", JsonText.Stream($$"""{"strategies":[{{rules}},{"strategy":"rfm"}]}""")));
        Assert.IsType<FirstMatchStrategy>(StrategyJson.Read("first-match", JsonText.Stream($$"""{"strategies":[{{rules}},{"strategy":"rfm","options":{"map":"eight"} }],"none":["other"]}""")));
        ISegmentationStrategy hierarchy = StrategyJson.Read("hierarchy", JsonText.Stream("{\"first\":" + rules + ",\"within\":[{\"segment\":\"young\",\"by\":" + rules + "}]}"));
        Assert.Equal(["young.young", "young.capital", "young.other", "capital", "other"], hierarchy.Fit(RuleSamples.People(("20", "上海"))).Segments.Select(segment => segment.Key));
        Assert.Contains("at least 2", Assert.Single(JsonText.Refusal(() => StrategyJson.Read("cross", JsonText.Stream("""{"strategies":[{"strategy":"rfm"}]}""")))), StringComparison.Ordinal);
        Assert.Contains("$.strategies[1].options.x", string.Join("\n", JsonText.Refusal(() => StrategyJson.Read("cross", JsonText.Stream("""{"strategies":[{"strategy":"rfm"},{"strategy":"rfm","options":{"x":1}}]}""")))), StringComparison.Ordinal);
        Assert.NotEmpty(JsonText.Refusal(() => StrategyJson.Read("hierarchy", JsonText.Stream("""{"first":{"strategy":"rfm"},"within":[{"segment":"a","by":{"strategy":"rfm"}},{"segment":"a","by":{"strategy":"rfm"}}]}"""))));
    }
}
