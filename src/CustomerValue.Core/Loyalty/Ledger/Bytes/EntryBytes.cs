using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>An entry as bytes: all that stands in it, one way to write it, and its hash over the entry before and these bytes.</summary>
internal static class EntryBytes
{
    [Flags]
    private enum Parts
    {
        IsDue = 1,
        IsOutOfOrder = 2,
        CountsLater = 4,
        KnownLater = 8,
        QualifiesElsewhere = 16,
        HasQualifying = 32,
        HasOrigin = 64,
    }

    /// <summary>Leaves the bytes in the writer and gives their hash. They begin with the hash of the entry before.</summary>
    public static EntryHash Write(JournalEntry entry, ByteWriter bytes)
    {
        Parts parts = (entry.IsDue ? Parts.IsDue : 0) | (entry.IsOutOfOrder ? Parts.IsOutOfOrder : 0)
            | (entry.EffectiveAt != entry.OccurredAt ? Parts.CountsLater : 0) | (entry.RecordedAt != entry.OccurredAt ? Parts.KnownLater : 0)
            | (entry.QualifiesAt != entry.OccurredAt ? Parts.QualifiesElsewhere : 0) | (entry.Qualifying != 0 ? Parts.HasQualifying : 0) | (entry.Origin is not null ? Parts.HasOrigin : 0);
        bytes.Clear().Hash(entry.Previous).Number(entry.Member).Number(entry.Sequence).Number((int)entry.Kind).Number((int)parts).Text(entry.Key).Text(entry.Wallet).Time(entry.OccurredAt);
        if ((parts & Parts.CountsLater) != 0)
            bytes.Time(entry.EffectiveAt);
        if ((parts & Parts.KnownLater) != 0)
            bytes.Time(entry.RecordedAt);
        if ((parts & Parts.QualifiesElsewhere) != 0)
            bytes.Time(entry.QualifiesAt);
        if ((parts & Parts.HasQualifying) != 0)
            bytes.Decimal(entry.Qualifying);
        bytes.Number(entry.Postings.Count);
        for (int at = 0; at < entry.Postings.Count; at++)
            bytes.Number((int)entry.Postings[at].Account).Number(entry.Postings[at].Lot).Number(entry.Postings[at].Units);
        bytes.Number(entry.Lots.Count);
        for (int at = 0; at < entry.Lots.Count; at++)
            bytes.Number(entry.Lots[at].Number).Time(entry.Lots[at].EarnedAt).Time(entry.Lots[at].ActivatesAt).Time(entry.Lots[at].ExpiresAt).Number(entry.Lots[at].From);
        bytes.Number(entry.Uses.Count);
        for (int at = 0; at < entry.Uses.Count; at++)
            Use(entry.Uses[at], bytes);
        if (entry.Origin is { } origin)
            Origin(origin, bytes);
        DetailBytes.Write(entry.Detail, bytes);
        return bytes.Sha256();
    }

    /// <summary>The entry that was written.</summary>
    /// <exception cref="FormatException">The bytes are no entry.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> written, in EntryHash hash)
    {
        try
        {
            return Entry(written, hash);
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            // What is no date, currency or fraction is no entry either.
            throw new FormatException(problem.Message, problem);
        }
    }

    private static JournalEntry Entry(ReadOnlySpan<byte> written, in EntryHash hash)
    {
        ByteReader bytes = new(written);
        EntryHash previous = bytes.Hash();
        long member = bytes.Number();
        long sequence = bytes.Number();
        EntryKind kind = (EntryKind)bytes.Small(0, byte.MaxValue);
        Parts parts = (Parts)bytes.Small(0, 127);
        string key = bytes.Word();
        string? wallet = bytes.Text();
        Instant occurred = bytes.Time();
        JournalEntry entry = new()
        {
            Member = member,
            Sequence = sequence,
            Kind = kind,
            Key = key,
            OccurredAt = occurred,
            EffectiveAt = (parts & Parts.CountsLater) != 0 ? bytes.Time() : occurred,
            RecordedAt = (parts & Parts.KnownLater) != 0 ? bytes.Time() : occurred,
            IsDue = (parts & Parts.IsDue) != 0,
            IsOutOfOrder = (parts & Parts.IsOutOfOrder) != 0,
            QualifiesAt = (parts & Parts.QualifiesElsewhere) != 0 ? bytes.Time() : occurred,
            Qualifying = (parts & Parts.HasQualifying) != 0 ? bytes.Decimal() : 0,
            Wallet = wallet,
            Postings = Postings(ref bytes),
            Lots = Lots(ref bytes),
            Uses = Uses(ref bytes),
            Origin = (parts & Parts.HasOrigin) != 0 ? Origin(ref bytes) : null,
            Detail = DetailBytes.Read(ref bytes),
            Previous = previous,
            Hash = hash,
        };
        return bytes.IsAtEnd ? entry : throw new FormatException("More bytes follow the entry than belong to it.");
    }

    private static Posting[] Postings(ref ByteReader bytes)
    {
        Posting[] postings = new Posting[bytes.Count()];
        for (int at = 0; at < postings.Length; at++)
            postings[at] = new((LedgerAccount)bytes.Small(0, byte.MaxValue), bytes.Small(0, int.MaxValue), bytes.Number());
        return postings;
    }

    private static LotTerms[] Lots(ref ByteReader bytes)
    {
        LotTerms[] lots = new LotTerms[bytes.Count()];
        for (int at = 0; at < lots.Length; at++)
            lots[at] = new(bytes.Small(1, int.MaxValue), bytes.Time(), bytes.Time(), bytes.TimeOrNull(), bytes.Small(0, int.MaxValue));
        return lots;
    }

    private static CounterUse[] Uses(ref ByteReader bytes)
    {
        CounterUse[] uses = new CounterUse[bytes.Count()];
        for (int at = 0; at < uses.Length; at++)
            uses[at] = new(new CounterKey(bytes.Word(), bytes.Small(int.MinValue, int.MaxValue), bytes.Mark(), bytes.Mark()), bytes.Number(), bytes.Mark());
        return uses;
    }

    private static EarnOrigin Origin(ref ByteReader bytes) => new()
    {
        ProgramHash = bytes.Word(),
        Rule = bytes.Text(),
        Kind = (AwardKind)bytes.Small(0, byte.MaxValue),
        Source = bytes.Text(),
        OrderOwner = bytes.Number(),
        Exact = bytes.Part(),
        Rounding = (RoundingMode)bytes.Small(0, byte.MaxValue),
        RoundedByLine = bytes.Mark(),
        Lines = bytes.Fractions(),
        Qualifying = bytes.Mark(),
    };

    private static void Use(in CounterUse use, ByteWriter bytes) =>
        bytes.Text(use.Key.Id).Number(use.Key.Period).Mark(use.Key.IsShared).Mark(use.Key.OfReferrer).Number(use.Amount).Mark(use.Released);

    private static void Origin(EarnOrigin origin, ByteWriter bytes) => bytes.Text(origin.ProgramHash).Text(origin.Rule).Number((int)origin.Kind).Text(origin.Source)
        .Number(origin.OrderOwner).Part(origin.Exact).Number((int)origin.Rounding).Mark(origin.RoundedByLine).Fractions(origin.Lines).Mark(origin.Qualifying);
}
