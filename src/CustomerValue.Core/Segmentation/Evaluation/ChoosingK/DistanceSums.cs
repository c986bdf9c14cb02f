using System.Numerics;
using System.Runtime.InteropServices;
using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>
/// What all pairs of rows say: for each row the sum, least and greatest distance to each group. The rows are taken by group and in the order of
/// their content, so neither the order of rows nor the number of threads changes a bit.
/// </summary>
internal sealed class DistanceSums
{
    private const int Block = 32;

    private DistanceSums(LabelGroups groups)
    {
        Groups = groups;
        Sums = new double[groups.Rows.Length * groups.Count];
        Least = new double[Sums.Length];
        Most = new double[Sums.Length];
        Squares = new double[groups.Rows.Length];
    }

    public LabelGroups Groups { get; }

    /// <summary>Row × group: sum of the distances to all rows of the group.</summary>
    public double[] Sums { get; }

    /// <summary>Row × group: least distance to another row of the group; infinite where there is none.</summary>
    public double[] Least { get; }

    /// <summary>Row × group: greatest distance to a row of the group.</summary>
    public double[] Most { get; }

    /// <summary>Sum of the squared distances to all rows, a row each.</summary>
    public double[] Squares { get; }

    /// <summary>Euclidean distances between the rows of a table.</summary>
    public static DistanceSums Of(NumericTable table, ReadOnlySpan<int> labels, CancellationToken cancellationToken)
    {
        LabelGroups groups = new(labels, table.Rows, RowOrder.Of(table));
        NumericTable grouped = RowOrder.Take(table, groups.Rows);
        return Of(groups, (place, distances) => Write(grouped, place, distances), cancellationToken);
    }

    /// <summary>Distances of any kind, between rows by their numbers.</summary>
    public static DistanceSums Of(Func<int, int, double> distance, ReadOnlySpan<int> labels, CancellationToken cancellationToken)
    {
        LabelGroups groups = new(labels, labels.Length);
        int[] rows = groups.Rows;
        return Of(groups, (place, distances) =>
        {
            for (int other = 0; other < distances.Length; other++)
                distances[other] = other == place ? 0 : distance(rows[place], rows[other]);
        }, cancellationToken);
    }

    private static DistanceSums Of(LabelGroups groups, Action<int, double[]> write, CancellationToken cancellationToken)
    {
        DistanceSums sums = new(groups);
        int count = groups.Rows.Length;
        double[]?[] buffers = new double[]?[Partitions.Workers];
        Partitions.For((count + Block - 1) / Block, Partitions.Workers, (worker, part) =>
        {
            double[] distances = buffers[worker] ??= new double[count];
            for (int place = part * Block; place < Math.Min(count, (part + 1) * Block); place++)
            {
                write(place, distances);
                sums.Add(place, distances);
            }
        }, cancellationToken);
        return sums;
    }

    private void Add(int place, double[] distances)
    {
        int row = Groups.Rows[place];
        double squares = 0;
        for (int group = 0; group < Groups.Count; group++)
        {
            double sum = 0, least = double.PositiveInfinity, most = 0;
            for (int other = Groups.Starts[group]; other < Groups.Starts[group + 1]; other++)
            {
                double distance = distances[other];
                sum += distance;
                squares += distance * distance;
                most = Math.Max(most, distance);
                if (distance < least && other != place)
                    least = distance;
            }

            int cell = (row * Groups.Count) + group;
            (Sums[cell], Least[cell], Most[cell]) = (sum, least, most);
        }

        Squares[row] = squares;
    }

    private static void Write(NumericTable table, int place, double[] distances)
    {
        Array.Clear(distances, 0, distances.Length);
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(distances.AsSpan());
        int vectored = wide.Length * Vector<double>.Count;
        for (int column = 0; column < table.Width; column++)
        {
            ReadOnlySpan<double> values = table[column];
            double value = values[place];
            ReadOnlySpan<Vector<double>> wideValues = MemoryMarshal.Cast<double, Vector<double>>(values);
            Vector<double> wideValue = new(value);
            for (int i = 0; i < wide.Length; i++)
            {
                Vector<double> difference = wideValues[i] - wideValue;
                wide[i] += difference * difference;
            }

            for (int other = vectored; other < distances.Length; other++)
                distances[other] += (values[other] - value) * (values[other] - value);
        }

        for (int i = 0; i < wide.Length; i++)
            wide[i] = Vector.SquareRoot(wide[i]);
        for (int other = vectored; other < distances.Length; other++)
            distances[other] = Math.Sqrt(distances[other]);
    }
}
