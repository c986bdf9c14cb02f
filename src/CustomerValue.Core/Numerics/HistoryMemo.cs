using System.Buffers;

namespace CustomerValue.Numerics;

/// <summary>
/// Remembers a function of (frequency, age) while columns are scored: a small, direct-mapped table from a shared pool, so that
/// memory doesn't grow with customers and ages off any grid only cost their evaluation.
/// </summary>
internal struct HistoryMemo : IDisposable
{
    private const int FewestBits = 4, MostBits = 14;

    private struct Entry
    {
        public long Age;
        public int Frequency;
        public double Value;
    }

    private readonly Entry[] entries;
    private readonly Func<int, double, double> function;
    private readonly int bits;

    public HistoryMemo(Func<int, double, double> function, int customers)
    {
        this.function = function;
        // For a few customers, a table that is cleared in no time.
        bits = FewestBits;
        while (bits < MostBits && 1 << bits < 4L * customers)
            bits++;
        entries = ArrayPool<Entry>.Shared.Rent(1 << bits);
        // −1 is no frequency, so an empty entry never answers.
        for (int i = 0; i < 1 << bits; i++)
            entries[i].Frequency = -1;
    }

    /// <summary>The value at (frequency, age), computed where the table has it not.</summary>
    public readonly double At(int frequency, double age)
    {
        long ageBits = BitConverter.DoubleToInt64Bits(age);
        ulong hash = (ulong)(ageBits ^ ((long)frequency << 32) ^ frequency) * 0x9E3779B97F4A7C15UL;
        ref Entry entry = ref entries[(int)(hash >> (64 - bits))];
        if (entry.Frequency == frequency && entry.Age == ageBits)
            return entry.Value;
        double value = function(frequency, age);
        entry = new Entry { Age = ageBits, Frequency = frequency, Value = value };
        return value;
    }

    public readonly void Dispose() => ArrayPool<Entry>.Shared.Return(entries);
}
