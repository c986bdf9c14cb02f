using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>How a posterior is sampled. The same options give the same draws, on any number of threads.</summary>
public sealed record SamplingOptions
{
    /// <summary>More would not fit into memory beside the customers.</summary>
    private const int MostDraws = 1_000_000;

    /// <summary>Where the streams of random numbers start. Default 1; any number.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Chains, started apart from each other, in [1, 64]. Default 4: with one chain nobody sees whether it has arrived.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Sweeps of each chain before its draws count, ≥ 100: it finds its way and its steps in these. Null: the model's own default.</summary>
    public int? BurnIn { get; init; }

    /// <summary>Draws kept of each chain, in [8, 1,000,000]. Null: the model's own default.</summary>
    public int? Draws { get; init; }

    /// <summary>Sweeps for each draw that is kept, ≥ 1. Null: the model's own default.</summary>
    public int? Thinning { get; init; }

    /// <summary>Told the finished part of the work, in [0, 1], now and then and from any thread; null for nobody.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(string field, int? value, int least, int most)
        {
            if (value is int given && (given < least || given > most))
                problems.Add(new DataProblem { Field = field, Value = given.ToString(CultureInfo.InvariantCulture), Message = $"is not in [{least}, {most}]." });
        }

        Check(nameof(Chains), Chains, 1, 64);
        Check(nameof(BurnIn), BurnIn, 100, MostDraws);
        Check(nameof(Draws), Draws, 8, MostDraws);
        Check(nameof(Thinning), Thinning, 1, MostDraws);
        return problems;
    }
}
