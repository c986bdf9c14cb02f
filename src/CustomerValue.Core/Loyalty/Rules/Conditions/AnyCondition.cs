using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>At least one of them holds.</summary>
public sealed record AnyCondition : Condition
{
    private readonly Condition[] of = [];

    /// <summary>The conditions; at least one.</summary>
    public required IReadOnlyList<Condition> Of { get => of; init => of = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        Truth whole = Truth.False;
        foreach (Condition part in of)
        {
            Truth truth = part.Test(facts);
            if (truth == Truth.True)
                return truth;
            if (truth == Truth.Unknown)
                whole = truth;
        }
        return whole;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe() => Say.Joined(Of, part => part.Describe(), " or ", "或");

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts)
    {
        RuleFacts all = facts;
        return Say.Joined(Of, part => part.Actual(all), "; ", "；");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "any").Parts("of", Of, (part, to) => part.WriteTo(to));
}
