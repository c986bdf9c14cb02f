using System.Buffers;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>Makes thresholds in money from a population.</summary>
internal static class ThresholdFit
{
    public static ThreeValueThresholds Of(ThreeValueColumns columns, ThreeValueOptions options)
    {
        double[] borrowed = ArrayPool<double>.Shared.Rent(columns.Established.Length);
        ReadOnlySpan<double> known = Known(columns, columns.Established, borrowed);
        int customers = known.Length;
        ThreeValueThreshold established = At(options.Established, known), middle = At(options.Middle, known);
        ThreeValueThreshold potential = At(options.Potential, Known(columns, columns.Potential, borrowed));
        ThreeValueThreshold influence = At(options.Influence, Known(columns, columns.Influence, borrowed));
        ArrayPool<double>.Shared.Return(borrowed);
        return new ThreeValueThresholds
        {
            Established = established,
            Potential = potential,
            Influence = influence,
            Middle = middle.Money > established.Money ? middle with { Money = established.Money } : middle,
            Customers = customers,
        };
    }

    private static ReadOnlySpan<double> Known(ThreeValueColumns columns, ReadOnlySpan<double> values, double[] output)
    {
        int count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (columns.IsComplete(row) && !double.IsNaN(values[row]))
                output[count++] = values[row];
        }

        return output.AsSpan(0, count);
    }

    private static ThreeValueThreshold At(ThreeValueCut cut, ReadOnlySpan<double> known) =>
        cut.Percentile is double percentile ? new ThreeValueThreshold { Money = AtPercentile(percentile, known), Percentile = percentile } : new ThreeValueThreshold { Money = cut.Money };

    /// <summary>The value of rank ⌊p·n⌋, or the least one above 0; null where there is none.</summary>
    private static double? AtPercentile(double percentile, ReadOnlySpan<double> known)
    {
        if (known.Length == 0)
            return null;
        // As decimals: 0.29 · 100 is 29, not a little less.
        int rank = Math.Min(known.Length - 1, (int)((decimal)percentile * known.Length));
        double value = Quantiles.AtRank(known, rank);
        if (value > 0)
            return value;
        double least = double.PositiveInfinity;
        foreach (double other in known)
            least = other > 0 && other < least ? other : least;
        return double.IsInfinity(least) ? null : least;
    }
}
