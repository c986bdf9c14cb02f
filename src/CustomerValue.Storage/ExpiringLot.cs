using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Storage;

/// <summary>Points that will expire.</summary>
/// <param name="Number">The member's number.</param>
/// <param name="Member">The member; the default value where he was erased.</param>
/// <param name="Wallet">The wallet.</param>
/// <param name="Units">Units that are left of the lot, held and pending ones included.</param>
/// <param name="ExpiresAt">When they expire.</param>
public sealed record ExpiringLot(long Number, CustomerId Member, string Wallet, long Units, Instant ExpiresAt);
