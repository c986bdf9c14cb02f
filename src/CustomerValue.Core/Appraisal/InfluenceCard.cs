using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>What others buy because of a customer.</summary>
public sealed record InfluenceCard
{
    /// <summary>Established and expected influence together.</summary>
    public required Money Value { get; init; }

    /// <summary>The value if nothing that followed was caused by the customer (λ = 0).</summary>
    public required Money IfNoneCaused { get; init; }

    /// <summary>The value if all of it was (λ = 1).</summary>
    public required Money IfAllCaused { get; init; }

    /// <summary>What referrals brought; null where no referrals are known.</summary>
    public Money? Established { get; init; }

    /// <summary>What is still to be won; null where no graph is known.</summary>
    public Money? Expected { get; init; }

    /// <summary>The standard error of <see cref="Expected"/>; null where that is.</summary>
    public Money? ExpectedStandardError { get; init; }

    /// <summary>Where it comes from, in words.</summary>
    public required LocalizedText Reason { get; init; }
}
