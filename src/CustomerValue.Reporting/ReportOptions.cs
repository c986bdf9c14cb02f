using CustomerValue.Labels;
using CustomerValue.Loyalty.Overview;
using NodaTime;

namespace CustomerValue.Reporting;

/// <summary>What the report says beside the appraisal's own numbers.</summary>
public sealed record ReportOptions
{
    /// <summary>The heading; null for "Customer value report" in the report's language.</summary>
    public string? Title { get; init; }

    /// <summary>The language of every text on the page. Default English.</summary>
    public DisplayLanguage Language { get; init; }

    /// <summary>Where the data came from, in the order in which they are listed; empty where it isn't to be said.</summary>
    public IReadOnlyList<ReportSource> Sources { get; init; } = [];

    /// <summary>The day that the page names as its date; null for the last day of the observation window. No clock is read.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Whether the customers are invented. The page then says so in its first line. Default false.</summary>
    public bool Simulated { get; init; }

    /// <summary>How customers moved between the segments since an earlier date; null where nothing is to be said of it.</summary>
    public ReportMigration? Migration { get; init; }

    /// <summary>How customers moved between the eight segments by three values since an earlier date; null where nothing is to be said of it.</summary>
    public ReportMigration? ValueMigration { get; init; }

    /// <summary>The loyalty programme of these customers; null where nothing is to be said of it.</summary>
    public LoyaltyOverview? Loyalty { get; init; }
}
