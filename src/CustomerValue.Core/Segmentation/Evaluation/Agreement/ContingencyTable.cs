namespace CustomerValue.Segmentation.Evaluation.Agreement;

/// <summary>How many customers two labellings put where, cells without customers left out. Cells and totals stand in the order of their counts, so that renaming labels doesn't change a bit of what is summed over them.</summary>
internal sealed class ContingencyTable
{
    public ContingencyTable(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"The labellings have {first.Length} and {second.Length} rows; give both one label a customer.", nameof(second));
        Count = first.Length;
        (int[] firstCodes, First) = Codes(first);
        (int[] secondCodes, Second) = Codes(second);
        Dictionary<(int, int), int> counts = [];
        for (int row = 0; row < firstCodes.Length; row++)
        {
            (int, int) cell = (firstCodes[row], secondCodes[row]);
            counts[cell] = counts.TryGetValue(cell, out int count) ? count + 1 : 1;
        }

        Cells = [.. counts.Select(cell => (Both: cell.Value, First: First[cell.Key.Item1], Second: Second[cell.Key.Item2])).OrderBy(cell => cell)];
        Array.Sort(First);
        Array.Sort(Second);
    }

    public int Count { get; }

    /// <summary>Sizes of the first labelling's groups, ascending.</summary>
    public int[] First { get; }

    /// <summary>Sizes of the second labelling's groups, ascending.</summary>
    public int[] Second { get; }

    /// <summary>Customers of each cell, and the sizes of the two groups that meet there.</summary>
    public (int Both, int First, int Second)[] Cells { get; }

    private static (int[] Codes, int[] Sizes) Codes(ReadOnlySpan<int> labels)
    {
        Dictionary<int, int> codeOf = [];
        List<int> sizes = [];
        int[] codes = new int[labels.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            if (!codeOf.TryGetValue(labels[row], out int code))
            {
                codeOf.Add(labels[row], code = sizes.Count);
                sizes.Add(0);
            }

            codes[row] = code;
            sizes[code]++;
        }

        return (codes, sizes.ToArray());
    }
}
