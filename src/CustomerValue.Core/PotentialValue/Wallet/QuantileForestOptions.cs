using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>How a quantile forest is grown.</summary>
public sealed record QuantileForestOptions
{
    /// <summary>How many trees. Range: [1, 10000]. Default: 200.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>The fewest customers in a leaf. Range: ≥ 1. Default: 10.</summary>
    public int LeafSize { get; init; } = 10;

    /// <summary>How many features, drawn anew, are tried for each split. Range: ≥ 1; more than there are means all. Default null: two thirds of them.</summary>
    public int? FeaturesTried { get; init; }

    /// <summary>What all draws follow from. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, int? value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value?.ToString(CultureInfo.InvariantCulture), Message = message });
        }

        Check(Trees is >= 1 and <= 10_000, nameof(Trees), Trees, "is not in [1, 10000]; 200 are usual.");
        Check(LeafSize >= 1, nameof(LeafSize), LeafSize, "is below 1; 10 are usual.");
        Check(FeaturesTried is null or >= 1, nameof(FeaturesTried), FeaturesTried, "is below 1; null tries two thirds of them.");
        return problems;
    }
}
