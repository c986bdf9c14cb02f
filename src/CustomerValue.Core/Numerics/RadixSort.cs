namespace CustomerValue.Numerics;

/// <summary>Sorts whole numbers by their digits, the last one first: time in proportion to how many there are. Equal keys keep their order.</summary>
internal static class RadixSort
{
    /// <summary>Bits that are sorted by at once.</summary>
    private const int Digit = 11;

    private const int Mask = (1 << Digit) - 1;

    /// <summary>The rows in the order of their keys, and the keys in order.</summary>
    /// <param name="keys">One a row; left as they are.</param>
    /// <param name="most">No key is above it.</param>
    public static (ulong[] Keys, int[] Rows) Order(ulong[] keys, ulong most)
    {
        int[] rows = new int[keys.Length];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = row;
        return (Sort((ulong[])keys.Clone(), most, ref rows), rows);
    }

    /// <summary>Sorts numbers, of which none is NaN; −0 and 0 are one.</summary>
    public static void Sort(double[] values)
    {
        // A whole number in the order of the values: the sign turned round, and below 0 all bits.
        ulong[] keys = new ulong[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            long bits = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
            keys[i] = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
        }

        int[] none = [];
        keys = Sort(keys, ulong.MaxValue, ref none);
        for (int i = 0; i < values.Length; i++)
        {
            long key = (long)keys[i];
            values[i] = BitConverter.Int64BitsToDouble(key ^ (~(key >> 63) | long.MinValue));
        }
    }

    private static ulong[] Sort(ulong[] keys, ulong most, ref int[] rows)
    {
        ulong[] otherKeys = new ulong[keys.Length];
        int[] otherRows = new int[rows.Length], places = new int[Mask + 1];
        for (int shift = 0; shift < 64 && most >> shift > 0; shift += Digit)
        {
            Array.Clear(places, 0, places.Length);
            foreach (ulong key in keys)
                places[(int)(key >> shift) & Mask]++;
            // Where all have the same digit, as whole numbers have in their last bits, nothing moves.
            if (keys.Length > 0 && places[(int)(keys[0] >> shift) & Mask] == keys.Length)
                continue;
            for (int digit = 0, place = 0; digit < places.Length; digit++)
                (places[digit], place) = (place, place + places[digit]);
            for (int i = 0; i < keys.Length; i++)
            {
                int place = places[(int)(keys[i] >> shift) & Mask]++;
                otherKeys[place] = keys[i];
                if (i < rows.Length)
                    otherRows[place] = rows[i];
            }

            (keys, otherKeys) = (otherKeys, keys);
            (rows, otherRows) = (otherRows, rows);
        }

        return keys;
    }
}
