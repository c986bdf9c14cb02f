using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue;

/// <summary>How a fit went: enough to trust it, or to know why not.</summary>
public sealed record FitReport
{
    private readonly int? free;

    /// <summary>The model's name, such as <c>bg-nbd</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The parameters found, on the natural time scale.</summary>
    public required IReadOnlyList<ModelParameter> Parameters { get; init; }

    /// <summary>Sum of the weights: how many customers the fit counted.</summary>
    public required double Customers { get; init; }

    /// <summary>Distinct rows: what a likelihood evaluation costs grows with these.</summary>
    public required int DistinctHistories { get; init; }

    /// <summary>Log-likelihood at the parameters, summed over customers, on the natural time scale, without the penalty.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Largest absolute derivative of the penalised mean log-likelihood by a log-parameter, at the end; 0 for a sampled posterior.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Standard errors in the order of <see cref="Parameters"/>, from the exact Hessian; null where it is singular or the optimum lies on a bound.</summary>
    public IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>Covariance of the parameters, row by row; null where <see cref="StandardErrors"/> is.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Covariance { get; init; }

    /// <summary>Newton iterations taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Likelihood evaluations taken.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Whether the parameters are a finite maximum of the (penalised) likelihood. Where not, <see cref="Reason"/> says why.</summary>
    public required bool Converged { get; init; }

    /// <summary>Why there is no finite maximum, or why it was not reached; null where <see cref="Converged"/>.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What a reader of the numbers should know, in plain words.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];

    /// <summary>How many parameters the fit was free to choose. Default: all of <see cref="Parameters"/>; fewer where some are tied to each other or fixed.</summary>
    public int FreeParameters
    {
        get => free ?? Parameters.Count;
        init => free = value;
    }

    /// <summary>The test against the simpler model that this one contains, fitted on the same rows; null where there is none or it can't be made.</summary>
    public LikelihoodRatioTest? LikelihoodRatio { get; init; }
    /// <summary>How well the posterior was sampled; null where the fit is by maximum likelihood. Parameters are posterior means then, and standard errors posterior standard deviations.</summary>
    public SamplingReport? Sampling { get; init; }

    /// <summary>Akaike's criterion: 2k − 2·LL; smaller is better.</summary>
    public double Aic => (2 * FreeParameters) - (2 * LogLikelihood);

    /// <summary>Bayesian criterion: k·ln n − 2·LL; smaller is better.</summary>
    public double Bic => (FreeParameters * Math.Log(Customers)) - (2 * LogLikelihood);
}
