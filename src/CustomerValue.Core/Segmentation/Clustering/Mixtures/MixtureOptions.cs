using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>By which columns a mixture segments customers, and how it is fitted.</summary>
public sealed record MixtureOptions
{
    /// <summary>The columns, each once. Default null: recency, frequency and revenue by logarithm where there are purchases, else all columns of numbers as they are.</summary>
    public IReadOnlyList<ClusterField>? Fields { get; init; }

    /// <summary>How the mixture is fitted, on the scaled columns. Default: four components with covariances of their own. Starts are by seed, or by means on the scaled columns.</summary>
    public GaussianMixtureOptions Mixture { get; init; } = new();

    /// <summary>Customers whose values are the first means, one a component, instead of other starts; null for none.</summary>
    public IReadOnlyList<CustomerId>? InitialCustomers { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [.. ClusterFields.Problems(Fields)];
        if (Fields?.Count > GaussianMixtureOptions.MostColumns)
            problems.Add(new DataProblem { Field = nameof(Fields), Value = $"{Fields.Count}", Message = $"columns; give at most {GaussianMixtureOptions.MostColumns}." });
        if (InitialCustomers is not null && Mixture is not null && (InitialCustomers.Count != Mixture.Components || Mixture.InitialMeans is not null || Mixture.InitialLabels is not null))
            problems.Add(new DataProblem { Field = nameof(InitialCustomers), Value = $"{InitialCustomers.Count}", Message = $"starts for {Mixture.Components} components, or beside other starts; give one a component, and no other start." });
        problems.AddRange(Mixture?.Validate() ?? [new DataProblem { Field = nameof(Mixture), Message = "is missing; leave it out for the defaults." }]);
        return problems;
    }
}
