using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>How to fit. The defaults are maximum likelihood with every customer counting once.</summary>
public sealed record FitOptions
{
    /// <summary>How often each row counts, aligned with the columns; finite and ≥ 0. Null: once each. A row of weight 3 equals three equal rows.</summary>
    public ReadOnlyMemory<double>? Weights { get; init; }

    /// <summary>
    /// Ridge penalty c ≥ 0: the fit maximises mean log-likelihood − c·Σθ², with time scaled so that the largest age is 1
    /// (for spend models, spend scaled so that its mean is 1). Default 0. The log-likelihood reported never includes it.
    /// </summary>
    public double Penalizer { get; init; }

    /// <summary>Newton iterations before the fit gives up. Default 200, at least 1.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>Every problem of the options for columns of <paramref name="rows"/> rows; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate(int rows)
    {
        List<DataProblem> problems = [];
        if (!(Penalizer >= 0) || double.IsInfinity(Penalizer))
            problems.Add(new DataProblem { Field = nameof(Penalizer), Value = Penalizer.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = "is not a finite number ≥ 0; 0 is maximum likelihood, 0.01 a light penalty." });
        if (MaxIterations < 1)
            problems.Add(new DataProblem { Field = nameof(MaxIterations), Value = MaxIterations.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = "is below 1; 200 is the default." });
        if (Weights is { } weights)
        {
            if (weights.Length != rows)
                problems.Add(new DataProblem { Field = nameof(Weights), Value = weights.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = $"values for {rows} rows; give one weight a row." });
            for (int row = 0; row < weights.Length; row++)
            {
                double weight = weights.Span[row];
                if (!(weight >= 0) || double.IsInfinity(weight))
                    problems.Add(new DataProblem { Row = row, Field = nameof(Weights), Value = weight.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = "is not a finite number ≥ 0." });
            }
        }

        return problems;
    }
}
