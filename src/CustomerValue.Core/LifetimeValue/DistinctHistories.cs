using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>
/// The distinct (x, t_x, T) of a population with their weights, ordered, so that the order of the rows never shows.
/// What a fit costs grows with these, not with customers. Customers of different kinds, such as covariates make, stay apart.
/// </summary>
internal sealed class DistinctHistories
{
    private DistinctHistories(History[] ordered)
    {
        Frequency = Array.ConvertAll(ordered, history => history.Frequency);
        Recency = Array.ConvertAll(ordered, history => history.Recency);
        Age = Array.ConvertAll(ordered, history => history.Age);
        Weight = Array.ConvertAll(ordered, history => history.Weight);
        Kind = Array.ConvertAll(ordered, history => history.Kind);
    }

    public int[] Frequency { get; }

    public double[] Recency { get; }

    public double[] Age { get; }

    public double[] Weight { get; }

    /// <summary>The kind of customer; 0 where none were told apart.</summary>
    public int[] Kind { get; }

    public int Count => Frequency.Length;

    /// <summary>Groups equal rows; rows of weight 0 are passed over.</summary>
    public static DistinctHistories Of(SummaryColumns columns, ReadOnlySpan<double> weights, ReadOnlySpan<int> kinds = default)
    {
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        History[] histories = new History[64];
        int[] slots = new int[2 * histories.Length];
        int count = 0;
        for (int row = 0; row < frequency.Length; row++)
        {
            History history = new() { Frequency = frequency[row], Recency = recency[row], Age = age[row], Weight = weights.IsEmpty ? 1 : weights[row], Kind = kinds.IsEmpty ? 0 : kinds[row] };
            if (history.Weight == 0)
                continue;
            int slot = Find(slots, histories, history);
            if (slots[slot] > 0)
            {
                histories[slots[slot] - 1].Weight += history.Weight;
                continue;
            }

            histories[count++] = history;
            slots[slot] = count;
            if (count == histories.Length)
                Grow(ref slots, ref histories);
        }

        Array.Resize(ref histories, count);
        Array.Sort(histories, Compare);
        return new(histories);
    }

    /// <summary>The slot of an equal history, or the free one where it belongs. Open addressing; a slot holds the history's number + 1, or 0.</summary>
    private static int Find(int[] slots, History[] histories, in History history)
    {
        ulong hash = ((ulong)BitConverter.DoubleToInt64Bits(history.Recency) * 0x9E3779B97F4A7C15UL)
            ^ ((ulong)BitConverter.DoubleToInt64Bits(history.Age) * 0xC2B2AE3D27D4EB4FUL)
            ^ (((uint)history.Frequency | ((ulong)(uint)history.Kind << 32)) * 0x165667B19E3779F9UL);
        hash ^= hash >> 32;
        int mask = slots.Length - 1;
        int slot = (int)((hash * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        while (slots[slot] > 0)
        {
            ref readonly History other = ref histories[slots[slot] - 1];
            if (other.Frequency == history.Frequency && other.Recency == history.Recency && other.Age == history.Age && other.Kind == history.Kind)
                break;
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static void Grow(ref int[] slots, ref History[] histories)
    {
        int count = histories.Length;
        Array.Resize(ref histories, 2 * count);
        slots = new int[2 * histories.Length];
        for (int i = 0; i < count; i++)
            slots[Find(slots, histories, histories[i])] = i + 1;
    }

    private static int Compare(History left, History right)
    {
        int order = left.Frequency.CompareTo(right.Frequency);
        if (order == 0)
            order = left.Age.CompareTo(right.Age);
        if (order == 0)
            order = left.Recency.CompareTo(right.Recency);
        return order != 0 ? order : left.Kind.CompareTo(right.Kind);
    }

    /// <summary>32 bytes, so that whoever looks at one fetches one or two lines of the cache.</summary>
    private struct History
    {
        public double Recency;
        public double Age;
        public double Weight;
        public int Frequency;
        public int Kind;
    }
}
