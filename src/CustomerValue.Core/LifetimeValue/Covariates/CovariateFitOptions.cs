using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>How to fit a model with covariates. The defaults are maximum likelihood, every covariate acting on every process.</summary>
public sealed record CovariateFitOptions
{
    /// <summary>How often each row counts, aligned with the columns; finite and ≥ 0. Null: once each.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The ridge penalty of the base parameters, those of the average customer: <see cref="FitOptions.Penalizer"/>.</summary>
    public double Penalizer { get; init; }

    /// <summary>
    /// Ridge penalty c in [0, 10⁶] of the coefficients: the fit maximises mean log-likelihood − c·Σγ², where γ is per standard deviation of
    /// a column of numbers and per level of a category. Default 0. The log-likelihood reported never includes it.
    /// </summary>
    public double CoefficientPenalizer { get; init; }

    /// <summary>Newton iterations before the fit gives up. Default 200, at least 1.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>Columns that act on how often customers buy; null for all. A model of spend has no such process.</summary>
    public IReadOnlyList<string>? PurchaseCovariates { get; init; }

    /// <summary>Columns that act on how soon customers leave; null for all. A model of spend has no such process.</summary>
    public IReadOnlyList<string>? LifeCovariates { get; init; }

    /// <summary>
    /// Which coefficients are tied to each other or fixed. Null for the model's own choice: none, but in BG/NBD and MBG/NBD every b coefficient
    /// is 0, so that a covariate multiplies the odds of leaving. Empty: all coefficients are free.
    /// </summary>
    public IReadOnlyList<CoefficientTie>? Ties { get; init; }

    /// <summary>The same for the model without covariates.</summary>
    internal FitOptions Plain => new() { Weights = Weights, Penalizer = Penalizer, MaxIterations = MaxIterations };

    /// <summary>What is wrong beside what <see cref="FitOptions.Validate"/> says.</summary>
    internal IEnumerable<DataProblem> Problems()
    {
        if (!(CoefficientPenalizer >= 0 && CoefficientPenalizer <= FitOptions.LargestPenalizer))
            yield return new DataProblem { Field = nameof(CoefficientPenalizer), Value = CoefficientPenalizer.ToString(CultureInfo.InvariantCulture), Message = "is not in [0, 1000000]; 0 is maximum likelihood, 0.01 a light penalty." };
    }
}
