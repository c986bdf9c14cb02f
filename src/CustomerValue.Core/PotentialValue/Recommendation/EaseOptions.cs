using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How EASE^R is fitted.</summary>
public sealed record EaseOptions
{
    /// <summary>λ, added to the diagonal of the Gram matrix. Range: finite, &gt; 0. Default: 500, as in the paper's experiments; smaller for few customers.</summary>
    public double Lambda { get; init; } = 500;

    /// <summary>The most bytes that the matrix of 8·products² may take; above it the fit is refused. Range: ≥ 1. Default: 2³⁰ (11,585 products).</summary>
    public long MemoryBudget { get; init; } = 1L << 30;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (!(Lambda > 0) || double.IsInfinity(Lambda))
            problems.Add(new DataProblem { Field = nameof(Lambda), Value = Lambda.ToString(CultureInfo.InvariantCulture), Message = "is not finite and above 0; 500 is usual." });
        if (MemoryBudget < 1)
            problems.Add(new DataProblem { Field = nameof(MemoryBudget), Value = MemoryBudget.ToString(CultureInfo.InvariantCulture), Message = "is not a number of bytes ≥ 1; 1073741824 is usual." });
        return problems;
    }
}
