using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column compared with a bound.</summary>
public sealed class CompareCondition : RangeCondition
{
    private static readonly LocalizedText[] Verdicts =
    [
        new("is below", "低于"), new("is at most", "不高于"), new("is", "等于"), new("is at least", "不低于"), new("is above", "高于"), new("is not", "不等于"),
    ];

    internal CompareCondition(string column, Comparison comparison, Bound bound)
        : base(column, bound.IsDate, LeastOf(comparison, bound.Value), MostOf(comparison, bound.Value))
        => (Comparison, Limit) = (comparison, bound);

    /// <summary>How.</summary>
    public Comparison Comparison { get; }

    /// <summary>What the column is compared with.</summary>
    public Bound Limit { get; }

    internal override IReadOnlyList<Bound> Bounds => [Limit];

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        string text = $"{Column} {"<≤=≥>"[(int)Comparison]} {Limit}";
        return new LocalizedText(text, text);
    }

    private protected override LocalizedText Verdict(bool holds)
    {
        // What fails a comparison passes its opposite.
        int verdict = holds ? (int)Comparison : Comparison switch { Comparison.Less => 3, Comparison.AtMost => 4, Comparison.Equal => 5, Comparison.AtLeast => 0, _ => 1 };
        return new LocalizedText($"{Verdicts[verdict].English} {Limit}", $"{Verdicts[verdict].Chinese} {Limit}");
    }

    private protected override bool SameAs(Condition other) => other is CompareCondition same && (Column, Comparison, Limit) == (same.Column, same.Comparison, same.Limit);

    private static double LeastOf(Comparison comparison, double bound) => comparison switch
    {
        Comparison.Less or Comparison.AtMost => double.MinValue,
        Comparison.Equal or Comparison.AtLeast => bound,
        Comparison.Greater => Bound.Above(bound),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "There is no such comparison."),
    };

    private static double MostOf(Comparison comparison, double bound) => comparison switch
    {
        Comparison.Less => Bound.Below(bound),
        Comparison.AtMost or Comparison.Equal => bound,
        _ => double.MaxValue,
    };
}
