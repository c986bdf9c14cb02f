namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>Puts items into groups, as one column of items and one of where each group starts.</summary>
internal static class Grouping
{
    /// <summary>Items of group g are items[first[g]] to items[first[g + 1]], ascending; items of a negative group are left out.</summary>
    public static (int[] First, int[] Items) By(ReadOnlySpan<int> groupOfItem, int groups)
    {
        int[] first = new int[groups + 1];
        foreach (int group in groupOfItem)
        {
            if (group >= 0)
                first[group + 1]++;
        }

        for (int group = 0; group < groups; group++)
            first[group + 1] += first[group];
        int[] next = (int[])first.Clone(), items = new int[first[groups]];
        for (int item = 0; item < groupOfItem.Length; item++)
        {
            if (groupOfItem[item] >= 0)
                items[next[groupOfItem[item]]++] = item;
        }

        return (first, items);
    }
}
