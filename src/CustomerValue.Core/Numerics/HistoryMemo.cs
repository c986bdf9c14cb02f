using System.Buffers;

namespace CustomerValue.Numerics;

/// <summary>
/// Remembers a function of (frequency, age) while columns are scored: a fixed, direct-mapped table from a shared pool, so that
/// memory doesn't grow with customers and ages off any grid only cost their evaluation.
/// </summary>
internal struct HistoryMemo : IDisposable
{
    private const int Bits = 14;

    private struct Entry
    {
        public long Age;
        public int Frequency;
        public double Value;
    }

    private readonly Entry[] entries;
    private readonly Func<int, double, double> function;

    public HistoryMemo(Func<int, double, double> function)
    {
        this.function = function;
        entries = ArrayPool<Entry>.Shared.Rent(1 << Bits);
        // −1 is no frequency, so an empty entry never answers.
        for (int i = 0; i < 1 << Bits; i++)
            entries[i].Frequency = -1;
    }

    /// <summary>The value at (frequency, age), computed where the table has it not.</summary>
    public readonly double At(int frequency, double age)
    {
        long bits = BitConverter.DoubleToInt64Bits(age);
        ulong hash = (ulong)(bits ^ ((long)frequency << 32) ^ frequency) * 0x9E3779B97F4A7C15UL;
        ref Entry entry = ref entries[(int)(hash >> (64 - Bits))];
        if (entry.Frequency == frequency && entry.Age == bits)
            return entry.Value;
        double value = function(frequency, age);
        entry = new Entry { Age = bits, Frequency = frequency, Value = value };
        return value;
    }

    public readonly void Dispose() => ArrayPool<Entry>.Shared.Return(entries);
}
