namespace CustomerValue.Customers.Summing;

/// <summary>Sorts lines by key: least significant digit first, so the time is the same in whatever order they come.</summary>
internal sealed class LineSort
{
    private const int MostDigitBits = 11;

    private readonly int[] places = new int[1 << MostDigitBits];
    private LineEntry[] scratch = [];

    /// <summary>Sorts by the low <paramref name="keyBits"/> bits. The result lies in <paramref name="entries"/> or in scratch that the next call reuses.</summary>
    public ReadOnlySpan<LineEntry> Sort(Span<LineEntry> entries, int keyBits)
    {
        if (scratch.Length < entries.Length)
            scratch = new LineEntry[Math.Max(entries.Length, 2 * scratch.Length)];
        Span<LineEntry> from = entries;
        Span<LineEntry> to = scratch.AsSpan(0, entries.Length);
        int passes = (keyBits + MostDigitBits - 1) / MostDigitBits;
        for (int pass = 0, shift = 0; pass < passes; pass++)
        {
            int bits = (keyBits - shift) / (passes - pass);
            Pass(from, to, shift, (1u << bits) - 1);
            shift += bits;
            Span<LineEntry> swap = from;
            from = to;
            to = swap;
        }

        return from;
    }

    private void Pass(ReadOnlySpan<LineEntry> from, Span<LineEntry> to, int shift, uint mask)
    {
        Span<int> next = places.AsSpan(0, (int)mask + 1);
        next.Clear();
        foreach (ref readonly LineEntry entry in from)
            next[(int)((entry.Key >> shift) & mask)]++;
        int place = 0;
        foreach (ref int slot in next)
        {
            int count = slot;
            slot = place;
            place += count;
        }

        foreach (ref readonly LineEntry entry in from)
            to[next[(int)((entry.Key >> shift) & mask)]++] = entry;
    }
}
