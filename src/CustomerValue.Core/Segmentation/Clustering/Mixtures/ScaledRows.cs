namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>The rows of some columns that are complete, on their scales.</summary>
internal sealed class ScaledRows
{
    /// <param name="scales">One a column.</param>
    /// <param name="columns">Scaled in place; NaN where missing.</param>
    public ScaledRows(IReadOnlyList<FieldScale> scales, double[][] columns)
    {
        for (int j = 0; j < columns.Length; j++)
        {
            for (int row = 0; row < columns[j].Length; row++)
                columns[j][row] = scales[j].Scale(columns[j][row]);
        }

        Rows = [.. Enumerable.Range(0, columns[0].Length).Where(row => IsComplete(columns, row))];
        Table = new NumericTable(
            [.. columns.Select(column => (ReadOnlyMemory<double>)(Rows.Length == column.Length ? column : Array.ConvertAll(Rows, row => column[row])))],
            [.. scales.Select(scale => scale.Column)]);
    }

    public int[] Rows { get; }

    public NumericTable Table { get; }

    private static bool IsComplete(double[][] columns, int row)
    {
        foreach (double[] column in columns)
        {
            if (double.IsNaN(column[row]) || double.IsInfinity(column[row]))
                return false;
        }

        return true;
    }
}
