using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.Updating;

/// <summary>Whether customers still buy as a model expects of them.</summary>
public sealed record DriftReport
{
    /// <summary>Purchases expected of all customers since the fit.</summary>
    public required double Expected { get; init; }

    /// <summary>Purchases made.</summary>
    public required long Actual { get; init; }

    /// <summary>The total's deviation in standard deviations: of the outcomes at known parameters, and of the parameters.</summary>
    public required double Z { get; init; }

    /// <summary>Probability of a total at least as far off if nothing drifted; two-sided.</summary>
    public required double TotalProbability { get; init; }

    /// <summary>The classes, by frequency at the fit; together they hold every customer.</summary>
    public required IReadOnlyList<DriftClass> Classes { get; init; }

    /// <summary>The classes' joint deviation, chi-squared with as many degrees of freedom as there are classes.</summary>
    public required double ChiSquared { get; init; }

    /// <summary>Probability of classes at least as far off if nothing drifted.</summary>
    public required double ClassProbability { get; init; }

    /// <summary>Whether the uncertainty of the parameters is in the deviations; without it false alarms are more frequent than said.</summary>
    public required bool HasParameterUncertainty { get; init; }

    /// <summary>Whether a refit is due: one of the two probabilities is below half the level of the test.</summary>
    public required bool RefitIsDue { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required LocalizedText Reason { get; init; }
}
