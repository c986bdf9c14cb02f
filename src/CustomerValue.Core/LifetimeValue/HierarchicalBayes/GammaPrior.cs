using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>A gamma distribution as the prior of a parameter &gt; 0.</summary>
public readonly record struct GammaPrior
{
    /// <summary>Makes a prior of mean <paramref name="shape"/>/<paramref name="rate"/>.</summary>
    /// <param name="shape">Finite and &gt; 0.</param>
    /// <param name="rate">Finite and &gt; 0.</param>
    /// <exception cref="DataRejectedException">Out of range.</exception>
    public GammaPrior(double shape, double rate)
    {
        Shape = Positive(nameof(shape), shape);
        Rate = Positive(nameof(rate), rate);
    }

    /// <summary>The shape. The default value of this type has 0 here and is no prior.</summary>
    public double Shape { get; }

    /// <summary>The rate.</summary>
    public double Rate { get; }

    /// <summary>Log-density of the parameter's logarithm, up to a constant.</summary>
    internal double LogDensityOfLog(double log) => (Shape * log) - (Rate * Math.Exp(log));

    private static double Positive(string field, double value) => value > 0 && !double.IsInfinity(value)
        ? value
        : throw new DataRejectedException(new DataProblem { Field = field, Value = value.ToString(CultureInfo.InvariantCulture), Message = "is not a finite number > 0." });
}
