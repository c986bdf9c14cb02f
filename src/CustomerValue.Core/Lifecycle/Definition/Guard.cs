using CustomerValue.Labels;

namespace CustomerValue.Lifecycle.Definition;

/// <summary>What must hold of the evidence: a closed set of typed forms, never a text that is run. A comparison with something unknown does not hold. Immutable; equal parts make equal guards.</summary>
public abstract class Guard : IEquatable<Guard>
{
    private protected Guard()
    {
    }

    /// <summary>Holds always.</summary>
    public static Guard Always { get; } = new AllGuard([]);

    /// <summary>The measure compared with a bound.</summary>
    /// <param name="measure">What is looked at.</param>
    /// <param name="comparison">How.</param>
    /// <param name="bound">Finite.</param>
    public static Guard Compare(Measure measure, Comparison comparison, double bound) => new CompareGuard(measure, comparison, bound);

    /// <summary>Measure ≥ bound.</summary>
    public static Guard AtLeast(Measure measure, double bound) => Compare(measure, Comparison.AtLeast, bound);

    /// <summary>Measure &lt; bound.</summary>
    public static Guard Below(Measure measure, double bound) => Compare(measure, Comparison.Below, bound);

    /// <summary>Every one of them; holds where there are none.</summary>
    public static Guard All(params Guard[] guards) => new AllGuard(guards ?? throw new ArgumentNullException(nameof(guards)));

    /// <summary>At least one of them; does not hold where there are none.</summary>
    public static Guard Any(params Guard[] guards) => new AnyGuard(guards ?? throw new ArgumentNullException(nameof(guards)));

    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(in LifecycleEvidence evidence);

    /// <summary>The guard as people read it, such as <c>c ≥ 1.5 or A &lt; 0.7</c>.</summary>
    public abstract LocalizedText Describe();

    /// <summary>The measures it looks at, in order of appearance.</summary>
    public abstract IEnumerable<Measure> Measures { get; }

    /// <summary>The same guard as alternatives, each a set of ranges of measures: what checks of a definition reason with.</summary>
    internal abstract IReadOnlyList<EvidenceBox> Boxes { get; }

    /// <summary>Whether, once it holds, it goes on to hold as time passes without an event.</summary>
    internal abstract bool StaysTrue { get; }

    /// <inheritdoc/>
    public bool Equals(Guard? other) => other is not null && other.GetType() == GetType() && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Guard);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The English description.</summary>
    public sealed override string ToString() => Describe().English;
}
