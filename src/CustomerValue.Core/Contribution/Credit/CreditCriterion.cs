using CustomerValue.Labels;

namespace CustomerValue.Contribution.Credit;

/// <summary>One measure of a scorecard and its points.</summary>
public sealed record CreditCriterion
{
    /// <summary>What is measured.</summary>
    public required CreditMeasure Measure { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>From 0 on, ascending, so that every value is in exactly one band; more of a measure never gives more points.</summary>
    public required IReadOnlyList<CreditBand> Bands { get; init; }
}
