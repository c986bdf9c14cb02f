namespace CustomerValue.Loyalty.Stores;

/// <summary>How far a member's journal goes on.</summary>
/// <param name="Number">His number.</param>
/// <param name="Before">The sequence of his last entry when it was decided; it must still be that.</param>
/// <param name="After">The sequence of his last entry afterwards.</param>
public readonly record struct MemberStep(long Number, long Before, long After);
