namespace CustomerValue.Loyalty.Ledger;

/// <summary>What is left of a lot.</summary>
/// <param name="Number">Its number in the member's journal.</param>
/// <param name="Units">Units that are left.</param>
/// <param name="IsPending">Whether they can't be spent yet.</param>
/// <param name="Terms">When it was earned and when it expires.</param>
public sealed record PointsLot(int Number, long Units, bool IsPending, LotTerms Terms);
