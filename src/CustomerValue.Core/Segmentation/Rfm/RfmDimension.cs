using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>One dimension's inner thresholds, none above the next: a score is the number of thresholds that a value reaches, from the good end.</summary>
internal sealed class RfmDimension(double[] thresholds, bool smallIsGood)
{
    public IReadOnlyList<double> Thresholds { get; } = Array.AsReadOnly(thresholds);

    /// <summary>How many scores.</summary>
    public int Count => thresholds.Length + 1;

    public static IEnumerable<DataProblem> Problems(string field, IReadOnlyList<double> thresholds, bool mayRepeat)
    {
        if (thresholds.Count is < RfmBins.Fewest - 1 or > RfmBins.Most - 1)
            yield return new DataProblem { Field = field, Value = $"{thresholds.Count}", Message = "thresholds; a dimension has 1 to 8, for 2 to 9 scores." };
        for (int i = 0; i < thresholds.Count; i++)
        {
            if (double.IsNaN(thresholds[i]) || double.IsInfinity(thresholds[i]))
                yield return new DataProblem { Field = field, Value = Text(thresholds[i]), Message = $"is not a finite number; threshold {i + 1} must be one." };
            else if (i > 0 && (thresholds[i] < thresholds[i - 1] || (!mayRepeat && thresholds[i] == thresholds[i - 1])))
                yield return new DataProblem { Field = field, Value = Text(thresholds[i]), Message = $"is not above the threshold before it, {Text(thresholds[i - 1])}; give thresholds in ascending order." };
        }
    }

    /// <summary>The score of one value.</summary>
    public int Score(double value)
    {
        int reached = 0;
        foreach (double threshold in thresholds)
            reached += value >= threshold ? 1 : 0;
        return smallIsGood ? Count - reached : reached + 1;
    }

    /// <summary>Adds (score − 1)·<paramref name="stride"/> to every entry of <paramref name="cells"/>.</summary>
    public void AddScores(ReadOnlySpan<double> values, int stride, Span<int> cells)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        Span<Vector<int>> wideCells = MemoryMarshal.Cast<int, Vector<int>>(cells);
        Vector<int> start = new(smallIsGood ? (Count - 1) * stride : 0);
        // A comparison that holds is −1, so the counts below are negative.
        Vector<int> step = new(smallIsGood ? stride : -stride);
        for (int i = 0; i < wideCells.Length; i++)
        {
            Vector<double> left = wide[2 * i], right = wide[(2 * i) + 1];
            Vector<long> leftReached = Vector<long>.Zero, rightReached = Vector<long>.Zero;
            foreach (double threshold in thresholds)
            {
                Vector<double> wideThreshold = new(threshold);
                leftReached += Vector.GreaterThanOrEqual(left, wideThreshold);
                rightReached += Vector.GreaterThanOrEqual(right, wideThreshold);
            }

            wideCells[i] += start + (Vector.Narrow(leftReached, rightReached) * step);
        }

        for (int i = wideCells.Length * Vector<int>.Count; i < values.Length; i++)
            cells[i] += (Score(values[i]) - 1) * stride;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
