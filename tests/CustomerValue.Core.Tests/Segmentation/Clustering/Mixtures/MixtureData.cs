using System.Globalization;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Tests.Segmentation.Clustering.Mixtures;

/// <summary>Tables that mixtures are fitted to, with the component of each row.</summary>
internal static class MixtureData
{
    /// <summary>Iris by species, or eruptions of Old Faithful by whether they last three minutes.</summary>
    public static (NumericTable Table, int[] Labels) Of(string data)
    {
        string[][] lines = [.. SharedData.Lines($"data/clustering/{data}.csv").Skip(1).Select(line => line.Split(','))];
        double[][] rows = [.. lines.Select(line => line.Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN).ToArray())];
        bool iris = data == "iris";
        string[] species = iris ? [.. lines.Select(line => line[^1]).Distinct().Order(StringComparer.Ordinal)] : [];
        int[] labels = [.. lines.Select((line, row) => iris ? Array.IndexOf(species, line[^1]) : rows[row][0] >= 3 ? 1 : 0)];
        return (Table([.. rows.Select(row => iris ? row[..4] : row)]), labels);
    }

    public static NumericTable Table(double[][] rows) =>
        new([.. Enumerable.Range(0, rows[0].Length).Select(j => (ReadOnlyMemory<double>)rows.Select(row => row[j]).ToArray())]);

    /// <summary>Draws of a mixture of round clouds, with correlated noise.</summary>
    public static (double[][] Rows, int[] Labels) Clouds(int rows, int width, int clouds, double apart, int seed)
    {
        Random random = new(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[][] centres = [.. Enumerable.Range(0, clouds).Select(_ => Enumerable.Range(0, width).Select(_ => apart * Normal()).ToArray())];
        double[][] made = new double[rows][];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            double[] centre = centres[labels[row] = random.Next(clouds)];
            double shared = Normal();
            made[row] = [.. centre.Select(value => value + Normal() + (0.5 * shared))];
        }

        return (made, labels);
    }
}
