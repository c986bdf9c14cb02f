using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What part of points is expected never to be redeemed: by age of the lot and the tier in which it was earned, or one stated part.</summary>
public sealed class BreakageCurves
{
    /// <summary>A tier's own curve is used where something of at least so many of its lots was redeemed; else that of all tiers.</summary>
    public const int LeastLots = 30;

    private readonly Dictionary<string, RedemptionCurve> tiers;
    private readonly decimal? stated;

    private BreakageCurves(RedemptionCurve all, Dictionary<string, RedemptionCurve> tiers, decimal? stated) => (All, this.tiers, this.stated) = (all, tiers, stated);

    /// <summary>The curve of all tiers together.</summary>
    public RedemptionCurve All { get; }

    /// <summary>The tiers that have a curve of their own.</summary>
    public IReadOnlyDictionary<string, RedemptionCurve> Tiers => tiers;

    /// <summary>Estimates the curves from lots with their histories (<see cref="LoyaltyLedger.Lots"/>).</summary>
    public static BreakageCurves Of(IReadOnlyList<LotHistory> lots, Instant asOf)
    {
        Dictionary<string, RedemptionCurve> tiers = new(StringComparer.Ordinal);
        foreach (IGrouping<string, LotHistory> tier in (lots ?? throw new ArgumentNullException(nameof(lots))).Where(lot => lot.Tier is not null).GroupBy(lot => lot.Tier!, StringComparer.Ordinal))
        {
            RedemptionCurve curve = RedemptionCurve.Of(tier, asOf);
            if (curve.RedeemedLots >= LeastLots)
                tiers[tier.Key] = curve;
        }

        return new(RedemptionCurve.Of(lots, asOf), tiers, null);
    }

    /// <summary>One part for every lot, from another source than the journal.</summary>
    /// <param name="part">The part never redeemed, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static BreakageCurves Stated(decimal part) => part is >= 0 and <= 1
        ? new(RedemptionCurve.Of([], default), [], part)
        : throw new ArgumentOutOfRangeException(nameof(part), part, "must be from 0 to 1, such as 0.03.");

    /// <summary>The part of what is left of a lot at an instant that is expected never to be redeemed.</summary>
    public decimal Of(LotHistory lot, Instant asOf)
    {
        if (lot is null)
            throw new ArgumentNullException(nameof(lot));
        if (stated is { } part)
            return part;
        RedemptionCurve curve = lot.Tier is { } tier && tiers.TryGetValue(tier, out RedemptionCurve? own) ? own : All;
        return curve.BreakageOf(lot.AgeAt(asOf), lot.Terms.ExpiresAt is { } end ? lot.AgeAt(end) : null);
    }
}
