using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>A measure compared with a bound.</summary>
public sealed class CompareGuard : Guard
{
    internal CompareGuard(Measure measure, Comparison comparison, double bound)
    {
        if (measure is < Measure.Purchases or > Measure.DaysToTermEnd)
            throw new ArgumentOutOfRangeException(nameof(measure), measure, "is no measure; take one of the enumeration.");
        if (comparison is < Comparison.AtLeast or > Comparison.Below)
            throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "is no comparison; take one of the enumeration.");
        if (double.IsNaN(bound) || double.IsInfinity(bound))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "Must be a finite number.");
        (Measure, Comparison, Bound) = (measure, comparison, bound);
    }

    /// <summary>What is looked at.</summary>
    public Measure Measure { get; }

    /// <summary>How.</summary>
    public Comparison Comparison { get; }

    /// <summary>With what; finite.</summary>
    public double Bound { get; }

    /// <inheritdoc/>
    public override bool Holds(in LifecycleEvidence evidence)
    {
        double value = evidence[Measure];
        return Comparison switch
        {
            Comparison.AtLeast => value >= Bound,
            Comparison.Above => value > Bound,
            Comparison.AtMost => value <= Bound,
            _ => value < Bound,
        };
    }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText name = MeasureWords.Name(Measure);
        string sign = Comparison switch { Comparison.AtLeast => "≥", Comparison.Above => ">", Comparison.AtMost => "≤", _ => "<" };
        string bound = Bound.ToString("R", CultureInfo.InvariantCulture);
        return new($"{name.English} {sign} {bound}", $"{name.Chinese} {sign} {bound}");
    }

    /// <inheritdoc/>
    public override IEnumerable<Measure> Measures => [Measure];

    /// <inheritdoc/>
    internal override IReadOnlyList<EvidenceBox> Boxes => [EvidenceBox.Of(this)];

    /// <inheritdoc/>
    internal override bool StaysTrue => MeasureWords.Course(Measure) switch
    {
        > 0 => Comparison is Comparison.AtLeast or Comparison.Above,
        < 0 => Comparison is Comparison.AtMost or Comparison.Below,
        _ => true,
    };
}
