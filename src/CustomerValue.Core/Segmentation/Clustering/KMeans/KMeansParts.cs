using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>Checks whether scales, centres and segments belong together.</summary>
internal static class KMeansParts
{
    /// <summary>Scaled values beyond this have squares that are no numbers.</summary>
    public const double Farthest = 1e140;

    public static void Check(IReadOnlyList<FieldScale> scales, IReadOnlyList<IReadOnlyList<double>> centres, IReadOnlyList<long> sizes, IReadOnlyList<Segment>? clusters)
    {
        ProblemList problems = new();
        if (scales.Count == 0)
            problems.Add(null, "fields", "0", "fields; clusters are made by one or more.");
        foreach (FieldScale scale in scales)
        {
            if (string.IsNullOrWhiteSpace(scale.Column))
                problems.Add(null, "fields", scale.Column, "is no column's name.");
            if (!(scale.Spread > 0) || double.IsInfinity(scale.Spread) || double.IsNaN(scale.Centre) || double.IsInfinity(scale.Centre))
                problems.Add(null, "fields", scale.Column, "has a centre that is not finite, or a spread that is not finite and > 0.");
        }

        if (centres.Count == 0 || sizes.Count != centres.Count || (clusters is not null && clusters.Count != centres.Count))
            problems.Add(null, "clusters", centres.Count.ToString(CultureInfo.InvariantCulture), $"centres with {sizes.Count} sizes and {clusters?.Count ?? centres.Count} segments; give at least one centre, and one of each a cluster.");
        foreach (IReadOnlyList<double> centre in centres)
        {
            if (centre is null || centre.Count != scales.Count || centre.Any(value => !(Math.Abs(value) <= Farthest)))
                problems.Add(null, "clusters", $"{centre?.Count}", $"numbers in a centre; give one for each of the {scales.Count} fields, within ±1e140.");
        }

        foreach (long size in sizes.Where(size => size < 0))
            problems.Add(null, "clusters", size.ToString(CultureInfo.InvariantCulture), "is no number of customers; give 0 or more.");
        foreach (string key in (clusters ?? []).Append(CommonSegments.Incomplete).GroupBy(segment => segment.Key).Where(same => same.Count() > 1).Select(same => same.Key))
            problems.Add(null, "clusters", key, "is the key of two segments; give each its own.");
        problems.ThrowIfAny();
    }
}
