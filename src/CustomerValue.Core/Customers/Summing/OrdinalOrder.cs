namespace CustomerValue.Customers.Summing;

/// <summary>Sorts many keys ordinally, by a few characters packed into a number where these decide.</summary>
internal static class OrdinalOrder
{
    private const int CharsInPack = 8;

    /// <summary>The places of the keys in ordinal order.</summary>
    public static int[] Of(IReadOnlyList<string> keys)
    {
        int prefix = CommonPrefix(keys);
        ulong[] packs = new ulong[keys.Count];
        int[] order = new int[keys.Count];
        for (int i = 0; i < order.Length; i++)
        {
            packs[i] = Pack(keys[i], prefix);
            order[i] = i;
        }

        bool ascending = true;
        for (int i = 1; i < packs.Length && ascending; i++)
            ascending = packs[i - 1] < packs[i];
        if (ascending)
            return order;
        Array.Sort(packs, order);
        Comparer<int> byKey = Comparer<int>.Create((x, y) => string.CompareOrdinal(keys[x], keys[y]));
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && packs[end] == packs[start];)
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start, byKey);
        }

        return order;
    }

    /// <summary>Eight characters as bytes, in an order that never contradicts the characters': what is beyond a byte counts as 255, what is missing as 0.</summary>
    private static ulong Pack(string key, int start)
    {
        ulong pack = 0;
        bool exact = true;
        for (int i = start; i < start + CharsInPack; i++)
        {
            // Behind a character that doesn't fit, the rest no longer decides.
            int c = exact && i < key.Length ? Math.Min((int)key[i], byte.MaxValue) : 0;
            exact &= c < byte.MaxValue;
            pack = (pack << 8) | (byte)c;
        }

        return pack;
    }

    private static int CommonPrefix(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
            return 0;
        string first = keys[0];
        int prefix = first.Length;
        for (int i = 1; i < keys.Count && prefix > 0; i++)
        {
            string key = keys[i];
            int same = 0;
            while (same < prefix && same < key.Length && key[same] == first[same])
                same++;
            prefix = same;
        }

        return prefix;
    }
}
