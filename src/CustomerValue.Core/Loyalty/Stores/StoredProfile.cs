namespace CustomerValue.Loyalty.Stores;

/// <summary>What is known of a member as a person.</summary>
/// <param name="Member">His number.</param>
/// <param name="Content">The profile as bytes.</param>
public sealed record StoredProfile(long Member, ReadOnlyMemory<byte> Content);
