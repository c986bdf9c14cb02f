using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>How many clusters k-means looks for, and where it starts.</summary>
public sealed record KMeansOptions
{
    /// <summary>The number of clusters. Range: ≥ 1. Default: 5.</summary>
    public int K { get; init; } = 5;

    /// <summary>How many times k-means++ starts; the least inertia wins. Range: ≥ 1. Default: 10. Given starts are taken once, and this does not count.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>What the draws of k-means++ follow from, together with the contents of the rows. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Passes over the rows after which a start is given up as it is, with a warning. Range: ≥ 1. Default: 300.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>Rows, the first being 0, whose values are the first centres, one a cluster; null for k-means++.</summary>
    public IReadOnlyList<int>? InitialRows { get; init; }

    /// <summary>The first centres, one a cluster, each with a finite number a column; null for k-means++ or <see cref="InitialRows"/>.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? InitialCentres { get; init; }

    /// <summary>Told the part that is done, in (0, 1], after each start. Default: null.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        AtLeastOne(nameof(K), K, "clusters; give 1 or more.");
        AtLeastOne(nameof(Starts), Starts, "starts; give 1 or more, 10 is usual.");
        AtLeastOne(nameof(MaxIterations), MaxIterations, "iterations; give 1 or more, 300 is usual.");
        if (InitialRows is not null && InitialCentres is not null)
            problems.Add(new DataProblem { Field = nameof(InitialRows), Message = "are given beside InitialCentres; give one of them." });
        OneACluster(nameof(InitialRows), InitialRows?.Count);
        OneACluster(nameof(InitialCentres), InitialCentres?.Count);
        foreach (int row in (InitialRows ?? []).Where(row => row < 0))
            problems.Add(new DataProblem { Field = nameof(InitialRows), Value = Text(row), Message = "is no row; the first row is 0." });
        if (InitialCentres is not null && InitialCentres.Any(centre => centre is null || centre.Any(value => double.IsNaN(value) || double.IsInfinity(value))))
            problems.Add(new DataProblem { Field = nameof(InitialCentres), Message = "are not all finite numbers." });
        return problems;

        void AtLeastOne(string field, int value, string message)
        {
            if (value < 1)
                problems.Add(new DataProblem { Field = field, Value = Text(value), Message = message });
        }

        void OneACluster(string field, int? count)
        {
            if (count is { } given && given != K)
                problems.Add(new DataProblem { Field = field, Value = Text(given), Message = $"starts for {Text(K)} clusters; give one a cluster." });
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
