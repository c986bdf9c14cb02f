using CustomerValue.Segmentation.Psychographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a psychographic segmentation.</summary>
internal static class PsychographicReader
{
    public static PsychographicSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        double threshold = fields["threshold"].Number(value => value is >= 0 and <= 3, "a number in [0, 3]");
        double leastAnswered = fields["leastAnswered"].Number(value => value is > 0 and <= 1, "a number in (0, 1]");
        Item[] items = [.. fields["items"].Array("an array of 3 to 1000 items").Select(item => item.Object(ReadItem))];
        double[][] correlations = [.. fields["correlations"].Array("an array of rows").Select(Numbers)];
        Labels.LocalizedText[] names = fields["names"].IsMissing ? [] : [.. fields["names"].Array("an array of names").Select(name => name.Localized())];
        int factors = correlations.Length;
        if (fields.Problems.Count == before && (items.Length < 3 || factors < 1 || items.Any(item => item.Loadings.Length != factors) || correlations.Any(row => row.Length != factors)))
            fields.Problems.Add($"{fields.Path}.items", $"{items.Length}", $"items with loadings on {factors} factors; give three items at least, and a number for every factor in every row.");
        if (fields.Problems.Count == before && !IsCorrelation(correlations))
            fields.Problems.Add($"{fields.Path}.correlations", null, "are no correlations of factors: 1 on the diagonal, between −1 and 1 and the same both ways elsewhere.");
        if (fields.Problems.Count > before)
            return null;
        FactorModel model = new()
        {
            Items = Array.ConvertAll(items, item => item.Name),
            Means = Array.ConvertAll(items, item => item.Mean),
            Deviations = Array.ConvertAll(items, item => item.Deviation),
            Loadings = Array.ConvertAll(items, item => item.Loadings),
            Uniquenesses = Array.ConvertAll(items, item => item.Uniqueness),
            Correlations = correlations,
        };
        return new PsychographicSegmentation(model, threshold, leastAnswered, names);
    }

    private static bool IsCorrelation(double[][] rows) =>
        Enumerable.Range(0, rows.Length).All(i => Math.Abs(rows[i][i] - 1) < 1e-6 && Enumerable.Range(0, i).All(j => Math.Abs(rows[i][j]) < 1 && Math.Abs(rows[i][j] - rows[j][i]) < 1e-6));

    private static Item ReadItem(StrictObject fields) => new(
        fields["item"].Text(name => !string.IsNullOrWhiteSpace(name), "a column's name"),
        fields["mean"].Number(),
        fields["deviation"].Positive(),
        fields["uniqueness"].Number(value => value is > 0 and <= 1, "a number in (0, 1]"),
        Numbers(fields["loadings"]));

    private static double[] Numbers(StrictValue value) => [.. value.Array("an array of numbers").Select(number => number.Number())];

    private readonly record struct Item(string Name, double Mean, double Deviation, double Uniqueness, double[] Loadings);
}
