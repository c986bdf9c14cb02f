namespace CustomerValue.Customers.Habits;

/// <summary>A number for each pair of a customer and something else, by open addressing: 16 bytes a place, at most three quarters of which are taken.</summary>
internal sealed class PairMap
{
    private const long Free = -1;

    /// <summary>Key and number side by side, so that finding a pair touches memory once.</summary>
    private (long Key, long Number)[] places = Empty(64);

    public int Count { get; private set; }

    /// <summary>The number of a pair, <paramref name="start"/> where the pair is new.</summary>
    /// <param name="customer">≥ 0.</param>
    /// <param name="other">Any.</param>
    /// <param name="start">What a new pair has.</param>
    public ref long Of(int customer, int other, long start)
    {
        if (4L * Count >= 3L * places.Length)
            Grow();
        long key = ((long)customer << 32) | (uint)other;
        ref (long Key, long Number) place = ref PlaceOf(key);
        if (place.Key == Free)
        {
            place = (key, start);
            Count++;
        }

        return ref place.Number;
    }

    /// <summary>Calls <paramref name="visit"/> with (customer, other, number) of every pair, in no order that means anything.</summary>
    public void Visit(Action<int, int, long> visit)
    {
        foreach ((long key, long number) in places)
        {
            if (key != Free)
                visit((int)(key >> 32), unchecked((int)key), number);
        }
    }

    private ref (long Key, long Number) PlaceOf(long key)
    {
        (long Key, long Number)[] all = places;
        int mask = all.Length - 1;
        ulong mixed = unchecked((ulong)key * 0x9E3779B97F4A7C15UL);
        int place = (int)((mixed ^ (mixed >> 32)) & (uint)mask);
        while (all[place].Key != Free && all[place].Key != key)
            place = (place + 1) & mask;
        return ref all[place];
    }

    private void Grow()
    {
        (long Key, long Number)[] old = places;
        places = Empty(2 * old.Length);
        foreach ((long Key, long Number) pair in old)
        {
            if (pair.Key != Free)
                PlaceOf(pair.Key) = pair;
        }
    }

    private static (long Key, long Number)[] Empty(int length)
    {
        (long Key, long Number)[] places = new (long, long)[length];
        places.AsSpan().Fill((Free, 0));
        return places;
    }
}
