namespace CustomerValue.Loyalty.Stores;

/// <summary>How what was told of a member's tier moves on.</summary>
/// <param name="Before">The tier that was told of when it was decided; it must still be that. Null for none.</param>
/// <param name="After">What is told of afterwards.</param>
public sealed record StandingStep(string? Before, StoredStanding After);
