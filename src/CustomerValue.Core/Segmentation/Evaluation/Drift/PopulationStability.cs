using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>
/// The population stability index between a base and another date: Σ (a − b)·ln(a/b) over bins, the symmetric divergence of Jeffreys (1946).
/// Immutable.
/// </summary>
public sealed record PopulationStability
{
    /// <summary>Shares below this count as this, so that an empty bin is much but not infinitely much: 0.0001.</summary>
    public const double LeastShare = 0.0001;

    private PopulationStability()
    {
    }

    /// <summary>The index, ≥ 0.</summary>
    public required double Psi { get; init; }

    /// <summary>What the index means by the usual bounds.</summary>
    public DriftLevel Level => Psi < 0.1 ? DriftLevel.Stable : Psi < 0.25 ? DriftLevel.Moderate : DriftLevel.Large;

    /// <summary>The parts, in order; what is missing comes last, where there is any at either date.</summary>
    public required IReadOnlyList<DriftBin> Bins { get; init; }

    /// <summary>
    /// Of numbers, in bins that hold equally many of the base: its inner quantiles by R's type 7, a value on an edge belonging to the upper bin.
    /// Edges that fall together are one.
    /// </summary>
    /// <param name="before">The base; NaN where missing, at least one value is not.</param>
    /// <param name="after">The other date; at least one value.</param>
    /// <param name="bins">How many bins, ≥ 2. Default: 10.</param>
    /// <exception cref="DataRejectedException">Nothing is known at a date, or a value is infinite.</exception>
    public static PopulationStability OfNumbers(ReadOnlySpan<double> before, ReadOnlySpan<double> after, int bins = 10)
    {
        if (bins < 2)
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "At least two bins are needed to see a shift.");
        double[] known = Known(before, nameof(before));
        if (after.IsEmpty)
            throw Nothing(nameof(after));
        double[] edges = known.Length == 0 ? [] : [.. Quantiles.Inner(known, bins).Distinct()];
        long[] ofBase = Counts(before, edges), now = Counts(after, edges);
        List<DriftBin> labels = [];
        for (int bin = 0; bin <= edges.Length; bin++)
        {
            double? from = bin == 0 ? null : edges[bin - 1], to = bin == edges.Length ? null : edges[bin];
            labels.Add(Bin(Interval(from, to)) with { From = from, To = to });
        }

        labels.Add(Bin(Missing));
        return Of(labels, ofBase, now);
    }

    /// <summary>Of categories, such as texts of a column.</summary>
    /// <param name="before">The base; at least one row.</param>
    /// <param name="after">The other date; at least one row. Categories new there have a base share of 0.</param>
    /// <exception cref="DataRejectedException">A date has no rows.</exception>
    public static PopulationStability OfCategories(TextColumn before, TextColumn after)
    {
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        string[] categories = [.. before.Texts.Union(after.Texts, StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal)];
        Dictionary<string, int> bins = new(StringComparer.Ordinal);
        foreach (string category in categories)
            bins.Add(category, bins.Count);
        long[] Counts(TextColumn column)
        {
            long[] counts = new long[categories.Length + 1];
            int[] bin = [.. column.Texts.Select(text => bins[text])];
            foreach (int code in column.Codes)
                counts[code < 0 ? categories.Length : bin[code]]++;
            return counts;
        }

        return Of([.. categories.Select(category => Bin(new LocalizedText(category, category))), Bin(Missing)], Counts(before), Counts(after));
    }

    /// <summary>Of segments, by how many customers each has at both dates.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="before">Customers in the base, ≥ 0, one number a segment; not all 0.</param>
    /// <param name="after">Customers at the other date, ≥ 0; not all 0.</param>
    /// <exception cref="DataRejectedException">Not one number a segment, a negative one, or nobody at a date.</exception>
    public static PopulationStability OfSegments(IReadOnlyList<Segment> segments, IReadOnlyList<long> before, IReadOnlyList<long> after)
    {
        if (segments is null)
            throw new ArgumentNullException(nameof(segments));
        foreach ((IReadOnlyList<long> counts, string name) in new[] { (before, nameof(before)), (after, nameof(after)) })
        {
            if (counts is null || counts.Count != segments.Count || counts.Any(count => count < 0))
                throw new DataRejectedException(new DataProblem { Field = name, Message = $"needs a number ≥ 0 for each of the {segments.Count} segments." });
        }

        return Of([.. segments.Select(segment => Bin(segment.Label))], [.. before], [.. after]);
    }

    private static LocalizedText Missing { get; } = new("missing", "缺失");

    private static DriftBin Bin(LocalizedText label) => new() { Label = label, BaseShare = 0, ActualShare = 0, Contribution = 0 };

    private static PopulationStability Of(List<DriftBin> labels, long[] before, long[] after)
    {
        double all = before.Sum(), now = after.Sum();
        if (all == 0 || now == 0)
            throw Nothing(all == 0 ? nameof(before) : nameof(after));
        List<DriftBin> bins = [];
        for (int bin = 0; bin < labels.Count; bin++)
        {
            if (before[bin] == 0 && after[bin] == 0)
                continue;
            double b = Math.Max(LeastShare, before[bin] / all), a = Math.Max(LeastShare, after[bin] / now);
            bins.Add(labels[bin] with { BaseShare = before[bin] / all, ActualShare = after[bin] / now, Contribution = (a - b) * Math.Log(a / b) });
        }

        return new PopulationStability { Psi = bins.Sum(bin => bin.Contribution), Bins = bins.AsReadOnly() };
    }

    private static double[] Known(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
            throw Nothing(name);
        List<double> known = [];
        foreach (double value in values)
        {
            if (double.IsInfinity(value))
                throw new DataRejectedException(new DataProblem { Field = name, Value = "∞", Message = "is no finite number; give NaN where a value is missing." });
            if (!double.IsNaN(value))
                known.Add(value);
        }

        return known.ToArray();
    }

    private static long[] Counts(ReadOnlySpan<double> values, double[] edges)
    {
        long[] counts = new long[edges.Length + 2];
        foreach (double value in values)
        {
            int bin = 0;
            while (bin < edges.Length && value >= edges[bin])
                bin++;
            counts[double.IsNaN(value) ? edges.Length + 1 : bin]++;
        }

        return counts;
    }

    private static LocalizedText Interval(double? from, double? to) => (from, to) switch
    {
        (null, null) => new("any value", "任意值"),
        (null, { } below) => new($"below {Wording.Number(below)}", $"低于{Wording.Number(below)}"),
        ({ } least, null) => new($"{Wording.Number(least)} or more", $"{Wording.Number(least)}及以上"),
        ({ } least, { } below) => new($"{Wording.Number(least)} to below {Wording.Number(below)}", $"{Wording.Number(least)}至{Wording.Number(below)}（不含）"),
    };

    private static DataRejectedException Nothing(string name) =>
        new(new DataProblem { Field = name, Value = "0", Message = "rows; drift compares two dates with customers at both." });
}
