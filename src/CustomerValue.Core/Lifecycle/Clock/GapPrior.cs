using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Clock;

/// <summary>
/// What is expected of a gap between purchases before a customer's own are seen: the gamma prior of an NBD model's purchase rate.
/// A customer with x repeat purchases who has been one for T days has the expected gap (α + T)/(r + x), which grows with the present silence: c = silence/gap
/// rises ever slower, to r + x at most. A few purchases say too little of a rhythm to call anybody lost by it.
/// </summary>
public readonly record struct GapPrior
{
    /// <summary>Makes a prior.</summary>
    /// <param name="shape">r, finite and &gt; 0: as many gaps the prior counts for.</param>
    /// <param name="days">α in days, finite and &gt; 0: as many days the prior counts for. α/r is the cohort's gap.</param>
    /// <exception cref="DataRejectedException">A number is out of range.</exception>
    public GapPrior(double shape, double days)
    {
        ProblemList problems = new();
        foreach ((string field, double value) in new[] { (nameof(shape), shape), (nameof(days), days) })
        {
            if (!(value > 0 && value <= double.MaxValue))
                problems.Add(null, field, value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), "is not a finite number above 0.");
        }

        problems.ThrowIfAny();
        (Shape, Days) = (shape, days);
    }

    /// <summary>r. 0 in the default value, which is refused.</summary>
    public double Shape { get; }

    /// <summary>α in days.</summary>
    public double Days { get; }
}
