using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>Cascades played forwards against exact enumeration (reference/influence/ic_lt_toy.json), and sets walked backwards against them.</summary>
public sealed class CascadeSimulationTests
{
    private static readonly InfluenceGraph Toy = InfluenceGraph.OfEdges(5, [0, 0, 1, 2, 3, 1], [1, 2, 3, 3, 4, 2], [0.5, 0.5, 0.5, 0.5, 0.8, 0.2]);

    [Theory]
    [InlineData(DiffusionModel.IndependentCascade, new[] { 2.86, 2.19, 1.9, 1.8, 1 })]
    [InlineData(DiffusionModel.LinearThreshold, new[] { 3.09, 2.28, 1.9, 1.8, 1 })]
    public void The_toy_graph_agrees_with_exact_enumeration(DiffusionModel model, double[] exact)
    {
        for (int node = 0; node < 5; node++)
        {
            CascadeSpread spread = CascadeSimulation.Spread(Toy, [node], SharedGraph.Ones(5), new CascadeOptions { Model = model, Runs = 100_000 });
            Assert.InRange(spread.Mean, exact[node] - (4 * spread.StandardError), exact[node] + (4 * spread.StandardError));
            Assert.InRange(spread.StandardError, 0, 0.01);
        }
    }

    [Fact]
    public void Margins_count_seeds_too_and_a_detractor_passes_nothing_on()
    {
        CascadeSpread worth = CascadeSimulation.Spread(Toy, [0, 0], [10, 40, 30, 20, 100]);
        Assert.InRange(worth.Mean, 91.5 - (4 * worth.StandardError), 91.5 + (4 * worth.StandardError));
        InfluenceGraph ill = InfluenceGraph.OfEdges(3, [0, 1], [1, 2], [1, 1], [1, -1, 1]);
        Assert.Equal(new CascadeSpread { Mean = 2, StandardError = 0, Runs = 10_000 }, CascadeSimulation.Spread(ill, [0], SharedGraph.Ones(3)));
        Assert.Equal(0, CascadeSimulation.Spread(ill, [], SharedGraph.Ones(3)).Mean);
        Assert.StartsWith("row 1, seeds: '1' is a detractor", Assert.Throws<DataRejectedException>(() => CascadeSimulation.Spread(ill, [0, 1], SharedGraph.Ones(3))).Message, StringComparison.Ordinal);
        Assert.StartsWith("row 0, seeds: '3' is no customer", Assert.Throws<DataRejectedException>(() => CascadeSimulation.Spread(ill, [3], SharedGraph.Ones(3))).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => CascadeSimulation.Spread(ill, [0], SharedGraph.Ones(3), new CascadeOptions { Runs = 1 }));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        CascadeOptions options = new() { Runs = 1000, Seed = 5 };
        Assert.Equal(CascadeSimulation.Spread(Toy, [0], [1, 2, 3, 4, 5], options, 1, default), CascadeSimulation.Spread(Toy, [0], [1, 2, 3, 4, 5], options, 3, default));
    }

    [SkippableTheory]
    [InlineData("wiki-vote", DiffusionModel.LinearThreshold)]
    [InlineData("facebook", DiffusionModel.IndependentCascade)]
    [InlineData("facebook", DiffusionModel.LinearThreshold)]
    public void Every_customers_influence_agrees_with_simulation_on_20_nodes(string name, DiffusionModel model)
    {
        InfluenceGraph graph = SharedGraph.Read(name);
        double[] margins = SharedGraph.Ones(graph.Nodes);
        InfluenceTable table = InfluenceValues.Estimate(graph, margins, new InfluenceOptions { CausalShare = 1, Sets = 400_000, Model = model });
        int[] byInfluence = [.. Enumerable.Range(0, graph.Nodes).OrderByDescending(table.Value)];
        foreach (int node in byInfluence.Take(10).Concat(Enumerable.Range(1, 10).Select(i => byInfluence[i * graph.Nodes / 11])))
        {
            CascadeSpread spread = CascadeSimulation.Spread(graph, [node], margins, new CascadeOptions { Model = model, Runs = 4000 });
            double mean = spread.Mean - 1;

            // The error of the sets is taken at the simulated mean: a rare node may be in no set, which would say 0.
            double error = Math.Sqrt((spread.StandardError * spread.StandardError) + (mean * graph.Nodes / table.Sets));
            Assert.InRange(table.Value(node), mean - (4 * error), mean + (4 * error));
        }
    }
}
