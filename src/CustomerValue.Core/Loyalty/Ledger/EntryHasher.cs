using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>The hash of an entry: over the entry before and everything that stands in this one.</summary>
internal static class EntryHasher
{
    public static EntryHash Of(JournalEntry entry, ByteWriter bytes)
    {
        bytes.Clear().Hash(entry.Previous).Number(entry.Member).Number(entry.Sequence).Number((int)entry.Kind).Text(entry.Key)
            .Time(entry.OccurredAt).Time(entry.EffectiveAt).Time(entry.RecordedAt).Mark(entry.IsDue).Mark(entry.IsOutOfOrder).Text(entry.Wallet);
        bytes.Number(entry.Postings.Count);
        for (int at = 0; at < entry.Postings.Count; at++)
            bytes.Number((int)entry.Postings[at].Account).Number(entry.Postings[at].Lot).Number(entry.Postings[at].Units);
        bytes.Number(entry.Lots.Count);
        for (int at = 0; at < entry.Lots.Count; at++)
            bytes.Number(entry.Lots[at].Number).Time(entry.Lots[at].EarnedAt).Time(entry.Lots[at].ActivatesAt).Time(entry.Lots[at].ExpiresAt).Number(entry.Lots[at].From);
        bytes.Number(entry.Uses.Count);
        for (int at = 0; at < entry.Uses.Count; at++)
            Use(entry.Uses[at], bytes);
        bytes.Decimal(entry.Qualifying).Time(entry.QualifiesAt).Mark(entry.Origin is not null);
        if (entry.Origin is { } origin)
            Origin(origin, bytes);
        bytes.Text(entry.Detail?.GetType().Name);
        entry.Detail?.WriteTo(bytes);
        return bytes.Sha256();
    }

    private static void Use(in CounterUse use, ByteWriter bytes) =>
        bytes.Text(use.Key.Id).Number(use.Key.Period).Mark(use.Key.IsShared).Mark(use.Key.OfReferrer).Number(use.Amount).Mark(use.Released);

    private static void Origin(EarnOrigin origin, ByteWriter bytes) => bytes.Text(origin.ProgramHash).Text(origin.Rule).Number((int)origin.Kind).Text(origin.Source)
        .Number(origin.OrderOwner).Part(origin.Exact).Number((int)origin.Rounding).Mark(origin.RoundedByLine).Fractions(origin.Lines).Mark(origin.Qualifying);
}
