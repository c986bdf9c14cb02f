using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Contribution.Full;

/// <summary>A cost that no single customer caused, to be divided among all.</summary>
public sealed record SharedCost
{
    /// <summary>The key of the part; costs of several days with one key, name and driver are one part.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The civil day on which the cost counts.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How much, ≥ 0, in the currency of the purchases, with at most <see cref="FullContributionOptions.Decimals"/> decimals.</summary>
    public required decimal Amount { get; init; }

    /// <summary>By what it is divided. Default: net sales.</summary>
    public AllocationDriver Driver { get; init; }

    /// <summary>Which activity drives it; needed exactly for <see cref="AllocationDriver.Activity"/>.</summary>
    public string? Activity { get; init; }
}
