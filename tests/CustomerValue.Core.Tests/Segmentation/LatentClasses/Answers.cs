using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Tests.Segmentation.LatentClasses;

/// <summary>Tables of answers for tests.</summary>
internal static class Answers
{
    public static CategoryTable Carcinoma()
    {
        string[][] rows = [.. SharedData.Lines("data/surveys/carcinoma.csv").Select(line => line.Split(','))];
        return Of([.. rows.Skip(1).Select(row => row.Select(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) - 1).ToArray())], [2, 2, 2, 2, 2, 2, 2], rows[0]);
    }

    public static CategoryTable Of(int[][] rows, int[] categories, string[]? names = null, double[]? weights = null) => new(
        [.. categories.Select((count, item) => new LatentClassItem(names?[item] ?? $"q{item + 1}", [.. Enumerable.Range(1, count).Select(code => $"{code}")]))],
        [.. categories.Select((_, item) => (ReadOnlyMemory<int>)rows.Select(row => row[item]).ToArray())],
        weights);

    /// <summary>Respondents of classes with known probabilities of their favourite answer.</summary>
    public static int[][] Drawn(int respondents, int[] categories, int classes, int seed, double missing = 0)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, respondents).Select(_ =>
        {
            int member = random.NextDouble() < 0.5 ? 0 : random.Next(classes);
            return categories.Select((count, item) => random.NextDouble() < missing ? -1 : random.NextDouble() < 0.75 ? (member + item) % count : random.Next(count)).ToArray();
        })];
    }
}
