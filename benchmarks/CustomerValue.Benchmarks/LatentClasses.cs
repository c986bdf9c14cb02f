using BenchmarkDotNet.Attributes;
using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Benchmarks;

/// <summary>One start of four latent classes on a million respondents: joining equal rows, passes over the distinct ones, and Newton's steps at the end.</summary>
[Config(typeof(OneThread))]
[MemoryDiagnoser]
public class LatentClasses
{
    /// <summary>Items and answers to each: the latter are nearly all different.</summary>
    public static IEnumerable<string> Surveys => ["8x4", "10x10"];

    private CategoryTable table = null!;

    [ParamsSource(nameof(Surveys))]
    public string Survey { get; set; } = "";

    public static CategoryTable Draw(string survey)
    {
        int[] size = [.. survey.Split('x').Select(int.Parse)];
        Random random = new(5);
        int[][] columns = [.. Enumerable.Range(0, size[0]).Select(_ => new int[Sizes.Customers])];
        for (int row = 0; row < Sizes.Customers; row++)
        {
            int member = random.NextDouble() < 0.4 ? 0 : random.Next(4);
            for (int item = 0; item < columns.Length; item++)
                columns[item][row] = random.NextDouble() < 0.02 ? -1 : random.NextDouble() < 0.5 ? (member + item) % size[1] : random.Next(size[1]);
        }

        return new CategoryTable(
            [.. columns.Select((_, item) => new LatentClassItem($"q{item + 1}", [.. Enumerable.Range(1, size[1]).Select(answer => $"{answer}")]))],
            [.. columns.Select(column => (ReadOnlyMemory<int>)column)]);
    }

    [GlobalSetup]
    public void Setup() => table = Draw(Survey);

    [Benchmark]
    public LatentClassFit OneStart() => OneStart(table);

    public static LatentClassFit OneStart(CategoryTable table) =>
        LatentClassEstimator.Fit(table, new LatentClassOptions { Classes = 4, Agreement = 1, MaxStarts = 1, MaxIterations = 50, Workers = 1 });
}
