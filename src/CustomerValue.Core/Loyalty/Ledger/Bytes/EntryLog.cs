using System.Buffers.Binary;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>Entries as bytes, one after the other in blocks: a journal of millions leaves nothing for the garbage collector to follow.</summary>
internal sealed class EntryLog
{
    private const int BlockSize = 1 << 20;
    private const int Head = 4 + 32;
    private readonly List<byte[]> blocks = [];

    /// <summary>How far each block is filled.</summary>
    private readonly List<int> ends = [];

    /// <summary>Where the log ends, to cut it there again.</summary>
    public (int Blocks, int Used) End => (blocks.Count, blocks.Count == 0 ? 0 : ends[ends.Count - 1]);

    /// <summary>Takes an entry in, and gives the place by which it is read.</summary>
    public long Append(ReadOnlySpan<byte> entry, in EntryHash hash)
    {
        int size = Head + entry.Length;
        if (blocks.Count == 0 || ends[ends.Count - 1] + size > blocks[blocks.Count - 1].Length)
        {
            blocks.Add(new byte[Math.Max(BlockSize, size)]);
            ends.Add(0);
        }

        int last = blocks.Count - 1;
        int at = ends[last];
        Span<byte> room = blocks[last].AsSpan(at, size);
        BinaryPrimitives.WriteInt32LittleEndian(room, entry.Length);
        hash.CopyTo(room.Slice(4));
        entry.CopyTo(room.Slice(Head));
        ends[last] = at + size;
        return ((long)last << 32) | (uint)at;
    }

    /// <summary>Forgets everything after an end that was.</summary>
    public void Cut((int Blocks, int Used) end)
    {
        blocks.RemoveRange(end.Blocks, blocks.Count - end.Blocks);
        ends.RemoveRange(end.Blocks, ends.Count - end.Blocks);
        if (end.Blocks > 0)
            ends[end.Blocks - 1] = end.Used;
    }

    /// <summary>The bytes of the entry at a place, and the hash that was kept with them; false where there is no whole entry.</summary>
    public bool TryAt(long place, out ReadOnlySpan<byte> entry, out EntryHash hash)
    {
        ReadOnlySpan<byte> rest = Block(place).AsSpan((int)place);
        int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        bool isWhole = length >= 0 && length <= rest.Length - Head;
        hash = new EntryHash(rest.Slice(4, 32));
        entry = isWhole ? rest.Slice(Head, length) : default;
        return isWhole;
    }

    /// <summary>The place of the entry that was appended after the one at a place.</summary>
    public long Next(long place)
    {
        long next = place + Head + BinaryPrimitives.ReadInt32LittleEndian(Block(place).AsSpan((int)place));
        return (int)next < ends[(int)(place >> 32)] ? next : ((place >> 32) + 1) << 32;
    }

    /// <summary>The entry at a place.</summary>
    /// <exception cref="InvalidDataException">There is no whole entry.</exception>
    public JournalEntry Read(long place)
    {
        if (!TryAt(place, out ReadOnlySpan<byte> entry, out EntryHash hash))
            throw new InvalidDataException("There is no whole entry where it should stand; the journal is damaged.");
        JournalEntry read = EntryBytes.Read(entry, hash);
        read.Place = place;
        return read;
    }

    /// <summary>All that is kept of the entry at a place: its length, its hash and its bytes.</summary>
    public Span<byte> Kept(long place) => Block(place).AsSpan((int)place, Head + BinaryPrimitives.ReadInt32LittleEndian(Block(place).AsSpan((int)place)));

    private byte[] Block(long place) => blocks[(int)(place >> 32)];
}
