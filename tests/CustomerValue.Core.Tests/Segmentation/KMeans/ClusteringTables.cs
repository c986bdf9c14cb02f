using System.Globalization;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Tests.Segmentation.KMeans;

/// <summary>The tables of shared/data/clustering.</summary>
internal static class ClusteringTables
{
    /// <summary>A table by the name that references call it, such as <c>iris.csv cols 0..3 raw</c>.</summary>
    public static NumericTable Read(string name)
    {
        string file = name.Split(' ')[0];
        bool hasHeader = !file.StartsWith("marketing", StringComparison.Ordinal);
        string[][] lines = [.. SharedData.Lines("data/clustering/" + file + (hasHeader ? "" : ".gz")).Skip(hasHeader ? 1 : 0).Select(line => line.Split(','))];
        int width = file == "iris.csv" ? 4 : lines[0].Length;
        return Of([.. Enumerable.Range(0, width).Select(column => Array.ConvertAll(lines, line => double.Parse(line[column], CultureInfo.InvariantCulture)))]);
    }

    public static NumericTable Of(params double[][] columns) => new([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);

    public static double[][] Columns(NumericTable table) => [.. Enumerable.Range(0, table.Width).Select(column => table[column].ToArray())];

    /// <summary>The rows in another order.</summary>
    public static NumericTable Reordered(NumericTable table, int[] order) => Of([.. Columns(table).Select(column => Array.ConvertAll(order, row => column[row]))]);
}
