using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>By which columns customers are clustered, and how.</summary>
public sealed record KPrototypesStrategyOptions
{
    /// <summary>
    /// The columns, each once, numbers or categories. Null for recency, frequency and revenue, all by logarithm and standardized, and the columns of
    /// texts with 2 to 12 different ones.
    /// </summary>
    public IReadOnlyList<MixedField>? Fields { get; init; }

    /// <summary>
    /// How many clusters, and where to start: <see cref="KPrototypesOptions.InitialRows"/> are rows of the base, that is customers in the order of
    /// their ids with prospects last. Default: five clusters, ten starts.
    /// </summary>
    public KPrototypesOptions Clusters { get; init; } = new();

    /// <summary>Customers whose values are the first prototypes, one a cluster, instead of <see cref="KPrototypesOptions.InitialRows"/>; null for none.</summary>
    public IReadOnlyList<CustomerId>? InitialCustomers { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [.. MixedField.Problems(Fields)];
        if (problems.Count == 0)
        {
            foreach (MixedField field in (Fields ?? []).Where(field => field.Kind is MixedFieldKind.Ordered or MixedFieldKind.Asymmetric))
                problems.Add(new DataProblem { Field = nameof(Fields), Value = field.Column, Message = "is of a kind that k-prototypes can't weigh; make it a number or a category, or take medoids." });
        }

        if (Clusters is null)
            return [.. problems, new DataProblem { Field = nameof(Clusters), Message = "are missing; give KPrototypesOptions." }];
        problems.AddRange(Clusters.Validate());
        if (InitialCustomers is not null && InitialCustomers.Count != Clusters.K)
            problems.Add(new DataProblem { Field = nameof(InitialCustomers), Value = $"{InitialCustomers.Count}", Message = $"starts for {Clusters.K} clusters; give one a cluster." });
        if (InitialCustomers is not null && Clusters.InitialRows is not null)
            problems.Add(new DataProblem { Field = nameof(InitialCustomers), Message = "are given beside InitialRows; give one of them." });
        return problems;
    }
}
