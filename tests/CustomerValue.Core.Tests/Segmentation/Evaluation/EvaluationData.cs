using System.Globalization;
using System.Text.Json;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Public data sets and references that several tests of evaluation read.</summary>
internal static class EvaluationData
{
    public static JsonElement Reference(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/segmentation/{file}.json"))).RootElement;

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    public static int[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetInt32())];

    public static double[][] Rows(string file, int header, int columns) =>
        [.. SharedData.Lines($"data/clustering/{file}").Skip(header).Select(line => line.Split(',').Take(columns).Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray())];

    public static double[][] Iris() => Rows("iris.csv", 1, 4);

    /// <summary>Less the mean, over the standard deviation with divisor n − 1, as R's scale().</summary>
    public static double[][] Scaled(double[][] rows)
    {
        double[] means = [.. rows[0].Select((_, column) => rows.Average(row => row[column]))];
        double[] spreads = [.. means.Select((mean, column) => Math.Sqrt(rows.Sum(row => (row[column] - mean) * (row[column] - mean)) / (rows.Length - 1)))];
        return [.. rows.Select(row => row.Select((value, column) => (value - means[column]) / spreads[column]).ToArray())];
    }

    public static void Near(double expected, double? actual, double tolerance = 1e-9) =>
        Assert.True(actual is { } value && Math.Abs(value - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
