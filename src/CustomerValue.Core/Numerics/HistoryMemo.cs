using System.Buffers;

namespace CustomerValue.Numerics;

/// <summary>
/// Remembers a number per (frequency, recency, age) while columns are scored: a small, direct-mapped table from a shared pool, so
/// that memory doesn't grow with customers and ages off any grid only cost their evaluation.
/// </summary>
internal readonly struct HistoryMemo : IDisposable
{
    private const int FewestBits = 4, MostBits = 14;

    private struct Entry
    {
        public long Age;
        public long Recency;
        public double Value;
        public int Frequency;
    }

    private readonly Entry[] entries;
    private readonly int bits;

    public HistoryMemo(int customers)
    {
        // For a few customers, a table that is cleared in no time.
        bits = FewestBits;
        while (bits < MostBits && 1 << bits < 4L * customers)
            bits++;
        entries = ArrayPool<Entry>.Shared.Rent(1 << bits);
        // −1 is no frequency, so an empty entry never answers.
        for (int i = 0; i < 1 << bits; i++)
            entries[i].Frequency = -1;
    }

    /// <summary>The number kept for this history, or the slot where it belongs.</summary>
    public bool TryGet(int frequency, double recency, double age, out int slot, out double value)
    {
        long ageBits = BitConverter.DoubleToInt64Bits(age);
        long recencyBits = BitConverter.DoubleToInt64Bits(recency);
        ulong hash = (ulong)(ageBits ^ (recencyBits * 31) ^ ((long)frequency << 32) ^ frequency) * 0x9E3779B97F4A7C15UL;
        slot = (int)(hash >> (64 - bits));
        ref Entry entry = ref entries[slot];
        value = entry.Value;
        return entry.Frequency == frequency && entry.Age == ageBits && entry.Recency == recencyBits;
    }

    /// <summary>Keeps a number in the slot that <see cref="TryGet"/> named.</summary>
    public void Keep(int slot, int frequency, double recency, double age, double value) => entries[slot] = new Entry
    {
        Age = BitConverter.DoubleToInt64Bits(age),
        Recency = BitConverter.DoubleToInt64Bits(recency),
        Frequency = frequency,
        Value = value,
    };

    public void Dispose() => ArrayPool<Entry>.Shared.Return(entries);
}
