using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column in a half-open interval.</summary>
public sealed class BetweenCondition : RangeCondition
{
    internal BetweenCondition(string column, Bound from, Bound to)
        : base(column, from.IsDate, from.Value, Bound.Below(to.Value))
    {
        if (!(from.Value < to.Value))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"An interval ends above its start {from}.");
        (From, To) = (from, to);
    }

    /// <summary>Where the interval starts; it is in it.</summary>
    public Bound From { get; }

    /// <summary>Where the interval ends; it is not in it.</summary>
    public Bound To { get; }

    internal override IReadOnlyList<Bound> Bounds => [From, To];

    /// <inheritdoc/>
    public override LocalizedText Describe() => new($"{Column} in [{From}, {To})", $"{Column} 在 [{From}, {To}) 内");

    private protected override LocalizedText Verdict(bool holds) =>
        new($"is {(holds ? "" : "not ")}in [{From}, {To})", $"{(holds ? "" : "不")}在 [{From}, {To}) 内");

    private protected override bool SameAs(Condition other) => other is BetweenCondition same && (Column, From, To) == (same.Column, same.From, same.To);
}
