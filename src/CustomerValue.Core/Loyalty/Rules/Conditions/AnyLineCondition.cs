using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>At least one line fits.</summary>
public sealed record AnyLineCondition : Condition
{
    /// <summary>What it has to fit.</summary>
    public required LineFilter Lines { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Order is not { } order)
            return Truth.Unknown;
        Truth any = Truth.False;
        foreach (OrderLine line in order.Lines)
        {
            Truth fits = Lines.Test(line);
            if (fits == Truth.True)
                return fits;
            if (fits == Truth.Unknown)
                any = fits;
        }
        return any;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText lines = Lines.Describe();
        return new LocalizedText($"a line is of {lines.English}", $"含有{lines.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Order is { } order ? Say.Lines(order, Lines) : Say.NoOrder;

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "anyLine").Part("lines", Lines, (part, to) => part.WriteTo(to));
}
