using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>Checks whether scales, centres and segments of mixed data belong together.</summary>
internal static class MixedParts
{
    public static void Check(IReadOnlyList<MixedScale> scales, IReadOnlyList<IReadOnlyList<double>> centres, IReadOnlyList<long> sizes, IReadOnlyList<Segment>? clusters)
    {
        ProblemList problems = new();
        if (scales.Count == 0)
            problems.Add(null, "fields", "0", "fields; clusters are made by one or more.");
        foreach (MixedScale scale in scales)
            Check(scale, problems);
        if (centres.Count == 0 || sizes.Count != centres.Count || (clusters is not null && clusters.Count != centres.Count))
            problems.Add(null, "clusters", Text(centres.Count), $"centres with {sizes.Count} sizes and {clusters?.Count ?? centres.Count} segments; give at least one centre, and one of each a cluster.");
        foreach (IReadOnlyList<double> centre in centres)
        {
            if (centre is null || centre.Count != scales.Count)
                problems.Add(null, "clusters", $"{centre?.Count}", $"values in a centre; give one for each of the {scales.Count} fields.");
            else
                Check(scales, centre, problems);
        }

        foreach (long size in sizes.Where(size => size < 0))
            problems.Add(null, "clusters", Text(size), "is no number of customers; give 0 or more.");
        foreach (string key in (clusters ?? []).Append(CommonSegments.Incomplete).GroupBy(segment => segment.Key).Where(same => same.Count() > 1).Select(same => same.Key))
            problems.Add(null, "clusters", key, "is the key of two segments; give each its own.");
        problems.ThrowIfAny();
    }

    private static void Check(MixedScale scale, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(scale.Column) || scale.Kind == MixedFieldKind.Automatic)
            problems.Add(null, "fields", scale.Column, "has no name, or no kind.");
        if (!(scale.Spread > 0) || double.IsInfinity(scale.Spread) || double.IsNaN(scale.Centre) || double.IsInfinity(scale.Centre))
            problems.Add(null, "fields", scale.Column, "has a centre that is not finite, or a spread that is not finite and > 0.");
        if (scale.IsNumber != (scale.Categories.Count == 0) || scale.Categories.Count > MixedScale.MostCategories || scale.Categories.Distinct(StringComparer.Ordinal).Count() < scale.Categories.Count)
            problems.Add(null, "fields", scale.Column, $"has {scale.Categories.Count} categories; a number has none, another field 1 to {MixedScale.MostCategories}, each once.");
    }

    private static void Check(IReadOnlyList<MixedScale> scales, IReadOnlyList<double> centre, ProblemList problems)
    {
        for (int field = 0; field < centre.Count; field++)
        {
            double value = centre[field];
            bool fits = scales[field].IsNumber ? Math.Abs(value) <= MixedScale.Farthest : value >= 0 && value < scales[field].Categories.Count && Math.Floor(value) == value;
            if (!fits)
                problems.Add(null, "clusters", Text(value), $"is no value of {scales[field].Column}; give a number within ±1e140, or a category's place, the first being 0.");
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
