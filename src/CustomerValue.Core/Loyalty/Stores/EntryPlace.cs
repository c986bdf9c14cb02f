namespace CustomerValue.Loyalty.Stores;

/// <summary>Where an entry is found.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Sequence">Its place in his journal.</param>
public readonly record struct EntryPlace(long Member, long Sequence);
