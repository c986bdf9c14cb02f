using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>A fact about the event is one of a list.</summary>
public sealed record EventAttributeCondition : Condition
{
    /// <summary>The fact, such as <c>stars</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => (facts.Event is CustomEvent custom ? Say.Value(custom.Attributes, Name) : null) is { } value ? (Say.Has(In, value) ? Truth.True : Truth.False) : Truth.Unknown;

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"the event's {Name} is " + Say.Or(In).English, $"事件的 {Name} 为" + Say.Or(In).Chinese);

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => (facts.Event is CustomEvent custom ? Say.Value(custom.Attributes, Name) : null) is { } value ? Say.Same(value) : new LocalizedText($"the event's {Name} is unknown", $"事件的 {Name} 未知");

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "eventAttribute").Field("name", Name).Fields("in", In);
}
