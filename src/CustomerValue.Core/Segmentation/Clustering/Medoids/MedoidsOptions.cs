using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>By which columns customers are clustered around medoids, and how.</summary>
public sealed record MedoidsOptions
{
    /// <summary>
    /// The columns, each once, of any kind. Null for recency, frequency and revenue, all by logarithm, and the columns of texts with 2 to 12 different ones.
    /// Gower's measure divides numbers by their range, so only <see cref="FieldScaling.LogStandard"/> changes anything: the range is then that of the logarithms.
    /// </summary>
    public IReadOnlyList<MixedField>? Fields { get; init; }

    /// <summary>The number of clusters. Range: ≥ 1. Default: 5.</summary>
    public int K { get; init; } = 5;

    /// <summary>Up to so many distinct rows are compared pair by pair, in 8 bytes a pair; of more, so many customers are drawn by content. Range: 10 to 20,000 and ≥ K. Default: 5,000 (200 MB).</summary>
    public int ExactRows { get; init; } = 5_000;

    /// <summary>What a sample follows from, together with the contents of the rows. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Rows of the base, the first being 0, that are the first medoids, one a cluster; null to build them up.</summary>
    public IReadOnlyList<int>? InitialRows { get; init; }

    /// <summary>Customers who are the first medoids, one a cluster; null to build them up.</summary>
    public IReadOnlyList<CustomerId>? InitialCustomers { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [.. MixedField.Problems(Fields)];
        if (K < 1)
            problems.Add(new DataProblem { Field = nameof(K), Value = Text(K), Message = "clusters; give 1 or more." });
        if (ExactRows is < 10 or > 20_000 || ExactRows < K)
            problems.Add(new DataProblem { Field = nameof(ExactRows), Value = Text(ExactRows), Message = "rows; give 10 to 20000, and no fewer than clusters." });
        if ((InitialRows?.Count ?? InitialCustomers?.Count) is { } starts && starts != K)
            problems.Add(new DataProblem { Field = nameof(InitialRows), Value = Text(starts), Message = $"starts for {Text(K)} clusters; give one a cluster." });
        if (InitialRows is not null && InitialCustomers is not null)
            problems.Add(new DataProblem { Field = nameof(InitialRows), Message = "are given beside InitialCustomers; give one of them." });
        foreach (int row in (InitialRows ?? []).Where(row => row < 0))
            problems.Add(new DataProblem { Field = nameof(InitialRows), Value = Text(row), Message = "is no row; the first row is 0." });
        return problems;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
