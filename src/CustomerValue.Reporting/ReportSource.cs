namespace CustomerValue.Reporting;

/// <summary>A file or table that the numbers rest on.</summary>
public sealed record ReportSource
{
    /// <summary>Its name as people know it, such as <c>orders-2026.csv</c>. Untrusted: it is encoded.</summary>
    public required string Name { get; init; }

    /// <summary>Rows read, ≥ 0.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows left out because they could not be read, ≥ 0. Default 0.</summary>
    public long Skipped { get; init; }
}
