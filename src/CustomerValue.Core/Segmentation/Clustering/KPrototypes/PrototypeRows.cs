using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>A table's rows one after the other, codes as places in one list of all columns' codes, and the weight of a mismatch.</summary>
internal sealed class PrototypeRows
{
    private readonly double[] numbers;
    private readonly int[] cells;

    public PrototypeRows(MixedTable table, double? gamma)
    {
        (Rows, Numeric, Categorical) = (table.Rows, table.NumberColumns, table.CategoryColumns);
        numbers = new double[(long)Rows * Numeric];
        cells = new int[(long)Rows * Categorical];
        double deviations = 0;
        for (int column = 0; column < Numeric; column++)
        {
            ReadOnlySpan<double> values = table.Numbers(column);
            deviations += Deviation(values);
            for (int row = 0; row < Rows; row++)
                numbers[(row * Numeric) + column] = values[row];
        }

        Offsets = new int[Categorical + 1];
        for (int column = 0; column < Categorical; column++)
        {
            ReadOnlySpan<int> codes = table.Categories(column);
            Offsets[column + 1] = Offsets[column] + table.Codes(column);
            for (int row = 0; row < Rows; row++)
                cells[(row * Categorical) + column] = Offsets[column] + codes[row];
        }

        double usual = Numeric == 0 ? 1 : 0.5 * deviations / Numeric;
        Gamma = gamma ?? (usual > 0 && !double.IsInfinity(usual) ? usual : 1);
    }

    public int Rows { get; }

    public int Numeric { get; }

    public int Categorical { get; }

    public double Gamma { get; }

    /// <summary>Where each column's codes begin, and how many there are in all.</summary>
    public int[] Offsets { get; }

    public int Cells => Offsets[Categorical];

    public ReadOnlySpan<double> Numbers(int row) => numbers.AsSpan(row * Numeric, Numeric);

    public ReadOnlySpan<int> Codes(int row) => cells.AsSpan(row * Categorical, Categorical);

    /// <summary>The dissimilarity of a row and a prototype.</summary>
    public double Apart(int row, ReadOnlySpan<double> means, ReadOnlySpan<int> modes)
    {
        double squares = 0;
        ReadOnlySpan<double> values = Numbers(row);
        for (int column = 0; column < values.Length; column++)
            squares += (values[column] - means[column]) * (values[column] - means[column]);
        ReadOnlySpan<int> codes = Codes(row);
        int mismatches = 0;
        for (int column = 0; column < codes.Length; column++)
            mismatches += codes[column] != modes[column] ? 1 : 0;
        return squares + (Gamma * mismatches);
    }

    private static double Deviation(ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
            sum += value / values.Length;
        foreach (double value in values)
            squares += (value - sum) * (value - sum) / values.Length;
        return Math.Sqrt(squares);
    }
}
