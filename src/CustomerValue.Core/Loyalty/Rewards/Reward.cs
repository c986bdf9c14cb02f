using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rewards;

/// <summary>Something that points can be turned into, or that a rule gives.</summary>
public sealed record Reward
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, or null for the id.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>What it is.</summary>
    public RewardKind Kind { get; init; }

    /// <summary>The wallet that pays for it; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>What it costs, in points; above 0, or null where it can only be given.</summary>
    public decimal? Price { get; init; }

    /// <summary>What it costs in some tiers instead.</summary>
    public IReadOnlyDictionary<string, decimal> PriceByTier { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What it is worth to the member, and costs the issuer (the amount of a coupon or of cashback), or null.</summary>
    public Money? Value { get; init; }

    /// <summary>How many there are in all, or null for any number.</summary>
    public int? Stock { get; init; }

    /// <summary>How many a member may have in a period, or null for any number.</summary>
    public RuleLimit? Limit { get; init; }

    /// <summary>The days on which it can be had.</summary>
    public DayRange Offered { get; init; } = DayRange.Always;

    /// <summary>How long a coupon is valid after it was issued.</summary>
    public ExpiryTerms Validity { get; init; } = ExpiryTerms.Never;
}
