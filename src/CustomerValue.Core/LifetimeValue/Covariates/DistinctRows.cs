namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Equal rows of numbers once, in the order of their numbers, so that the order of the customers never shows.</summary>
internal static class DistinctRows
{
    /// <summary>Which distinct row every row is, and the distinct rows one after the other.</summary>
    public static (int[] KindOf, double[] Kinds) Of(double[] numbers, int rows, int width)
    {
        int[] kindOf = new int[rows];
        List<int> firstRows = [];
        int[] slots = new int[64];
        for (int row = 0; row < rows; row++)
        {
            if (2 * firstRows.Count >= slots.Length)
            {
                slots = new int[4 * slots.Length];
                for (int kind = 0; kind < firstRows.Count; kind++)
                    slots[Find(firstRows[kind])] = kind + 1;
            }

            int slot = Find(row);
            if (slots[slot] == 0)
            {
                firstRows.Add(row);
                slots[slot] = firstRows.Count;
            }

            kindOf[row] = slots[slot] - 1;
        }

        int[] ordered = Enumerable.Range(0, firstRows.Count).ToArray();
        Array.Sort(ordered, (left, right) => Row(firstRows[left]).SequenceCompareTo(Row(firstRows[right])));
        int[] places = new int[ordered.Length];
        double[] kinds = new double[ordered.Length * width];
        for (int place = 0; place < ordered.Length; place++)
        {
            places[ordered[place]] = place;
            Row(firstRows[ordered[place]]).CopyTo(kinds.AsSpan(place * width));
        }

        return (Array.ConvertAll(kindOf, kind => places[kind]), kinds);

        Span<double> Row(int row) => numbers.AsSpan(row * width, width);

        // The slot of an equal row, or the free one where it belongs; a slot holds the kind's number + 1, or 0.
        int Find(int row)
        {
            ulong hash = 0;
            foreach (double number in Row(row))
                hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(number)) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
            int mask = slots.Length - 1;
            int slot = (int)((hash * 0xC2B2AE3D27D4EB4FUL) >> 33) & mask;
            while (slots[slot] > 0 && !Row(firstRows[slots[slot] - 1]).SequenceEqual(Row(row)))
                slot = (slot + 1) & mask;
            return slot;
        }
    }
}
