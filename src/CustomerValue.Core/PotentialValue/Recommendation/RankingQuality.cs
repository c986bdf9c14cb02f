namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Recall and NDCG of a candidate, and its NDCG at the largest k customer by customer.</summary>
internal sealed class RankingQuality(double[] recall, double[] ndcg, double[] each)
{
    private readonly double[] each = each;

    public IReadOnlyList<double> Recall { get; } = Array.AsReadOnly(recall);

    public IReadOnlyList<double> Ndcg { get; } = Array.AsReadOnly(ndcg);

    /// <summary>How far behind another, with the standard error of the paired difference.</summary>
    public (double Mean, double Error) Behind(RankingQuality other)
    {
        int n = each.Length;
        double mean = 0, squares = 0;
        for (int i = 0; i < n; i++)
            mean += (other.each[i] - each[i]) / n;
        for (int i = 0; i < n; i++)
            squares += (other.each[i] - each[i] - mean) * (other.each[i] - each[i] - mean);
        return (mean, n > 1 ? Math.Sqrt(squares / (n - 1) / n) : 0);
    }
}
