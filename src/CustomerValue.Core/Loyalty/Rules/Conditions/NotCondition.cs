using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>It fails.</summary>
public sealed record NotCondition : Condition
{
    /// <summary>The condition.</summary>
    public required Condition Of { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts) => Of.Test(facts) switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText inner = Of.Describe();
        return new LocalizedText($"not: {inner.English}", $"不满足：{inner.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => Of.Actual(facts);

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "not").Part("of", Of, (part, to) => part.WriteTo(to));
}
