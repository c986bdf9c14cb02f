using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>An award that is recomputed to something else than the journal says.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Sequence">The entry of the order.</param>
/// <param name="Order">The order.</param>
/// <param name="ProgramHash">The version of the programme.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Recorded">Units before rounding and caps by the journal; null where it has no such award.</param>
/// <param name="Recomputed">Units before rounding and caps by the code of today; null where it makes no such award.</param>
public sealed record AuditDifference(long Member, long Sequence, string Order, string ProgramHash, string Rule, Fraction? Recorded, Fraction? Recomputed);
