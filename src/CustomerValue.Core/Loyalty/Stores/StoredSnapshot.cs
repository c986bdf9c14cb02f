namespace CustomerValue.Loyalty.Stores;

/// <summary>What a member's journal came to after one of his entries, so that a long one need not be read from its beginning. A cache, which the journal alone decides.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Sequence">The sequence of the last entry in it.</param>
/// <param name="Content">The state as bytes.</param>
public sealed record StoredSnapshot(long Member, long Sequence, ReadOnlyMemory<byte> Content);
