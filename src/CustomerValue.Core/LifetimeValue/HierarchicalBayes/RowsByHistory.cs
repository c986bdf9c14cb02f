using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Which rows have the same history, and hence the same posterior. Histories are in order, so that the order of the rows never shows.</summary>
internal sealed class RowsByHistory
{
    private RowsByHistory(int[] historyOfRow, int[] first)
    {
        HistoryOfRow = historyOfRow;
        First = first;
    }

    /// <summary>The number of every row's history.</summary>
    public int[] HistoryOfRow { get; }

    /// <summary>A row of every history.</summary>
    public int[] First { get; }

    public static RowsByHistory Of(SummaryColumns columns)
    {
        int[] rows = [.. Enumerable.Range(0, columns.Count)];
        (int, double, double)[] keys = Array.ConvertAll(rows, row => (columns.Frequency[row], columns.Age[row], columns.Recency[row]));
        Array.Sort(keys, rows);
        int[] historyOfRow = new int[rows.Length];
        List<int> first = [];
        for (int i = 0; i < rows.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
                first.Add(rows[i]);
            historyOfRow[rows[i]] = first.Count - 1;
        }

        return new RowsByHistory(historyOfRow, [.. first]);
    }
}
