using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>By which columns a mixture segments customers, and how it is fitted.</summary>
public sealed record MixtureOptions
{
    /// <summary>1 to 64 columns, no two the same. Default: recency, frequency and revenue of the purchases, each by its signed logarithm.</summary>
    public IReadOnlyList<ClusterField> Fields { get; init; } =
    [
        new() { Column = ColumnNames.RecencyDays, Scaling = FieldScaling.LogStandard },
        new() { Column = ColumnNames.Frequency, Scaling = FieldScaling.LogStandard },
        new() { Column = ColumnNames.Revenue, Scaling = FieldScaling.LogStandard },
    ];

    /// <summary>How the mixture is fitted, on the scaled columns. Default: four components with covariances of their own. Starts are by seed, or by means on the scaled columns.</summary>
    public GaussianMixtureOptions Mixture { get; init; } = new();

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Fields is null || Fields.Count is < 1 or > GaussianMixtureOptions.MostColumns || Fields.Any(field => string.IsNullOrWhiteSpace(field?.Column)))
            problems.Add(new DataProblem { Field = nameof(Fields), Message = "must be 1 to 64 columns, each with its name." });
        else if (Fields.GroupBy(field => field.Column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            problems.Add(new DataProblem { Field = nameof(Fields), Value = twice.Key, Message = "is given twice; keep one." });
        if (Fields?.FirstOrDefault(field => field is not null && field.Scaling is < FieldScaling.None or > FieldScaling.LogStandard) is { } odd)
            problems.Add(new DataProblem { Field = nameof(Fields), Value = odd.Column, Message = "has a scaling that is none of None, Standard, LogStandard." });
        problems.AddRange(Mixture?.Validate() ?? [new DataProblem { Field = nameof(Mixture), Message = "is missing; leave it out for the defaults." }]);
        return problems;
    }
}
