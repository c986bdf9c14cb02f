using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Loyalty.Stores;

/// <summary>What a key was answered with.</summary>
/// <param name="Key">The key.</param>
/// <param name="Payload">SHA-256 of what the event said; the same key may only come with the same.</param>
/// <param name="Entries">The entries that it caused, in their order.</param>
/// <param name="Rejection">Why it was refused, or null.</param>
public sealed record StoredAnswer(string Key, EntryHash Payload, IReadOnlyList<EntryPlace> Entries, Rejection? Rejection);
