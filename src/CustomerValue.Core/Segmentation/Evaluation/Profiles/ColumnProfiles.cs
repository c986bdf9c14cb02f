using CustomerValue.Numerics;
using CustomerValue.Segmentation.Evaluation.ChoosingK;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>A column in every segment beside all.</summary>
internal static class ColumnProfiles
{
    /// <summary>A profile for each segment; null where nothing is known there.</summary>
    public static NumberProfile?[] OfNumbers(string name, double[] values, LabelGroups groups, int segments)
    {
        NumberProfile?[] profiles = new NumberProfile?[segments];
        (double mean, double spread, int count) = Moments(values);
        if (count == 0)
            return profiles;
        double[] known = new double[values.Length];
        for (int group = 0; group < groups.Count; group++)
        {
            int found = 0;
            double off = 0;
            for (int place = groups.Starts[group]; place < groups.Starts[group + 1]; place++)
            {
                double value = values[groups.Rows[place]];
                if (double.IsNaN(value))
                    continue;
                known[found++] = value;
                off += value - mean;
            }

            if (found == 0)
                continue;
            profiles[groups.Labels[group]] = new NumberProfile
            {
                Column = name,
                Known = found,
                Mean = mean + (off / found),
                Median = Median(known.AsSpan(0, found)),
                OverallMean = mean,
                ZScore = spread == 0 ? 0 : off / found / spread,
            };
        }

        return profiles;
    }

    /// <summary>The categories of each segment, the most over-represented first.</summary>
    public static IReadOnlyList<CategoryProfile>[] OfCategories(ProfileColumn column, LabelGroups groups, int segments)
    {
        int width = column.Texts.Count;
        int[] counts = new int[segments * width], all = new int[width], known = new int[segments];
        for (int row = 0; row < column.Codes.Length; row++)
        {
            int code = column.Codes[row], segment = groups.Labels[groups.Of[row]];
            if (code < 0)
                continue;
            counts[(segment * width) + code]++;
            all[code]++;
            known[segment]++;
        }

        double whole = all.Sum();
        return [.. Enumerable.Range(0, segments).Select(segment => (IReadOnlyList<CategoryProfile>)[.. Enumerable.Range(0, width)
            .Where(code => counts[(segment * width) + code] > 0)
            .Select(code => new CategoryProfile
            {
                Column = column.Name,
                Category = column.Texts[code],
                Customers = counts[(segment * width) + code],
                Share = counts[(segment * width) + code] / (double)known[segment],
                OverallShare = all[code] / whole,
            })
            .OrderByDescending(category => category.Lift).ThenByDescending(category => category.Share).ThenBy(category => category.Category, StringComparer.Ordinal)])];
    }

    private static (double Mean, double Spread, int Count) Moments(double[] values)
    {
        double first = double.NaN, sum = 0, squares = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                continue;
            first = count++ == 0 ? value : first;
            sum += value - first;
        }

        if (count == 0)
            return (0, 0, 0);
        double mean = first + (sum / count);
        foreach (double value in values)
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / count), count);
    }

    private static double Median(Span<double> values)
    {
        int middle = values.Length / 2;
        double upper = Selection.Select(values, middle);
        if (values.Length % 2 == 1)
            return upper;
        double lower = double.NegativeInfinity;
        foreach (double value in values.Slice(0, middle))
            lower = Math.Max(lower, value);
        return lower + ((upper - lower) / 2);
    }
}
