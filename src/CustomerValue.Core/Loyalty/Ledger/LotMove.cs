using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>Something that happened to units of a lot.</summary>
/// <param name="At">When, in valid time.</param>
/// <param name="Kind">What.</param>
/// <param name="Units">How many units; above 0.</param>
public readonly record struct LotMove(Instant At, LotMoveKind Kind, long Units);
