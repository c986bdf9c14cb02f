using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>Every line fits.</summary>
public sealed record EveryLineCondition : Condition
{
    /// <summary>What they have to fit.</summary>
    public required LineFilter Lines { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Order is not { } order)
            return Truth.Unknown;
        Truth every = Truth.True;
        foreach (OrderLine line in order.Lines)
        {
            Truth fits = Lines.Test(line);
            if (fits == Truth.False)
                return fits;
            if (fits == Truth.Unknown)
                every = fits;
        }
        return every;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText lines = Lines.Describe();
        return new LocalizedText($"every line is of {lines.English}", $"全部为{lines.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Order is { } order ? Say.Lines(order, Lines) : Say.NoOrder;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "everyLine").Part("lines", Lines, (part, to) => part.WriteTo(to));
}
