namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What is compared between the ledger and the naive one.</summary>
internal sealed record NaiveBalance(long Available, long Pending, long Held, long Debt, long Redeemed, long Expired, long Reversed, long WrittenOff);
