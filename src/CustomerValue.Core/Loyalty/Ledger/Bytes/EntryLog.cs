namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>The entries of a ledger as bytes, each after its hash.</summary>
internal sealed class EntryLog
{
    private readonly ByteLog log = new();

    public (int Blocks, int Used) End => log.End;

    public long Size => log.Size;

    public long Append(ReadOnlySpan<byte> entry, in EntryHash hash)
    {
        Span<byte> bytes = stackalloc byte[EntryHash.Size];
        hash.CopyTo(bytes);
        return log.Append(bytes, entry);
    }

    public void Cut((int Blocks, int Used) end) => log.Cut(end);

    public long Next(long place) => log.Next(place);

    public Span<byte> Kept(long place) => log.Kept(place);

    /// <summary>The bytes of the entry at a place, and the hash that was kept with them; false where there is no whole entry.</summary>
    public bool TryAt(long place, out ReadOnlySpan<byte> entry, out EntryHash hash)
    {
        ReadOnlySpan<byte> record = log.At(place);
        bool isWhole = record.Length >= EntryHash.Size;
        hash = isWhole ? new EntryHash(record.Slice(0, EntryHash.Size)) : default;
        entry = isWhole ? record.Slice(EntryHash.Size) : default;
        return isWhole;
    }

    /// <summary>The bytes of the entry at a place, not copied.</summary>
    public ReadOnlyMemory<byte> Held(long place) => log.Held(place).Slice(EntryHash.Size);

    /// <summary>The entry at a place.</summary>
    /// <exception cref="FormatException">There is no whole entry.</exception>
    public JournalEntry Read(long place)
    {
        if (!TryAt(place, out ReadOnlySpan<byte> entry, out EntryHash hash))
            throw new FormatException("There is no whole entry where it should stand; the journal is damaged.");
        JournalEntry read = EntryBytes.Read(entry, hash);
        read.Place = place;
        return read;
    }
}
