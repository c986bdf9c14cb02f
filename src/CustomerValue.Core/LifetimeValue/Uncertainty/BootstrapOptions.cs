using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>How to bootstrap.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How many times the customers are drawn anew. Default 200; in [2, 1000000]. Intervals of 99 % want a thousand.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>Seed of the draws. Default 0; the same seed gives the same replicates for any number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>How much the parameters' intervals cover. Default 0.95; in (0, 1).</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How each replicate is fitted; no weights, as the bootstrap draws them, and no start, as each starts from the fit of all. Null for the defaults.</summary>
    public FitOptions? Fit { get; init; }

    /// <summary>How many threads; the answer is the same for any number.</summary>
    internal int Workers { get; init; } = Numerics.Partitions.Workers;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Replicates < 2 || Replicates > 1_000_000)
            problems.Add(new DataProblem { Field = nameof(Replicates), Value = Replicates.ToString(CultureInfo.InvariantCulture), Message = "is not in [2, 1000000]; 200 is the default." });
        if (!(Level > 0 && Level < 1))
            problems.Add(new DataProblem { Field = nameof(Level), Value = Level.ToString(CultureInfo.InvariantCulture), Message = "is not in (0, 1); 0.95 is the default." });
        if (Fit is { Weights: not null } or { Start: not null })
            problems.Add(new DataProblem { Field = nameof(Fit), Message = "has weights or a start; the bootstrap sets both itself, so leave them out." });
        return problems;
    }
}
