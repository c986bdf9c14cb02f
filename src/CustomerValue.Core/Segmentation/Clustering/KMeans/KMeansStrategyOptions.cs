using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>By which columns customers are clustered, and how.</summary>
public sealed record KMeansStrategyOptions
{
    /// <summary>The columns, each once. Default null: recency, frequency and revenue by logarithm where there are purchases, else all columns of numbers as they are.</summary>
    public IReadOnlyList<ClusterField>? Fields { get; init; }

    /// <summary>
    /// How many clusters, and where to start: <see cref="KMeansOptions.InitialRows"/> are rows of the base, that is customers in the order of
    /// their ids with prospects last, and <see cref="KMeansOptions.InitialCentres"/> are on the fitted scales. Default: five clusters, ten starts.
    /// </summary>
    public KMeansOptions Clusters { get; init; } = new();

    /// <summary>Customers whose values are the first centres, one a cluster, instead of <see cref="KMeansOptions.InitialRows"/>; null for none.</summary>
    public IReadOnlyList<CustomerId>? InitialCustomers { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [.. ClusterFields.Problems(Fields)];
        if (Clusters is null)
            return [.. problems, new DataProblem { Field = nameof(Clusters), Message = "are missing; give KMeansOptions." }];
        problems.AddRange(Clusters.Validate());
        if (InitialCustomers is not null && InitialCustomers.Count != Clusters.K)
            problems.Add(new DataProblem { Field = nameof(InitialCustomers), Value = $"{InitialCustomers.Count}", Message = $"starts for {Clusters.K} clusters; give one a cluster." });
        if (InitialCustomers is not null && (Clusters.InitialRows is not null || Clusters.InitialCentres is not null))
            problems.Add(new DataProblem { Field = nameof(InitialCustomers), Message = "are given beside other starts; give one kind of start." });
        return problems;
    }
}
