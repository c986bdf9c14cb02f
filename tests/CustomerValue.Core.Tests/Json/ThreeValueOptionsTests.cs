using CustomerValue.Json;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Tests.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

public sealed class ThreeValueOptionsTests
{
    private const string Texts = """{"en":"All","zh-CN":"全部"}""";

    [Fact]
    public void Options_do_what_they_do_in_code()
    {
        ThreeValueSegmentation read = Read($$"""
            {"established":{"money":300},"potential":{"percentile":0.5},"influence":{"percentile":0.9},"middle":{"money":20},
            "tiers":[{"key":"all","label":{{Texts}},"establishedAtLeast":"low","potentialHigh":false}]}
            """);
        Assert.Equal((300, 10, 60, 20), (read.Thresholds.Established.Money, read.Thresholds.Potential.Money, read.Thresholds.Influence.Money, read.Thresholds.Middle.Money));
        Assert.Equal("all", Assert.Single(read.Decisions.Tiers).Segment.Key);
        Assert.Equal(ThreeValueDecisions.Default.Segments, read.Decisions.Segments);
        ThreeValueSegmentation usual = Read("{}"), made = ThreeValueToy.Fit(ThreeValueToy.Customers);
        Assert.Equal(made.Thresholds, usual.Thresholds);
        Assert.Equal(made.Decisions.Tiers, usual.Decisions.Tiers);
    }

    [Theory]
    [InlineData("""{"established":{"percentile":1}}""", "$.established.percentile")]
    [InlineData("""{"established":0.8}""", "$.established")]
    [InlineData("""{"potential":{}}""", "either {\"percentile\":0.8} or {\"money\":500}")]
    [InlineData("""{"potential":{"percentile":0.8,"money":5}}""", "either {\"percentile\":0.8} or {\"money\":500}")]
    [InlineData("""{"influence":{"money":"much"}}""", "$.influence.money")]
    [InlineData("""{"middle":{"percentile":0.9}}""", "Middle")]
    [InlineData("""{"segments":[]}""", "hhh")]
    [InlineData("""{"segments":[5]}""", "$.segments[0]")]
    [InlineData("""{"tiers":[]}""", "without a tier")]
    [InlineData("""{"unknown":1}""", "$.unknown")]
    public void What_is_wrong_is_named(string options, string said)
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => StrategyJson.Read("three-values", JsonText.Stream(options)));
        Assert.Contains(refused.Problems, problem => $"{problem.Field} {problem.Value} {problem.Message}".Contains(said, StringComparison.Ordinal));
    }

    private static ThreeValueSegmentation Read(string options) => (ThreeValueSegmentation)StrategyJson.Read("three-values", JsonText.Stream(options)).Fit(ThreeValueToy.Customers);
}
