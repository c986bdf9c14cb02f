using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Json;

/// <summary>The words of loyalty programmes in documents.</summary>
internal static class LoyaltyWords
{
    public static readonly IReadOnlyDictionary<string, ExpiryKind> Expiries = Of(ExpiryKind.Never, ExpiryKind.Rolling, ExpiryKind.FixedAfter, ExpiryKind.EndOfPeriod, ExpiryKind.FixedDate);

    /// <summary>Whether a lot is valid through the end of its last day.</summary>
    public static readonly IReadOnlyDictionary<string, bool> ValidThrough = new Dictionary<string, bool> { ["endOfLocalDay"] = true, ["timeOfDay"] = false };

    public static readonly IReadOnlyDictionary<string, CivilPeriod> Periods = Of(
        CivilPeriod.Ever, CivilPeriod.LocalDay, CivilPeriod.LocalWeek, CivilPeriod.LocalMonth, CivilPeriod.CalendarQuarter, CivilPeriod.CalendarYear, CivilPeriod.MemberYear, CivilPeriod.BirthdayYear);

    public static readonly IReadOnlyDictionary<string, ConsumeBy> Consumptions = Of(ConsumeBy.EarliestExpiry, ConsumeBy.EarliestEarn, ConsumeBy.Sequence);

    public static readonly IReadOnlyDictionary<string, RoundingScope> Scopes = Of(RoundingScope.OrderRule, RoundingScope.LineRule);

    public static readonly IReadOnlyDictionary<string, RoundingMode> Modes = Of(RoundingMode.Floor, RoundingMode.Ceiling, RoundingMode.Truncate, RoundingMode.HalfUp, RoundingMode.HalfDown, RoundingMode.HalfEven);

    public static readonly IReadOnlyDictionary<string, Composition> Compositions = Of(Composition.AdditiveOnBase, Composition.Multiplicative);

    public static readonly IReadOnlyDictionary<string, ClawbackShortfall> Shortfalls = Of(ClawbackShortfall.Debt, ClawbackShortfall.AllowNegative, ClawbackShortfall.WriteOff, ClawbackShortfall.Reject);

    public static readonly IReadOnlyDictionary<string, ExpiryFrom> ExpiriesFrom = Of(ExpiryFrom.Occurred, ExpiryFrom.Recorded);

    public static readonly IReadOnlyDictionary<string, PendingExpiry> PendingExpiries = Of(PendingExpiry.Earn, PendingExpiry.Activation);

    public static readonly IReadOnlyDictionary<string, RedemptionFunds> Funds = Of(RedemptionFunds.AsOfRecorded, RedemptionFunds.AsOfOccurred);

    public static readonly IReadOnlyDictionary<string, LeapDayPolicy> LeapDays = Of(LeapDayPolicy.LastDayOfFebruary, LeapDayPolicy.March1);

    public static readonly IReadOnlyDictionary<string, OnceReversal> OnceReversals = Of(OnceReversal.Consumed, OnceReversal.ReArm);

    public static readonly IReadOnlyDictionary<string, TierBasis> Bases = Of(TierBasis.QualifyingPoints, TierBasis.Spend, TierBasis.Visits, TierBasis.SpendableBalance);

    public static readonly IReadOnlyDictionary<string, TierPeriod> TierPeriods = Of(TierPeriod.CalendarYear, TierPeriod.MemberYear, TierPeriod.Rolling, TierPeriod.Ever);

    public static readonly IReadOnlyDictionary<string, Downgrade> Downgrades = Of(Downgrade.OneDown, Downgrade.BalanceBased);

    public static readonly IReadOnlyDictionary<string, GroupMode> GroupModes = Of(GroupMode.Stack, GroupMode.BestForMember, GroupMode.BestForIssuer, GroupMode.FirstByPriority, GroupMode.Exclusive);

    /// <summary><c>trim</c> and <c>trimByPriority</c> are the same: one rule's awards need no priority.</summary>
    public static readonly IReadOnlyDictionary<string, CapOverflow> Overflows = new Dictionary<string, CapOverflow>
    {
        ["trimByPriority"] = CapOverflow.TrimByPriority,
        ["trim"] = CapOverflow.TrimByPriority,
        ["proRata"] = CapOverflow.ProRata,
        ["allOrNothing"] = CapOverflow.AllOrNothing,
    };

    public static readonly IReadOnlyDictionary<string, AwardTo> Persons = Of(AwardTo.Member, AwardTo.Referrer, AwardTo.Referee);

    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Weekdays = Of(
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);

    public static readonly IReadOnlyDictionary<string, RewardKind> RewardKinds = Of(RewardKind.Coupon, RewardKind.Gift, RewardKind.Cashback, RewardKind.Service);

    public static readonly IReadOnlyDictionary<string, TierReason> Assignments = Of(TierReason.ManualOverride, TierReason.Lifetime, TierReason.StatusMatch, TierReason.Trial);

    /// <summary>The order in which pools are drawn on, as the list of their names that stands for it.</summary>
    public static readonly IReadOnlyDictionary<string, ReversalPools> PoolOrders = new Dictionary<string, ReversalPools>
    {
        ["remaining,expired,spent"] = ReversalPools.RemainingExpiredSpent,
        ["remaining,spent,expired"] = ReversalPools.RemainingSpentExpired,
        ["proRata"] = ReversalPools.ProRata,
        ["strict"] = ReversalPools.Strict,
    };

    /// <summary>Each value under its own name with a small first letter.</summary>
    private static Dictionary<string, T> Of<T>(params T[] values)
        where T : struct, Enum
    {
        Dictionary<string, T> words = new(StringComparer.Ordinal);
        foreach (T value in values)
        {
            string name = value.ToString();
            words.Add(char.ToLowerInvariant(name[0]) + name.Substring(1), value);
        }

        return words;
    }
}
