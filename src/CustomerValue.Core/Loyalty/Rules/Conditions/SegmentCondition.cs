using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The label that a segmentation gave the member is one of a list.</summary>
public sealed record SegmentCondition : Condition
{
    /// <summary>The segmentation, such as <c>rfm</c>.</summary>
    public required string Segmentation { get; init; }

    /// <summary>The labels allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => Say.Value(facts.Member.Profile.Segments, Segmentation) is { } value ? (Say.Has(In, value) ? Truth.True : Truth.False) : Truth.Unknown;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the member's segment in {Segmentation} is " + Say.Or(In).English, $"会员在 {Segmentation} 中的分群为" + Say.Or(In).Chinese);

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => Say.Value(facts.Member.Profile.Segments, Segmentation) is { } value ? Say.Same(value) : new LocalizedText($"the member has no label in {Segmentation}", $"会员在 {Segmentation} 中没有标签");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "segment").Field("segmentation", Segmentation).Fields("in", In);
}
