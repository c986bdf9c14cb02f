using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>How many clusters k-prototypes looks for, how much categories weigh, and where it starts.</summary>
public sealed record KPrototypesOptions
{
    /// <summary>The number of clusters. Range: ≥ 1. Default: 5.</summary>
    public int K { get; init; } = 5;

    /// <summary>What one category that differs adds, beside the squared differences of numbers. Range: finite, ≥ 0. Null for half the mean standard deviation (divisor n) of the numbers, or 1 where that is 0.</summary>
    public double? Gamma { get; init; }

    /// <summary>How many starts are drawn; the least cost wins. Range: 1 to 1000. Default: 10. Given starts are taken once, and this does not count.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>What the draws follow from, together with the contents of the rows. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Passes over the rows after which a start is given up as it is, with a warning. Range: ≥ 1. Default: 100.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Rows, the first being 0, whose values are the first prototypes, one a cluster; null for drawn ones.</summary>
    public IReadOnlyList<int>? InitialRows { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (K < 1)
            problems.Add(new DataProblem { Field = nameof(K), Value = Text(K), Message = "clusters; give 1 or more." });
        if (Gamma is { } gamma && (!(gamma >= 0) || double.IsInfinity(gamma)))
            problems.Add(new DataProblem { Field = nameof(Gamma), Value = Text(gamma), Message = "is no weight; give a finite number ≥ 0, or none for the usual one." });
        if (Starts is < 1 or > 1000)
            problems.Add(new DataProblem { Field = nameof(Starts), Value = Text(Starts), Message = "starts; give 1 to 1000, 10 is usual." });
        if (MaxIterations < 1)
            problems.Add(new DataProblem { Field = nameof(MaxIterations), Value = Text(MaxIterations), Message = "iterations; give 1 or more, 100 is usual." });
        if (InitialRows is { } rows && rows.Count != K)
            problems.Add(new DataProblem { Field = nameof(InitialRows), Value = Text(rows.Count), Message = $"starts for {Text(K)} clusters; give one a cluster." });
        foreach (int row in (InitialRows ?? []).Where(row => row < 0))
            problems.Add(new DataProblem { Field = nameof(InitialRows), Value = Text(row), Message = "is no row; the first row is 0." });
        return problems;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
