using CustomerValue.Data;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Tool.Output;

/// <summary>JOURNAL.csv: a row a movement of points, or one for an entry that moves none. Members are numbers: the journal knows no persons.</summary>
internal static class JournalCsv
{
    private static readonly string[] Names =
    [
        "member", "sequence", "kind", "key", "occurred_at", "effective_at", "recorded_at", "due", "wallet", "account", "lot", "points", "rule", "source", "program", "hash",
    ];

    public static void Write(CsvWriter csv, LoyaltyLedger ledger, CancellationToken cancellation)
    {
        Dictionary<string, Wallet> wallets = ledger.Wallets.ToDictionary(wallet => wallet.Id, StringComparer.Ordinal);
        csv.Header(Names);
        foreach (JournalEntry entry in ledger.ReadJournal())
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.Postings.Count == 0)
                Row(csv, entry, null, 0);
            foreach (Posting posting in entry.Postings)
                Row(csv, entry, posting, wallets[entry.Wallet!].Scale);
        }
    }

    private static void Row(CsvWriter csv, JournalEntry entry, Posting? posting, int scale)
    {
        csv.Number(entry.Member);
        csv.Number(entry.Sequence);
        csv.Text(entry.Kind.ToString());
        csv.Text(entry.Key);
        csv.Text(LoyaltyText.Iso(entry.OccurredAt));
        csv.Text(LoyaltyText.Iso(entry.EffectiveAt));
        csv.Text(LoyaltyText.Iso(entry.RecordedAt));
        csv.Number(entry.IsDue ? 1L : 0L);
        csv.Text(entry.Wallet);
        csv.Text(posting?.Account.ToString());
        csv.Number(posting is { Lot: > 0 and var lot } ? (long?)lot : null);
        csv.Number(posting is { } moved ? LoyaltyText.Points(moved.Units, scale) : null);
        csv.Text(entry.Origin?.Rule);
        csv.Text(entry.Origin?.Source);
        csv.Text(entry.Origin?.ProgramHash);
        csv.Text(entry.Hash.ToString());
        csv.EndRow();
    }
}
