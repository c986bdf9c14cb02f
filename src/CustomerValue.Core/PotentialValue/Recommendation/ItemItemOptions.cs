using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How products are compared.</summary>
public sealed record ItemItemOptions
{
    /// <summary>What makes two products alike. Default: cosine.</summary>
    public ItemSimilarity Similarity { get; init; } = ItemSimilarity.Cosine;

    /// <summary>How many products like it are kept for each product, equally like ones in ordinal order. Range: ≥ 1. Default: 20.</summary>
    public int Neighbours { get; init; } = 20;

    /// <summary>k₁ of BM25: how much the length of a history counts at all; 0 for not. Range: finite, ≥ 0. Default: 1.2.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>b of BM25: how far the weight of customers with many products is taken down. Range: [0, 1]. Default: 0.75.</summary>
    public double B { get; init; } = 0.75;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Similarity is ItemSimilarity.Cosine or ItemSimilarity.Bm25, nameof(Similarity), (int)Similarity, "is no similarity; take Cosine or Bm25.");
        Check(Neighbours >= 1, nameof(Neighbours), Neighbours, "neighbours; keep 1 or more, 20 is usual.");
        Check(K1 >= 0 && !double.IsInfinity(K1), nameof(K1), K1, "is not finite and ≥ 0; 1.2 is usual.");
        Check(B >= 0 && B <= 1, nameof(B), B, "is not in [0, 1]; 0.75 is usual.");
        return problems;
    }
}
