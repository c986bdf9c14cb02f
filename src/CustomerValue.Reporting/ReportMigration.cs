using CustomerValue.Segmentation.Evaluation.Drift;
using NodaTime;

namespace CustomerValue.Reporting;

/// <summary>How customers moved between the segments of one segmentation, from an earlier date to a later one.</summary>
public sealed record ReportMigration
{
    /// <summary>The earlier date, such as the last day of its observation window.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The later date.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Who moved, and what moved them.</summary>
    public required SegmentMigration Migration { get; init; }
}
