using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>How to fit. The defaults are maximum likelihood with every customer counting once.</summary>
public sealed record FitOptions
{
    /// <summary>How often each row counts, aligned with the columns; finite and ≥ 0. Null: once each. A row of weight 3 equals three equal rows.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>
    /// Ridge penalty c in [0, 10⁶]: the fit maximises mean log-likelihood − c·Σθ², with time scaled so that the largest age is 1
    /// (for spend models, spend scaled so that its mean is 1). Default 0. The log-likelihood reported never includes it.
    /// </summary>
    public double Penalizer { get; init; }

    /// <summary>Beyond this a penalty leaves nothing of the data.</summary>
    internal const double LargestPenalizer = 1e6;

    /// <summary>Newton iterations before the fit gives up. Default 200, at least 1.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>
    /// Where to start, all parameters of the model by name: an earlier fit's, when new purchases came in. Null: the model's own starts.
    /// The optimum doesn't depend on it; the number of iterations does.
    /// </summary>
    public IReadOnlyList<ModelParameter>? Start { get; init; }

    /// <summary>How models with a posterior are sampled; null for their defaults. Models fitted by maximum likelihood don't look at it.</summary>
    public SamplingOptions? Sampling { get; init; }

    /// <summary>Every problem of the options for columns of <paramref name="rows"/> rows; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate(int rows)
    {
        List<DataProblem> problems = [.. Sampling?.Validate() ?? []];
        if (!(Penalizer >= 0 && Penalizer <= LargestPenalizer))
            problems.Add(new DataProblem { Field = nameof(Penalizer), Value = Penalizer.ToString(CultureInfo.InvariantCulture), Message = "is not in [0, 1000000]; 0 is maximum likelihood, 0.01 a light penalty." });
        if (MaxIterations < 1)
            problems.Add(new DataProblem { Field = nameof(MaxIterations), Value = MaxIterations.ToString(CultureInfo.InvariantCulture), Message = "is below 1; 200 is the default." });
        if (Weights is { } weights)
        {
            if (weights.Count != rows)
                problems.Add(new DataProblem { Field = nameof(Weights), Value = weights.Count.ToString(CultureInfo.InvariantCulture), Message = $"values for {rows} rows; give one weight a row." });
            for (int row = 0; row < weights.Count; row++)
            {
                double weight = weights[row];
                if (!(weight >= 0) || double.IsInfinity(weight))
                    problems.Add(new DataProblem { Row = row, Field = nameof(Weights), Value = weight.ToString(CultureInfo.InvariantCulture), Message = "is not a finite number ≥ 0." });
            }
        }

        return problems;
    }
}
