using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The number of items in some lines is in a range (buy n).</summary>
public sealed record QuantityCondition : Condition
{
    /// <summary>The lines whose quantities are added.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>The least number, or null.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The largest number, or null.</summary>
    public decimal? AtMost { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Order is not { } order)
            return Truth.Unknown;
        decimal items = order.QuantityOf(Lines);
        return items < AtLeast || items > AtMost ? Truth.False : Truth.True;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText lines = Lines.Describe();
        LocalizedText range = Say.Range(Say.Number(AtLeast), null, Say.Number(AtMost), null);
        return new LocalizedText($"the number of items of {lines.English} is {range.English}", $"{lines.Chinese}的件数{range.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Order is { } order ? Say.Same(Say.Number(order.QuantityOf(Lines))!) : Say.NoOrder;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "quantity").Part("lines", Lines, (part, to) => part.WriteTo(to)).Field("atLeast", AtLeast).Field("atMost", AtMost);
}
