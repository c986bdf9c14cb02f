using System.Text.Json;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>Ambassadors against the published constants, a toy whose best choice is known, and independent simulation.</summary>
public sealed class AmbassadorsTests
{
    private static readonly int[] From = [0, 0, 1, 2, 3, 1];
    private static readonly int[] To = [1, 2, 3, 3, 4, 2];
    private static readonly double[] P = [0.5, 0.5, 0.5, 0.5, 0.8, 0.2];

    [SkippableFact]
    public void Bounds_are_those_of_the_paper()
    {
        JsonElement reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/influence/imm_opimc_constants.json"))).RootElement;
        JsonElement constants = reference.GetProperty("opimc")[0];
        int n = constants.GetProperty("n").GetInt32(), k = constants.GetProperty("k").GetInt32();
        double epsilon = constants.GetProperty("eps").GetDouble(), first = OpimBounds.FirstSets(n, k, 1.0 / n), most = constants.GetProperty("theta_max").GetDouble();
        Relative.Equal(constants.GetProperty("theta_0").GetDouble(), first, 1e-9);
        Relative.Equal(most, first * n / (epsilon * epsilon * k), 1e-9);
        Assert.Equal(constants.GetProperty("i_max").GetInt32(), OpimBounds.Rounds(most, first));

        JsonElement example = reference.GetProperty("opimc_bound_example"), given = example.GetProperty("inp");
        double theta = given.GetProperty("theta").GetDouble(), all = given.GetProperty("n").GetDouble();
        double doubt = OpimBounds.Doubt(given.GetProperty("delta").GetDouble(), given.GetProperty("imax").GetInt32());
        double lower = all * OpimBounds.Lower(given.GetProperty("Lambda2").GetDouble(), theta, doubt);
        double upper = all * OpimBounds.Upper(given.GetProperty("Lambda1").GetDouble() / OpimBounds.Greedy, theta, doubt);
        Relative.Equal(example.GetProperty("sigma_lower").GetDouble(), lower, 1e-9);
        Relative.Equal(example.GetProperty("sigma_upper").GetDouble(), upper, 1e-9);
        Relative.Equal(example.GetProperty("alpha").GetDouble(), lower / upper, 1e-9);
    }

    [Fact]
    public void On_the_toy_graph_0_and_then_3_are_chosen_and_reach_3_85()
    {
        AmbassadorSet set = Ambassadors.Choose(InfluenceGraph.OfEdges(5, From, To, P), SharedGraph.Ones(5), new AmbassadorOptions { Count = 2, Goal = 1, MostSets = 400_000 });
        Assert.Equal([0, 3], set.Customers);
        Assert.InRange(set.Spread, 3.85 - 0.02, 3.85 + 0.02);
        Assert.InRange(3.85, set.Lower, set.Upper);

        // After both choices 0.5 and 0.45 are left, so no more than 4.8 is certain to be out of reach: 3.85/4.8.
        Assert.InRange(set.Approximation, 0.79, 0.81);
        Assert.Equal(2, set.OwnMargins);
        Assert.InRange(set.Sets, 400_000, 402_048);
        Assert.Contains("These 2 reach", set.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_decide_and_losses_and_detractors_are_left_out()
    {
        // 0 tells 1, 2 tells 3; 4 stands alone.
        double[] satisfaction = [1, 1, -1, 1, 1];
        double[] margins = [0, 30, 0, 1000, 20];
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, [0, 2], [1, 3], [0.9, 0.9]);
        Assert.Equal([3], Ambassadors.Choose(graph, margins, new AmbassadorOptions { Count = 1 }).Customers);
        Assert.Equal([3, 1, 4], Ambassadors.Choose(graph, margins, new AmbassadorOptions { Count = 9 }).Customers.Take(3));
        InfluenceGraph ill = InfluenceGraph.OfEdges(5, [0, 2], [1, 3], [0.9, 0.9], satisfaction);
        AmbassadorSet set = Ambassadors.Choose(ill, [0, 30, 2000, -5, 20], new AmbassadorOptions { Count = 5 });
        Assert.Equal([1, 4], set.Customers.Take(2));
        Assert.DoesNotContain(2, set.Customers);
        Assert.DoesNotContain(3, set.Customers);
        Assert.Equal(50, set.OwnMargins);
    }

    [Fact]
    public void More_than_there_are_gives_all_who_add_something_and_without_margins_nobody()
    {
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, From, To, P);
        AmbassadorSet all = Ambassadors.Choose(graph, SharedGraph.Ones(5), new AmbassadorOptions { Count = 50 });
        Assert.Equal([0, 1, 2, 3, 4], all.Customers.Order());
        Assert.Equal(5, all.Spread, 1e-9);
        AmbassadorSet none = Ambassadors.Choose(graph, new double[5]);
        Assert.Empty(none.Customers);
        Assert.Equal((0, 0, 1), (none.Spread, none.Upper, none.Approximation));
    }

    [Fact]
    public void Threads_and_the_order_of_edges_change_nothing()
    {
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, From, To, P), other = InfluenceGraph.OfEdges(5, [.. From.Reverse()], [.. To.Reverse()], [.. P.Reverse()]);
        AmbassadorOptions options = new() { Count = 2, MostSets = 50_000, Goal = 1, Model = DiffusionModel.LinearThreshold };
        AmbassadorSet one = Ambassadors.Choose(graph, [5, 4, 3, 2, 1], options, 1, default);
        foreach (AmbassadorSet set in new[] { Ambassadors.Choose(graph, [5, 4, 3, 2, 1], options, 3, default), Ambassadors.Choose(other, [5, 4, 3, 2, 1], options) })
        {
            Assert.Equal(one.Customers, set.Customers);
            Assert.Equal((one.Spread, one.Lower, one.Upper, one.Sets), (set.Spread, set.Lower, set.Upper, set.Sets));
        }
    }

    [SkippableTheory]
    [InlineData("wiki-vote", 668)]
    [InlineData("facebook", 1205)]
    public void Fifty_ambassadors_reach_what_independent_simulation_says(string name, double least)
    {
        InfluenceGraph graph = SharedGraph.Read(name);
        double[] margins = SharedGraph.Ones(graph.Nodes);
        AmbassadorSet set = Ambassadors.Choose(graph, margins, new AmbassadorOptions { Count = 50 });
        CascadeSpread spread = CascadeSimulation.Spread(graph, [.. set.Customers], margins);
        Assert.InRange(spread.Mean, least, set.Upper);
        Assert.True(set.Lower <= spread.Mean + (4 * spread.StandardError), $"{set.Lower} is certified, {spread.Mean} simulated");
        Assert.InRange(set.Approximation, 0.7, 1);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        InfluenceGraph graph = InfluenceGraph.OfEdges(2, [0], [1], [0.5]);
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => Ambassadors.Choose(graph, [1, 1], new AmbassadorOptions { Count = 0, Goal = 1.5, Confidence = 1, MostSets = 1 })).Problems.Count);
        Assert.StartsWith("row 1, margins: 'NaN'", Assert.Throws<DataRejectedException>(() => Ambassadors.Choose(graph, [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => Ambassadors.Choose(graph, [1, 1], null, new CancellationToken(true)));
    }
}
