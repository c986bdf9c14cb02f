using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How many products are recommended, and which never.</summary>
public sealed record TopProductsOptions
{
    /// <summary>The most products a customer. Range: ≥ 1. Default: 10.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Products that can't be had now; names that the model doesn't know are no error. Default: none.</summary>
    public IReadOnlyList<string> Unavailable { get; init; } = [];

    /// <summary>Whether products that the customer has may be recommended again. Default: false.</summary>
    public bool IncludeOwned { get; init; }

    /// <summary>The most owned products that are named as reasons. Range: ≥ 1. Default: 3.</summary>
    public int Reasons { get; init; } = 3;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Count < 1)
            problems.Add(new DataProblem { Field = nameof(Count), Value = Count.ToString(CultureInfo.InvariantCulture), Message = "products; ask for 1 or more." });
        if (Reasons < 1)
            problems.Add(new DataProblem { Field = nameof(Reasons), Value = Reasons.ToString(CultureInfo.InvariantCulture), Message = "reasons; name 1 or more." });
        if (Unavailable is null)
            problems.Add(new DataProblem { Field = nameof(Unavailable), Message = "is null; give an empty list where all can be had." });
        return problems;
    }
}
