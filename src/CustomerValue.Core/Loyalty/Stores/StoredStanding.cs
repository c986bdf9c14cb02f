using NodaTime;

namespace CustomerValue.Loyalty.Stores;

/// <summary>The tier that was told of last.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Level">The tier.</param>
/// <param name="Until">The instant from which time alone may make it another one, or null for never.</param>
public sealed record StoredStanding(long Member, string Level, Instant? Until);
