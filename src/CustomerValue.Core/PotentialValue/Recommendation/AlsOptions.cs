using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How implicit ALS is fitted.</summary>
public sealed record AlsOptions
{
    /// <summary>Numbers a customer and a product are described by. Range: [1, 512]. Default null: a fifth of the products, at least 2 and at most 32; more would learn few products by heart.</summary>
    public int? Factors { get; init; }

    /// <summary>λ, what large factors cost. Range: finite, &gt; 0. Default: 10.</summary>
    public double Lambda { get; init; } = 10;

    /// <summary>α of the confidence 1 + α·count. Range: finite, &gt; 0. Default: 10.</summary>
    public double Alpha { get; init; } = 10;

    /// <summary>Passes over customers and products. Range: ≥ 1. Default: 15.</summary>
    public int Iterations { get; init; } = 15;

    /// <summary>What the first factors of products follow from. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Factors is null or (>= 1 and <= 512), nameof(Factors), Factors ?? 0, "is not in [1, 512]; 32 is usual, null takes fewer for few products.");
        Check(Lambda > 0 && !double.IsInfinity(Lambda), nameof(Lambda), Lambda, "is not finite and above 0; 10 is usual.");
        Check(Alpha > 0 && !double.IsInfinity(Alpha), nameof(Alpha), Alpha, "is not finite and above 0; 10 is usual.");
        Check(Iterations >= 1, nameof(Iterations), Iterations, "passes; make 1 or more, 15 is usual.");
        return problems;
    }
}
