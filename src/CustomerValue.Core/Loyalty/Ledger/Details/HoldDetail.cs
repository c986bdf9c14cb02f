using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A hold.</summary>
/// <param name="Hold">Its name.</param>
/// <param name="Until">When it ends by itself (excluded).</param>
public sealed record HoldDetail(string Hold, Instant Until) : EntryDetail;
