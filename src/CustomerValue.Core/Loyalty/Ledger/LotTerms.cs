using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A lot of points: granted together, expiring together.</summary>
/// <param name="Number">Its number in the member's journal, from 1.</param>
/// <param name="EarnedAt">When it was earned.</param>
/// <param name="ActivatesAt">From when it can be spent.</param>
/// <param name="ExpiresAt">From when it can't be spent any more, or null for never.</param>
/// <param name="From">The lot of which it is a part that lives longer or came from another member's, or 0.</param>
public readonly record struct LotTerms(int Number, Instant EarnedAt, Instant ActivatesAt, Instant? ExpiresAt, int From = 0);
