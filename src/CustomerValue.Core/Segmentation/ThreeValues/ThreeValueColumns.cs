using System.Buffers;
using CustomerValue.Customers;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>The three values of all customers in borrowed memory; NaN where unknown.</summary>
internal readonly ref struct ThreeValueColumns
{
    private readonly double[] borrowed;
    private readonly int count;

    public ThreeValueColumns(CustomerBase customers)
    {
        count = customers.Count;
        borrowed = ArrayPool<double>.Shared.Rent(3 * count);
        Read(customers, ColumnNames.Contribution, borrowed.AsSpan(0, count));
        Read(customers, ColumnNames.Potential, borrowed.AsSpan(count, count));
        Read(customers, ColumnNames.Influence, borrowed.AsSpan(2 * count, count));
    }

    public ReadOnlySpan<double> Established => borrowed.AsSpan(0, count);

    public ReadOnlySpan<double> Potential => borrowed.AsSpan(count, count);

    public ReadOnlySpan<double> Influence => borrowed.AsSpan(2 * count, count);

    /// <summary>The values that a threshold is for.</summary>
    public ReadOnlySpan<double> Of(ThreeValueBound bound) => bound switch
    {
        ThreeValueBound.Potential => Potential,
        ThreeValueBound.Influence => Influence,
        _ => Established,
    };

    /// <summary>Whether the two values that a segment needs are known.</summary>
    public bool IsComplete(int row) => !double.IsNaN(Established[row]) && !double.IsNaN(Potential[row]);

    /// <summary>The values of one row.</summary>
    public static (double Established, double Potential, double Influence) Of(CustomerBase customers, int row) =>
        (At(customers, ColumnNames.Contribution, row), At(customers, ColumnNames.Potential, row), At(customers, ColumnNames.Influence, row));

    public void Dispose() => ArrayPool<double>.Shared.Return(borrowed);

    private static double At(CustomerBase customers, string name, int row) => customers.Column(name)?.Number(row) ?? double.NaN;

    private static void Read(CustomerBase customers, string name, Span<double> values)
    {
        if (customers.Column(name) is { } column)
            column.CopyNumbers(values);
        else
            values.Fill(double.NaN);
    }
}
