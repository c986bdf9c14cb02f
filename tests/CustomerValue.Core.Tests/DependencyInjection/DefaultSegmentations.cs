namespace CustomerValue.Tests.DependencyInjection;

/// <summary>The strategies that a host has without asking, in their order.</summary>
internal static class DefaultSegmentations
{
    public static readonly string[] Names =
    [
        "rfm",
        "demographic",
        "behavioral",
        "psychographic",
        "latent-class",
        "geographic",
        "catchment",
        "geohash",
        "dbscan",
        "kmeans",
        "mixture",
        "kprototypes",
        "medoids",
        "three-values",
    ];

    /// <summary>As a refusal lists them, with those of a test.</summary>
    public static string With(params string[] more) => string.Join(", ", Names.Concat(more).Order(StringComparer.Ordinal));
}
