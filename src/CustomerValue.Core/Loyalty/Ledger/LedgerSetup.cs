using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What does not change while a ledger runs.</summary>
internal sealed class LedgerSetup
{
    private readonly Dictionary<string, int> wallets = new(StringComparer.Ordinal);

    public LedgerSetup(ProgramVersions programs)
    {
        Programs = programs ?? throw new ArgumentNullException(nameof(programs));
        List<Wallet> all = [];
        // Where versions differ in how a wallet is spent, the last one holds.
        foreach (Wallet wallet in programs.All.Reverse().SelectMany(version => version.Wallets))
        {
            if (wallets.ContainsKey(wallet.Id))
                continue;
            wallets[wallet.Id] = all.Count;
            all.Add(wallet);
        }

        Wallets = all;
    }

    public ProgramVersions Programs { get; }

    public IReadOnlyList<Wallet> Wallets { get; }

    public int WalletOf(string id) => wallets[id];

    /// <summary>A wallet's place, where null is the only one; −1 where there is no such wallet.</summary>
    public int FindWallet(string? id) => id is null ? (Wallets.Count == 1 ? 0 : -1) : wallets.TryGetValue(id, out int at) ? at : -1;

    public LoyaltyCalendar Calendar(Instant instant) => Programs.Nearest(instant).Calendar;
}
