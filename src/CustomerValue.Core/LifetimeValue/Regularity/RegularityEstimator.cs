using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Regularity;

/// <summary>
/// Estimates how regularly customers buy, before any model is fitted. Both ways take a customer's own pace out of the gaps, so customers
/// may differ in it as they like, and leaving has no part in it.
/// </summary>
public static class RegularityEstimator
{
    /// <summary>
    /// By two successive gaps of each customer. The part M that one has of both is Beta(k, k) whatever the pace, so with V the mean of
    /// (M − ½)², which is the variance about the known mean and takes both gaps alike, k = (1 − 4V)/(8V); its error follows from that of V.
    /// Source: Wheat &amp; Morrison (1990), "Estimating purchase regularity with two interpurchase times", Journal of Marketing Research 27(1), eq. 3.
    /// </summary>
    /// <param name="gapsBefore">The earlier gap of every customer in any unit, finite; 0 where there is none, and the customer isn't counted.</param>
    /// <param name="lastGaps">The later gap of every customer, in the same unit.</param>
    /// <returns>The estimate; null where no customer has two gaps.</returns>
    /// <exception cref="DataRejectedException">Lengths differ, or a gap is not finite and ≥ 0; names every row.</exception>
    public static RegularityEstimate? ByWheatMorrison(ReadOnlySpan<double> gapsBefore, ReadOnlySpan<double> lastGaps)
    {
        GapPairs pairs = new();
        pairs.Add(gapsBefore, lastGaps);
        return pairs.Estimate();
    }

    /// <summary>By the last two gaps of each customer of a summary, in days.</summary>
    /// <param name="summaries">Built by <see cref="PurchaseSummaryBuilder.BuildDetailed"/>.</param>
    /// <returns>The estimate; null where no customer has two gaps.</returns>
    /// <exception cref="ArgumentException">The summary was built without gaps.</exception>
    public static RegularityEstimate? ByWheatMorrison(PurchaseSummaries summaries)
    {
        if (summaries is null)
            throw new ArgumentNullException(nameof(summaries));
        if (summaries.LastGaps.Length != summaries.Count)
            throw new ArgumentException("The summary was built without gaps; build it by PurchaseSummaryBuilder.BuildDetailed.", nameof(summaries));
        return ByWheatMorrison(Doubles(summaries.GapsBefore), Doubles(summaries.LastGaps));
    }

    /// <summary>
    /// By maximum likelihood from all gaps. Given their sum, the parts that x gaps of a customer have of it are Dirichlet(k, …, k)
    /// whatever the pace, and their likelihood needs x, t_x and Σ ln(gap) alone:
    /// ln L = Σ ln Γ(xk) − x ln Γ(k) + (k − 1)(Σ ln(gap) − x ln t_x). It has one maximum.
    /// </summary>
    /// <param name="columns">With <see cref="SummaryColumns.LogGaps"/>; customers with fewer than two gaps, or whose gaps are unknown, aren't counted.</param>
    /// <returns>The estimate with the likelihood-ratio test against k = 1; null where no customer is counted.</returns>
    /// <exception cref="DataRejectedException">A sum of log gaps that no gaps have, as where it is in another unit; names every row.</exception>
    public static RegularityEstimate? ByLikelihood(SummaryColumns columns)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        LogGapCheck.Check(columns);
        return new GapShares(columns).Estimate();
    }

    private static double[] Doubles(ReadOnlySpan<int> days)
    {
        double[] values = new double[days.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = days[i];
        return values;
    }
}
