using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Loyalty;

/// <summary>Opens the ledgers that scenarios run on: each in a store of its own, which is empty.</summary>
internal static class Ledgers
{
    private static readonly AsyncLocal<Func<TestStore>?> Chosen = new();

    /// <summary>Where ledgers are opened in this flow; SQLite where nobody chose.</summary>
    public static Func<TestStore>? Stores
    {
        get => Chosen.Value;
        set => Chosen.Value = value;
    }

    public static LoyaltyLedger Open(ProgramVersions programs) => LoyaltyLedger.Open(programs, (Chosen.Value ?? TestStore.Sqlite)().Open());
}
