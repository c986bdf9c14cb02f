namespace CustomerValue.Customers.Habits;

/// <summary>A number for each pair of a customer and something else, by open addressing: 16 bytes a place, at most three quarters of which are taken.</summary>
internal sealed class PairMap
{
    private const long Free = -1;
    private long[] keys = NewKeys(64);
    private long[] values = new long[64];

    public int Count { get; private set; }

    /// <summary>The number of a pair, <paramref name="start"/> where the pair is new.</summary>
    /// <param name="customer">≥ 0.</param>
    /// <param name="other">Any.</param>
    /// <param name="start">What a new pair has.</param>
    public ref long Of(int customer, int other, long start)
    {
        if (4L * Count >= 3L * keys.Length)
            Grow();
        long key = ((long)customer << 32) | (uint)other;
        int place = PlaceOf(key);
        if (keys[place] == Free)
        {
            keys[place] = key;
            values[place] = start;
            Count++;
        }

        return ref values[place];
    }

    /// <summary>Calls <paramref name="visit"/> with (customer, other, number) of every pair, in no order that means anything.</summary>
    public void Visit(Action<int, int, long> visit)
    {
        for (int place = 0; place < keys.Length; place++)
        {
            if (keys[place] != Free)
                visit((int)(keys[place] >> 32), unchecked((int)keys[place]), values[place]);
        }
    }

    private int PlaceOf(long key)
    {
        int mask = keys.Length - 1;
        ulong mixed = unchecked((ulong)key * 0x9E3779B97F4A7C15UL);
        int place = (int)((mixed ^ (mixed >> 32)) & (uint)mask);
        while (keys[place] != Free && keys[place] != key)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        (long[] oldKeys, long[] oldValues) = (keys, values);
        (keys, values) = (NewKeys(2 * oldKeys.Length), new long[2 * oldKeys.Length]);
        for (int old = 0; old < oldKeys.Length; old++)
        {
            if (oldKeys[old] == Free)
                continue;
            int place = PlaceOf(oldKeys[old]);
            (keys[place], values[place]) = (oldKeys[old], oldValues[old]);
        }
    }

    private static long[] NewKeys(int length)
    {
        long[] keys = new long[length];
        keys.AsSpan().Fill(Free);
        return keys;
    }
}
