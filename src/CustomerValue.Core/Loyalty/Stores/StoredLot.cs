using NodaTime;

namespace CustomerValue.Loyalty.Stores;

/// <summary>A lot as it is after what was decided: a cache for reports and scans, which the journal alone decides.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Number">Its number in his journal.</param>
/// <param name="Wallet">The wallet.</param>
/// <param name="Granted">Units that it was made with.</param>
/// <param name="Remaining">Units that are pending, available or held.</param>
/// <param name="EarnedAt">When it was earned.</param>
/// <param name="ActivatesAt">From when it can be spent.</param>
/// <param name="ExpiresAt">From when it can't be spent any more, or null for never.</param>
public sealed record StoredLot(long Member, int Number, string Wallet, long Granted, long Remaining, Instant EarnedAt, Instant ActivatesAt, Instant? ExpiresAt);
