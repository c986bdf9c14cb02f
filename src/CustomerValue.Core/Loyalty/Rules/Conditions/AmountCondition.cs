using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The eligible amount of the order, or of some of its lines, is in a range.</summary>
public sealed record AmountCondition : Condition
{
    /// <summary>The lines whose amounts are added.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>The least amount, or null.</summary>
    public Money? AtLeast { get; init; }

    /// <summary>An amount that it must pass, or null.</summary>
    public Money? Above { get; init; }

    /// <summary>The largest amount, or null.</summary>
    public Money? AtMost { get; init; }

    /// <summary>An amount under which it must be, or null.</summary>
    public Money? Below { get; init; }

    /// <inheritdoc/>
    public override Truth Test(in RuleFacts facts)
    {
        if (facts.Order is not { } order || !IsIn(order.Currency))
            return Truth.Unknown;
        decimal amount = order.AmountOf(Lines);
        bool holds = !(AtLeast is { } least && amount < least.Amount) && !(Above is { } above && amount <= above.Amount)
            && !(AtMost is { } most && amount > most.Amount) && !(Below is { } below && amount >= below.Amount);
        return holds ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText lines = Lines.Describe();
        LocalizedText range = Say.Range(Say.Amount(AtLeast), Say.Amount(Above), Say.Amount(AtMost), Say.Amount(Below));
        return Lines.IsAll
            ? new LocalizedText($"the eligible amount is {range.English}", $"可积分金额{range.Chinese}")
            : new LocalizedText($"the eligible amount of {lines.English} is {range.English}", $"{lines.Chinese}的可积分金额{range.Chinese}");
    }

    /// <inheritdoc/>
    public override LocalizedText Actual(in RuleFacts facts) => facts.Order is not { } order ? Say.NoOrder
        : Say.Same(Say.Amount(new Money(order.AmountOf(Lines), order.Currency))!);

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "amount").Part("lines", Lines, (part, to) => part.WriteTo(to)).Field("atLeast", AtLeast).Field("above", Above).Field("atMost", AtMost).Field("below", Below);

    private bool IsIn(Currency currency) => !(AtLeast is { } least && least.Currency != currency) && !(Above is { } above && above.Currency != currency)
        && !(AtMost is { } most && most.Currency != currency) && !(Below is { } below && below.Currency != currency);
}
