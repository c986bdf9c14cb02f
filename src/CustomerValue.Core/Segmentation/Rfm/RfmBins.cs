using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>How one dimension is cut into scores: by quantiles of the population, or at fixed thresholds. Immutable.</summary>
public sealed class RfmBins
{
    /// <summary>The fewest and the most scores of a dimension, so that a code has one digit for each.</summary>
    internal const int Fewest = 2, Most = 9;

    private RfmBins(int count, double step, IReadOnlyList<double>? thresholds)
    {
        Count = count;
        Step = step;
        Thresholds = thresholds;
    }

    /// <summary>How many scores, 2 to 9.</summary>
    public int Count { get; }

    /// <summary>What is added to each quantile to make a threshold; 0 where the thresholds are fixed.</summary>
    public double Step { get; }

    /// <summary>The fixed inner thresholds, one fewer than scores; null where quantiles of the population decide.</summary>
    public IReadOnlyList<double>? Thresholds { get; }

    /// <summary>
    /// Scores of about equally many customers: the inner thresholds are the quantiles 1/<paramref name="count"/>, 2/<paramref name="count"/>, …
    /// by linear interpolation (R's type 7), plus <paramref name="step"/>, and a value on a threshold belongs to the larger values. Source: R's package rfm 0.3.0.
    /// <para>Equal values always get equal scores. Where many customers share a value several thresholds fall together, and the scores between
    /// them stay empty: where six in ten customers bought once, the thresholds are 2, 2, 2 and 3 or more, so that one purchase scores 1, two
    /// score 4, and nobody scores 2 or 3.</para>
    /// </summary>
    /// <param name="count">2 to 9; checked by <see cref="RfmOptions.Validate"/>.</param>
    /// <param name="step">
    /// Finite and ≥ 0, in days, purchases or money. 1, the package's, keeps a whole number that equals a quantile among the smaller values.
    /// Take 0 for money in so large a unit (millions, bitcoin) that 1 is much; a value that equals a quantile then belongs to the larger ones.
    /// </param>
    public static RfmBins Quantiles(int count, double step = 1) => new(count, step, null);

    /// <summary>Scores between fixed thresholds; a value on a threshold belongs to the larger values.</summary>
    /// <param name="thresholds">1 to 8 finite numbers, ascending, in days, purchases or money; checked by <see cref="RfmOptions.Validate"/>.</param>
    public static RfmBins At(params double[] thresholds)
    {
        if (thresholds is null)
            throw new ArgumentNullException(nameof(thresholds));
        return new RfmBins(thresholds.Length + 1, 0, Array.AsReadOnly((double[])thresholds.Clone()));
    }

    /// <summary>The inner thresholds for a population.</summary>
    internal IReadOnlyList<double> ThresholdsFor(ReadOnlySpan<double> values)
    {
        if (Thresholds is not null)
            return Thresholds;
        if (values.IsEmpty)
            throw new DataRejectedException(new DataProblem { Message = "Nobody bought, so there are no quantiles; give purchases, or fixed thresholds in every dimension." });
        return Array.ConvertAll(Segmentation.Quantiles.Inner(values, Count), quantile => Math.Min(quantile + Step, double.MaxValue));
    }
}
