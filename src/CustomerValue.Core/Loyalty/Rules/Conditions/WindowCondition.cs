using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The event is in a window of civil time.</summary>
public sealed record WindowCondition : Condition
{
    /// <summary>The window.</summary>
    public required RuleWindow Window { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => Window.Contains(facts.Local) ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override LocalizedText Describe() => Window.Describe();

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => Say.Moment(facts.Local);

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "window").Part("window", Window, (part, to) => part.WriteTo(to));
}
