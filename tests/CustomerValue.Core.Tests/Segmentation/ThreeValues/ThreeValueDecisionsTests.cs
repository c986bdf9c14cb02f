using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.ThreeValues;

public sealed class ThreeValueDecisionsTests
{
    private static readonly IReadOnlyList<ThreeValueDecision> Eight = ThreeValueDecisions.Default.Segments;
    private static readonly IReadOnlyList<CustomerTier> Four = ThreeValueDecisions.Default.Tiers;

    [Fact]
    public void Labels_and_decisions_can_be_replaced_in_any_order()
    {
        ThreeValueDecision own = Eight[0] with { Label = new LocalizedText("Stars", "明星"), Kin = default, Decision = new LocalizedText("Call.", "致电。") };
        ThreeValueDecisions decisions = new([.. Eight.Skip(1).Reverse(), own]);
        Assert.Equal(Eight.Select(segment => segment.Key), decisions.Segments.Select(segment => segment.Key));
        Assert.Equal(own, decisions.Segments[0]);
        Assert.Equal("Stars", new ThreeValueSegmentation(ThreeValueToy.At(1, 1, 1, 1), decisions).Segments[0].Label.English);
    }

    [Fact]
    public void Each_of_the_eight_is_needed_once_with_texts_in_both_languages()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new ThreeValueDecisions(
            [.. Eight.Skip(2), Eight[3], Eight[4] with { Key = "HHH" }, Eight[0] with { Label = new LocalizedText("Stars", " "), Decision = default }]));
        Assert.Equal(["HHH", "hhh", "hhh", "hhl", "hll"], refused.Problems.Select(problem => problem.Value));
        Assert.Contains("is none of hhh", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("label", refused.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("decision", refused.Problems[2].Message, StringComparison.Ordinal);
        Assert.Contains("missing", refused.Problems[3].Message, StringComparison.Ordinal);
        Assert.Contains("twice", refused.Problems[4].Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new ThreeValueDecisions(null!));
    }

    [Fact]
    public void Tiers_that_leave_somebody_out_or_are_never_reached_are_refused()
    {
        Assert.Contains("without a tier", Refused([.. Four.Take(3)]).Message, StringComparison.Ordinal);
        Assert.Contains("without a tier", Refused([]).Message, StringComparison.Ordinal);
        Assert.Equal("high", Refused([Four[2], Four[0], Four[1], Four[3]]).Value);
        Assert.Equal("two", Refused([Four[3] with { Segment = Named("one") }, Four[3] with { Segment = Named("two") }]).Value);
        Assert.Contains("level", Refused([Four[0] with { EstablishedAtLeast = (EstablishedLevel)7 }, .. Four.Skip(1)]).Message, StringComparison.Ordinal);
        Assert.Contains("two tiers", Refused([Four[0], Four[3] with { Segment = Four[0].Segment }]).Message, StringComparison.Ordinal);
        Assert.Contains("incomplete", Refused([Four[3] with { Segment = CommonSegments.Incomplete }]).Message, StringComparison.Ordinal);
        Assert.Contains("key", Refused([null!, Four[3]]).Message, StringComparison.Ordinal);
        Assert.Contains("label", Refused([Four[3] with { Segment = Four[3].Segment with { Label = default } }]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_tier_that_holds_decides()
    {
        ThreeValueDecisions decisions = new(Eight, [new() { Segment = Named("both"), EstablishedAtLeast = EstablishedLevel.Middle, PotentialHigh = true }, new() { Segment = Named("rest") }]);
        ThreeValueSegmentation segmentation = new(ThreeValueToy.At(20, 5, null, 10), decisions);
        Assert.Equal(["both", "both", "rest", "rest", "incomplete"], new[] { (30.0, 5.0), (10, 6), (9, 6), (30, 4), (double.NaN, 4) }.Select(pair => segmentation.Tiers[segmentation.TierOf(pair.Item1, pair.Item2)].Key));
    }

    private static DataProblem Refused(IReadOnlyList<CustomerTier> tiers) => Assert.Single(Assert.Throws<DataRejectedException>(() => new ThreeValueDecisions(Eight, tiers)).Problems);

    private static Segment Named(string key) => new() { Key = key, Label = new LocalizedText(key, "层") };
}
