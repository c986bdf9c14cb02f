using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>A fact about the member is one of a list.</summary>
public sealed record AttributeCondition : Condition
{
    /// <summary>The fact, such as <c>city</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => Say.Value(facts.Member.Profile.Attributes, Name) is { } value ? (Say.Has(In, value) ? Truth.True : Truth.False) : Truth.Unknown;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the member's {Name} is " + Say.Or(In).English, $"会员的 {Name} 为" + Say.Or(In).Chinese);

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => Say.Value(facts.Member.Profile.Attributes, Name) is { } value ? Say.Same(value) : new LocalizedText($"the member's {Name} is unknown", $"会员的 {Name} 未知");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "attribute").Field("name", Name).Fields("in", In);
}
