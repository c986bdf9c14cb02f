using System.Buffers.Binary;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>Records of bytes, one after the other in blocks: millions of them leave nothing for the garbage collector to follow.</summary>
internal sealed class ByteLog
{
    private const int BlockSize = 1 << 20;
    private const int Head = 4;
    private readonly List<byte[]> blocks = [];

    /// <summary>How far each block is filled.</summary>
    private readonly List<int> ends = [];

    /// <summary>Where the log ends, to cut it there again.</summary>
    public (int Blocks, int Used) End => (blocks.Count, blocks.Count == 0 ? 0 : ends[ends.Count - 1]);

    /// <summary>How many bytes there are, but for what the blocks before the last one left over.</summary>
    public long Size => blocks.Count == 0 ? 0 : ((blocks.Count - 1L) * BlockSize) + ends[ends.Count - 1];

    /// <summary>Takes a record in, and gives the place by which it is found.</summary>
    public long Append(ReadOnlySpan<byte> record, ReadOnlySpan<byte> andThen = default)
    {
        int size = Head + record.Length + andThen.Length;
        if (blocks.Count == 0 || ends[ends.Count - 1] + size > blocks[blocks.Count - 1].Length)
        {
            blocks.Add(new byte[Math.Max(BlockSize, size)]);
            ends.Add(0);
        }

        int last = blocks.Count - 1;
        int at = ends[last];
        Span<byte> room = blocks[last].AsSpan(at, size);
        BinaryPrimitives.WriteInt32LittleEndian(room, size - Head);
        record.CopyTo(room.Slice(Head));
        andThen.CopyTo(room.Slice(Head + record.Length));
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

    /// <summary>The record at a place; empty where there is no whole one.</summary>
    public ReadOnlySpan<byte> At(long place)
    {
        ReadOnlySpan<byte> rest = Block(place).AsSpan((int)place);
        int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        return length >= 0 && length <= rest.Length - Head ? rest.Slice(Head, length) : default;
    }

    /// <summary>The same record, to be kept for a while: until the log is cut.</summary>
    public ReadOnlyMemory<byte> Held(long place) => Block(place).AsMemory((int)place + Head, At(place).Length);

    /// <summary>All that is kept of a record: its length and its bytes.</summary>
    public Span<byte> Kept(long place) => Block(place).AsSpan((int)place, Head + At(place).Length);

    /// <summary>The place of the record that was appended after the one at a place.</summary>
    public long Next(long place)
    {
        long next = place + Head + At(place).Length;
        return (int)next < ends[(int)(place >> 32)] ? next : ((place >> 32) + 1) << 32;
    }

    private byte[] Block(long place) => blocks[(int)(place >> 32)];
}
