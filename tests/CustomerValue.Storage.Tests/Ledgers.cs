using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Loyalty;

/// <summary>Opens the ledgers that scenarios run on: each in a store of its own, which is empty.</summary>
internal static class Ledgers
{
    private static readonly AsyncLocal<Func<ProgramVersions, LoyaltyLedger>?> Chosen = new();

    /// <summary>How ledgers are opened in this flow; in SQLite where nobody chose.</summary>
    public static Func<ProgramVersions, LoyaltyLedger>? Opening
    {
        get => Chosen.Value;
        set => Chosen.Value = value;
    }

    public static LoyaltyLedger Open(ProgramVersions programs) => Chosen.Value is { } open ? open(programs) : LoyaltyLedger.Open(programs, TestStore.Sqlite().Open());

    /// <summary>One that knows nothing from command to command: each member comes from his snapshot, which each command makes anew.</summary>
    public static LoyaltyLedger OfSnapshots(ProgramVersions programs, TestStore store) => LoyaltyLedger.Open(programs, store.Open(), room: 1, snapshots: 1);
}
