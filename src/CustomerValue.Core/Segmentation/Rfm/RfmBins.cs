using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>How one dimension is cut into scores: by quantiles of the population, or at fixed thresholds. Immutable.</summary>
public sealed class RfmBins
{
    private RfmBins(int count, IReadOnlyList<double>? thresholds)
    {
        Count = count;
        Thresholds = thresholds;
    }

    /// <summary>The fewest and the most scores that a dimension may have: 2 and 9, so that a code has one digit a dimension.</summary>
    internal const int Fewest = 2, Most = 9;

    /// <summary>How many scores, 2 to 9.</summary>
    public int Count { get; }

    /// <summary>The fixed inner thresholds, one fewer than scores; null where quantiles of the population decide.</summary>
    public IReadOnlyList<double>? Thresholds { get; }

    /// <summary>
    /// Scores of about equally many customers: the inner thresholds are the quantiles 1/<paramref name="count"/>, 2/<paramref name="count"/>, …
    /// by linear interpolation (R's type 7; Hyndman &amp; Fan 1996). Equal values always get equal scores, so where many customers share a
    /// value several thresholds fall on it: that value takes the best of the scores that meet there (for recency the worst) and the scores
    /// passed over stay empty. Where six in ten customers bought once, buying once has frequency score 4 of 5; fixed thresholds avoid that.
    /// </summary>
    /// <param name="count">2 to 9; checked by <see cref="RfmOptions.Validate"/>.</param>
    public static RfmBins Quantiles(int count) => new(count, null);

    /// <summary>Scores between fixed thresholds; a value on a threshold belongs to the side of the larger values.</summary>
    /// <param name="thresholds">1 to 8 finite numbers, ascending, in days, purchases or money; checked by <see cref="RfmOptions.Validate"/>.</param>
    public static RfmBins At(params double[] thresholds)
    {
        if (thresholds is null)
            throw new ArgumentNullException(nameof(thresholds));
        return new(thresholds.Length + 1, Array.AsReadOnly((double[])thresholds.Clone()));
    }

    /// <summary>The inner thresholds for a population.</summary>
    internal IReadOnlyList<double> ThresholdsFor(ReadOnlySpan<double> values) => Thresholds ?? (values.Length > 0
        ? Segmentation.Rfm.Quantiles.Inner(values, Count)
        : throw new DataRejectedException(new DataProblem { Message = "Nobody bought, so there are no quantiles; give purchases, or fixed thresholds in every dimension." }));
}
