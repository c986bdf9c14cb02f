using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What is owed for the lots that were earned in a tier.</summary>
/// <param name="Tier">The tier, or null where the programme has none.</param>
/// <param name="Units">Units that are left.</param>
/// <param name="Gross">Their value.</param>
/// <param name="Amount">Their value less expected breakage.</param>
public sealed record TierLiability(string? Tier, long Units, Money Gross, Money Amount);
