using CustomerValue.Loyalty.Ledger;

namespace CustomerValue.Tests.Loyalty;

/// <summary>Opens the ledgers that scenarios run on: here in memory. The tests of stores have one of their own with this name, so that the same scenarios run on them.</summary>
internal static class Ledgers
{
    public static LoyaltyLedger Open(ProgramVersions programs) => new(programs);
}
