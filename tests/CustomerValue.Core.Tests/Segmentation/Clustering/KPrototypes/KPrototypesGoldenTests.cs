using System.Globalization;
using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;

namespace CustomerValue.Tests.Segmentation.Clustering.KPrototypes;

/// <summary>Against the Python package kmodes from the same rows: cost to 1e-9 relative, prototypes, iterations, labels and sizes.</summary>
public class KPrototypesGoldenTests
{
    private static readonly int[] NoNumbers = [];

    [SkippableFact]
    public void K_modes_equal_those_of_kmodes_from_Caos_start_and_from_rows()
    {
        JsonElement[] runs = [.. Runs("kmodes")];
        MixedTable soybean = Read("soybean.csv", NoNumbers, Enumerable.Range(0, 35));
        KPrototypesModel cao = KPrototypesEstimator.Fit(soybean, new KPrototypesOptions { K = 4, Starts = 1 });
        Compare(runs[0], cao);
        Assert.Equal(runs[0].GetProperty("centroids").EnumerateArray().Select(Ints), cao.Modes.Select(modes => modes.ToArray()));
        Assert.Equal(Ints(runs[0].GetProperty("labels")), cao.Labels.ToArray());
        Assert.Equal(runs[1].GetProperty("cost").GetDouble(), KPrototypesEstimator.Fit(soybean, new KPrototypesOptions { K = 4, InitialRows = [0, 10, 20, 30] }).Cost);
    }

    /// <summary>kmodes ranks the codes of each column but not those of given starts, so that its run starts elsewhere than at the rows; from there we go where it went.</summary>
    [SkippableFact]
    public void K_modes_from_what_kmodes_takes_for_rows_end_where_it_ends()
    {
        JsonElement run = Runs("kmodes").Last();
        int[][] raw = [.. Lines("soybean.csv").Select(line => line.Take(35).Select(code => int.Parse(code, CultureInfo.InvariantCulture)).ToArray())];
        int[][] known = [.. Enumerable.Range(0, 35).Select(column => raw.Select(row => row[column]).Distinct().Order().ToArray())];
        PrototypeRows rows = new(new MixedTable([], [.. known.Select((values, column) => (ReadOnlyMemory<int>)Array.ConvertAll(raw, row => Array.IndexOf(values, row[column])))]), null);
        int[] starts = [.. new[] { 0, 10, 20, 30 }.SelectMany(row => raw[row].Select((code, column) => code < known[column].Length ? rows.Offsets[column] + code : -1))];
        PrototypeSearch search = new(rows, [], starts, 4);
        search.Run(100, CancellationToken.None);
        KPrototypesModel model = search.Model();
        Compare(run, model);
        Assert.Equal(Ints(run.GetProperty("labels")), model.Labels.ToArray());
        Assert.Equal(run.GetProperty("centroids").EnumerateArray().Select(Ints), model.Modes.Select(modes => modes.Select((code, column) => known[column][code]).ToArray()));
    }

    /// <summary>Cao's start says nothing of numbers, where kmodes draws from its own generator; from the prototypes at which it came to rest we rest, too.</summary>
    [SkippableFact]
    public void Stocks_rest_at_the_prototypes_of_kmodes_random_start()
    {
        JsonElement run = Runs("kprototypes").First();
        PrototypeRows rows = new(Stocks(), null);
        int[] labels = Ints(run.GetProperty("labels"));
        double[] means = [738.5, 242.05714285714288, 368.85, 345.1];
        PrototypeSearch search = new(rows, means, [3, 7, 0, 7, 2, 7, 1, 7], 4);
        search.Run(100, CancellationToken.None);
        Compare(run, search.Model());
        Assert.Equal(labels, search.Model().Labels.ToArray());
    }

    [SkippableFact]
    public void Stocks_equal_those_of_kmodes_from_rows()
    {
        MixedTable stocks = Stocks();
        int[][] starts = [[0, 3, 6, 9], [0, 5, 10]];
        JsonElement[] runs = [.. Runs("kprototypes").Where(run => run.GetProperty("data").GetString()!.StartsWith("stocks.csv cat", StringComparison.Ordinal))];
        for (int i = 0; i < starts.Length; i++)
        {
            KPrototypesModel model = KPrototypesEstimator.Fit(stocks, new KPrototypesOptions { K = starts[i].Length, InitialRows = starts[i] });
            Compare(runs[i], model);
            Assert.Equal(Ints(runs[i].GetProperty("labels")), model.Labels.ToArray());
        }
    }

    [SkippableFact]
    public void Marketing_equals_kmodes_from_rows_at_both_weights()
    {
        MixedTable marketing = Marketing();
        JsonElement[] runs = [.. Runs("kprototypes").Where(run => run.GetProperty("data").GetString()!.StartsWith("marketing", StringComparison.Ordinal))];
        Assert.Equal(4, runs.Length);
        foreach (JsonElement run in runs)
        {
            double? gamma = run.GetProperty("gamma_arg").ValueKind == JsonValueKind.Null ? null : run.GetProperty("gamma_arg").GetDouble();
            KPrototypesModel model = KPrototypesEstimator.Fit(marketing, new KPrototypesOptions { K = run.GetProperty("k").GetInt32(), Gamma = gamma, InitialRows = Ints(run.GetProperty("init_row_indices")) });
            Compare(run, model);
            Assert.Equal(Ints(run.GetProperty("sizes")).Select(size => (long)size), model.Sizes);
            Assert.Equal(Ints(run.GetProperty("labels_first50")), model.Labels.Slice(0, 50).ToArray());
            JsonElement[] centroids = [.. run.GetProperty("centroids").EnumerateArray()];
            for (int cluster = 0; cluster < model.K; cluster++)
            {
                double[] expected = [.. centroids[cluster].EnumerateArray().Select(value => value.GetDouble())];
                for (int column = 0; column < 16; column++)
                    Assert.Equal(expected[column], model.Means[cluster][column], 1e-9);
                Assert.Equal(expected.Skip(16), model.Modes[cluster].Select(mode => (double)mode));
            }
        }
    }

    private static void Compare(JsonElement run, KPrototypesModel model)
    {
        Relative.Equal(run.GetProperty("cost").GetDouble(), model.Cost, 1e-12);
        Assert.Equal(run.GetProperty("n_iter").GetInt32(), model.Iterations);
        if (run.TryGetProperty("gamma", out JsonElement gamma))
            Relative.Equal(gamma.GetDouble(), model.Gamma, 1e-12);
    }

    internal static MixedTable Stocks() => Read("stocks.csv", [1], [2, 3]);

    internal static MixedTable Marketing()
    {
        string[][] numbers = Lines("marketing_scaled16.csv.gz"), categories = Lines("marketing_cats.csv");
        return new MixedTable(
            [.. Enumerable.Range(0, 16).Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(numbers, line => double.Parse(line[column], CultureInfo.InvariantCulture)))],
            [.. Enumerable.Range(0, 2).Select(column => (ReadOnlyMemory<int>)Array.ConvertAll(categories, line => int.Parse(line[column], CultureInfo.InvariantCulture)))]);
    }

    private static MixedTable Read(string file, IEnumerable<int> numbers, IEnumerable<int> categories)
    {
        string[][] lines = Lines(file);
        return new MixedTable(
            [.. numbers.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(lines, line => double.Parse(line[column], CultureInfo.InvariantCulture)))],
            [.. categories.Select(column => (ReadOnlyMemory<int>)Codes(Array.ConvertAll(lines, line => line[column])))]);
    }

    /// <summary>Whole numbers as they are, other texts by their place in ordinal order.</summary>
    private static int[] Codes(string[] texts)
    {
        if (Array.TrueForAll(texts, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return Array.ConvertAll(texts, text => int.Parse(text, CultureInfo.InvariantCulture));
        string[] distinct = [.. texts.Distinct().OrderBy(text => text, StringComparer.Ordinal)];
        return Array.ConvertAll(texts, text => Array.IndexOf(distinct, text));
    }

    private static string[][] Lines(string file) => [.. SharedData.Lines("data/clustering/" + file).Where(line => line.Length > 0).Select(line => line.Split(','))];

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt32())];

    private static IEnumerable<JsonElement> Runs(string kind) => JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/kprototypes.json"))).RootElement.GetProperty(kind).EnumerateArray();
}
