using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column in a half-open interval.</summary>
internal sealed class BetweenCondition : RangeCondition
{
    public BetweenCondition(string column, Bound from, Bound to)
        : base(column, from.IsDate, from.Value, Bound.Below(to.Value))
    {
        if (!(from.Value < to.Value))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"An interval ends above its start {from}.");
        (From, To) = (from, to);
    }

    public Bound From { get; }

    public Bound To { get; }

    public override IReadOnlyList<Bound> Bounds => [From, To];

    public override LocalizedText Describe() => new($"{Column} in [{From}, {To})", $"{Column} 在 [{From}, {To}) 内");

    private protected override LocalizedText Verdict(bool holds) =>
        new($"is {(holds ? "" : "not ")}in [{From}, {To})", $"{(holds ? "" : "不")}在 [{From}, {To}) 内");

    private protected override bool SameAs(Condition other) => other is BetweenCondition same && (Column, From, To) == (same.Column, same.From, same.To);
}
