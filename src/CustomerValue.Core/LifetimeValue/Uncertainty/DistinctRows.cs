using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>Equal rows of columns as one, as far as models of purchases can tell them apart.</summary>
internal static class DistinctRows
{
    /// <summary>The distinct rows, and for every row of <paramref name="columns"/> which of them it is.</summary>
    public static (SummaryColumns Distinct, int[] RowOf) Of(SummaryColumns columns)
    {
        Dictionary<(int, double, double, double, double), int> known = [];
        List<int> first = [];
        int[] rowOf = new int[columns.Count];
        for (int row = 0; row < rowOf.Length; row++)
        {
            (int, double, double, double, double) key = (columns.Frequency[row], columns.Recency[row], columns.Age[row], At(columns.LogGaps, row), At(columns.LogSpend, row));
            if (!known.TryGetValue(key, out rowOf[row]))
            {
                known.Add(key, rowOf[row] = first.Count);
                first.Add(row);
            }
        }

        return (Rows(columns, first), rowOf);
    }

    /// <summary>Some rows of columns.</summary>
    public static SummaryColumns Rows(SummaryColumns columns, IReadOnlyList<int> rows)
    {
        double[]? Some(ReadOnlySpan<double> values)
        {
            if (values.IsEmpty)
                return null;
            double[] some = new double[rows.Count];
            for (int i = 0; i < some.Length; i++)
                some[i] = values[rows[i]];
            return some;
        }

        int[] frequency = new int[rows.Count];
        for (int i = 0; i < frequency.Length; i++)
            frequency[i] = columns.Frequency[rows[i]];
        return new(columns.Unit, frequency, Some(columns.Recency) ?? [], Some(columns.Age) ?? [], logGaps: Some(columns.LogGaps), logSpend: Some(columns.LogSpend));
    }

    private static double At(ReadOnlySpan<double> values, int row) => values.IsEmpty ? 0 : values[row];
}
