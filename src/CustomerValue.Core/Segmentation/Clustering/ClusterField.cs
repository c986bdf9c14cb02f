namespace CustomerValue.Segmentation.Clustering;

/// <summary>A column of the customer base that clusters are made by.</summary>
public sealed record ClusterField
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>How it is scaled. Default: <see cref="FieldScaling.None"/>, as everywhere else; a fit tells where columns spread so differently that one decides alone.</summary>
    public FieldScaling Scaling { get; init; } = FieldScaling.None;
}
