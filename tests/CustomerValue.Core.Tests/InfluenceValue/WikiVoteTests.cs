using System.Globalization;
using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>SNAP's wiki-Vote, weighted cascade: every node at once against forward simulations written apart from the library.</summary>
public sealed class WikiVoteTests
{
    [SkippableFact]
    public void Expected_influence_agrees_with_forward_simulation_on_20_nodes()
    {
        const int runs = 10_000;
        int[][] rows = [.. SharedData.Lines("data/graphs/wiki-vote.txt.gz").Select(line => line.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        int n = rows[0][0];
        int[] from = [.. rows.Skip(1).Select(row => row[0])], to = [.. rows.Skip(1).Select(row => row[1])];
        InfluenceGraph graph = InfluenceGraph.WeightedCascade(n, from, to);
        Assert.Equal(rows[0][1], graph.Edges);
        double[] margins = [.. Enumerable.Repeat(1.0, n)];
        InfluenceTable table = InfluenceValues.Estimate(graph, margins, new InfluenceOptions { CausalShare = 1, Sets = 400_000 });

        int[] indegree = new int[n];
        foreach (int node in to)
            indegree[node]++;
        ILookup<int, int> next = rows.Skip(1).ToLookup(row => row[0], row => row[1]);
        int[][] wins = [.. Enumerable.Range(0, n).Select(node => next[node].ToArray())];
        Random random = new(7);
        foreach (int node in Enumerable.Range(0, n).OrderByDescending(node => wins[node].Length).Take(10).Concat(Enumerable.Range(0, 10).Select(i => i * 700)))
        {
            double sum = 0, squares = 0;
            for (int run = 0; run < runs; run++)
            {
                List<int> active = [node];
                HashSet<int> seen = [node];
                for (int head = 0; head < active.Count; head++)
                    active.AddRange(wins[active[head]].Where(won => random.NextDouble() * indegree[won] < 1 && seen.Add(won)));
                (sum, squares) = (sum + active.Count - 1, squares + ((active.Count - 1.0) * (active.Count - 1)));
            }

            double mean = sum / runs, variance = ((squares / runs) - (mean * mean)) / runs;

            // The error of the sets is taken at the simulated mean: a rare node may be in no set, which would say 0.
            double error = Math.Sqrt(variance + (mean * n / table.Sets));
            Assert.InRange(table.Value(node), mean - (4 * error), mean + (4 * error));
        }
    }
}
