using CustomerValue.Labels;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>How a fit of latent classes went, and how far it can be trusted. Immutable.</summary>
public sealed record LatentClassReport
{
    /// <summary>The respondents with an answer: n, the sum of their weights.</summary>
    public required double Respondents { get; init; }

    /// <summary>The distinct rows of answers and covariates.</summary>
    public required int Patterns { get; init; }

    /// <summary>The log-likelihood at the best optimum; answers that are missing are missing at random.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The free parameters p: (C − 1) times 1 and the covariates, and per class the categories of each item less one.</summary>
    public required int Parameters { get; init; }

    /// <summary>min(n, Π K − 1) − p, as poLCA counts them; negative where the data can't tell so many parameters.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>−2 ln L + 2 p; smaller is better.</summary>
    public required double Aic { get; init; }

    /// <summary>−2 ln L + p ln n; smaller is better.</summary>
    public required double Bic { get; init; }

    /// <summary>1 − Σ(−Σ h ln h)/(n ln C): 1 where everyone's class is sure, 0 where nothing is known; 1 with one class.</summary>
    public required double EntropyRSquared { get; init; }

    /// <summary>The likelihood-ratio statistic over the patterns of those who answered everything; null with covariates, or where nobody did.</summary>
    public double? GSquared { get; init; }

    /// <summary>Pearson's statistic over all possible patterns; null where <see cref="GSquared"/> is.</summary>
    public double? ChiSquared { get; init; }

    /// <summary>Starts taken; the library chose the number.</summary>
    public required int Starts { get; init; }

    /// <summary>Starts whose climb went to the end; the others were lower after a hundred passes, and nobody knows where they would have ended.</summary>
    public int Finished => Optima.Sum(optimum => optimum.Reached);

    /// <summary>The optima found, the best one first, and how often each was reached; they sum to <see cref="Finished"/>.</summary>
    public required IReadOnlyList<LatentClassOptimum> Optima { get; init; }

    /// <summary>Passes over the answers by the best start, and steps of Newton's method after it.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the slope vanished.</summary>
    public required bool Converged { get; init; }

    /// <summary>The largest derivative of the mean log-likelihood by a log odds or coefficient (covariates standardised).</summary>
    public required double Gradient { get; init; }

    /// <summary>Whether the data tell all parameters: degrees of freedom ≥ 0, and an observed information that is positive. Null where it is too large to tell.</summary>
    public required bool? Identified { get; init; }

    /// <summary>Standard errors of the classes' shares by the observed information; empty where there are none.</summary>
    public IReadOnlyList<double> ShareErrors { get; init; } = [];

    /// <summary>Standard errors of the probabilities: class, item, category; null at the boundary, where there are none. Empty where there are none at all.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double?>>> ProbabilityErrors { get; init; } = [];

    /// <summary>Standard errors of the coefficients, in the order of <see cref="LatentClassModel.Coefficients"/>; the base class has none. Empty where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<double>> CoefficientErrors { get; init; } = [];

    /// <summary>The numbers of classes that were tried, where the library chose.</summary>
    public IReadOnlyList<LatentClassCandidate> Candidates { get; init; } = [];

    /// <summary>What a reader should know, in plain words.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];
}
