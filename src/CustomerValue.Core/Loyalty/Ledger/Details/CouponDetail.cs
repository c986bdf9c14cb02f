using CustomerValue.Loyalty.Rewards;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A change of a coupon.</summary>
/// <param name="Code">Its code.</param>
/// <param name="State">Reserved, redeemed, or issued again.</param>
/// <param name="Source">What it is reserved for or used on, or null.</param>
/// <param name="Until">When the reservation ends (excluded), or null.</param>
public sealed record CouponDetail(string Code, CouponState State, string? Source, Instant? Until) : EntryDetail;
