namespace CustomerValue.Segmentation.Clustering;

/// <summary>A column of the customer base that clusters are made by.</summary>
public sealed record ClusterField
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>How it is scaled. Default: <see cref="FieldScaling.Standard"/>.</summary>
    public FieldScaling Scaling { get; init; } = FieldScaling.Standard;
}
