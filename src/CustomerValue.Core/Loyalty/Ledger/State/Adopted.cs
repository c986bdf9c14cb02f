using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>A member who was merged into another one.</summary>
/// <param name="LotsBefore">How many lots the other one had before his.</param>
/// <param name="Joined">When he joined, or null.</param>
/// <param name="Referrer">Who had referred him, or 0.</param>
internal readonly record struct Adopted(int LotsBefore, LocalDate? Joined, long Referrer);
