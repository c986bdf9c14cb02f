namespace CustomerValue.LifetimeValue.Choice;

/// <summary>A model beside the reference on the same customers and holdouts.</summary>
public sealed record PairedComparison
{
    /// <summary>A smaller gain changes no forecast that anybody would see, however sure it is: as of a model that has become the reference itself.</summary>
    private const double LeastGain = 1e-4;

    /// <summary>Forecasts nearer than this differ by where two searches for one optimum stopped.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>The model that it is held against.</summary>
    public required string Reference { get; init; }

    /// <summary>Mean over customers and origins of ln P(N = n) by the model less that by the reference: above 0 where the model forecasts better.</summary>
    public required double Gain { get; init; }

    /// <summary>Standard error of <see cref="Gain"/>; what one customer adds at several origins counts as one observation.</summary>
    public required double StandardError { get; init; }

    /// <summary>Whether the model's total over all origins is at least as close to what was bought as the reference's.</summary>
    public required bool TotalIsNoWorse { get; init; }

    /// <summary>Whether the model is clearly better: the gain is at least 0.0001 and above two standard errors, and the total is no worse.</summary>
    public bool IsClearlyBetter => Gain >= LeastGain && Gain > 2 * StandardError && TotalIsNoWorse;

    /// <summary>Whether both make the same forecasts: the model has become the reference, as MBG/CNBD-k with k = 1 is MBG/NBD.</summary>
    internal bool IsSame => Math.Abs(Gain) < Rounding && StandardError < Rounding;
}
