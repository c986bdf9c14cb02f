namespace CustomerValue.Loyalty.Overview;

/// <summary>Points whose last day comes within some days.</summary>
/// <param name="Within">The most days until the last one on which they can be spent, today being 0; null for later ones, and those that never expire.</param>
/// <param name="Units">Units that are left and are not in a class with fewer days.</param>
/// <param name="Members">How many members were granted them.</param>
public sealed record ExpiringPoints(int? Within, long Units, int Members);
