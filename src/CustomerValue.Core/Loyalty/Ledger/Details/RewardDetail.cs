using CustomerValue.Loyalty.Rewards;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A reward that a member got.</summary>
/// <param name="Reward">The reward of the catalogue.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Source">Its name: the source of the redemption that paid for it, by which it is cancelled.</param>
/// <param name="Codes">The codes of coupons.</param>
/// <param name="ValidUntil">From when coupons are no longer valid, or null for never.</param>
/// <param name="Wallet">The wallet that cashback went to, or null.</param>
/// <param name="Lot">The lot that cashback made, or 0.</param>
public sealed record RewardDetail(string Reward, RewardKind Kind, int Quantity, string Source, IReadOnlyList<string> Codes, Instant? ValidUntil, string? Wallet, int Lot) : EntryDetail;
