using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>Expected influence against exact enumeration (reference/influence/ic_lt_toy.json) within 4 standard errors, and its laws.</summary>
public sealed class InfluenceValuesTests
{
    private static readonly int[] From = [0, 0, 1, 2, 3, 1];
    private static readonly int[] To = [1, 2, 3, 3, 4, 2];
    private static readonly double[] P = [0.5, 0.5, 0.5, 0.5, 0.8, 0.2];
    private static readonly double[] Ones = [1, 1, 1, 1, 1];

    [Theory]
    [InlineData(DiffusionModel.IndependentCascade, new[] { 2.86, 2.19, 1.9, 1.8, 1 })]
    [InlineData(DiffusionModel.LinearThreshold, new[] { 3.09, 2.28, 1.9, 1.8, 1 })]
    public void The_toy_graph_agrees_with_exact_enumeration(DiffusionModel model, double[] spread)
    {
        InfluenceTable table = InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P), Ones, new InfluenceOptions { Model = model, CausalShare = 1 });
        for (int node = 0; node < 5; node++)
            Near(spread[node] - 1, table, node);
    }

    [Fact]
    public void The_toy_graph_by_margins_is_worth_81_50_and_a_detractor_costs_it()
    {
        double[] margins = [0, 40, 30, 20, 100];
        InfluenceOptions options = new() { CausalShare = 1 };
        Near(81.5, InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P), margins, options), 0);
        Near(-81.5, InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P, [-1, 1, 1, 1, 1]), margins, options), 0);
        Near(-81.5, InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P), [0, -40, -30, -20, -100], options), 0);

        // A detractor at 3 is reached as before, and passes nothing on: 40·0.5 + 30·0.55 + 20·0.45.
        Near(45.5, InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P, [1, 1, 1, -1, 1]), margins, options), 0);
    }

    [Fact]
    public void Stars_agree_with_their_probabilities_whichever_way_edges_are_drawn()
    {
        const int n = 60;
        int[] from = [.. Enumerable.Range(1, n)], to = [.. Enumerable.Repeat(0, n)];
        double[] margins = [1, .. Enumerable.Repeat(0.0, n)];
        foreach (Func<int, double> of in new Func<int, double>[] { _ => 0.1, i => 0.2 / i, i => (double)i / n })
        {
            double[] p = [.. from.Select(of)];
            InfluenceTable table = InfluenceValues.Estimate(InfluenceGraph.OfEdges(n + 1, from, to, p), margins, new InfluenceOptions { CausalShare = 1, Sets = 200_000 });
            for (int node = 1; node <= n; node++)
                Assert.InRange(table.Value(node), p[node - 1] - (5 * Math.Sqrt(p[node - 1] / 200_000)), p[node - 1] + (5 * Math.Sqrt(p[node - 1] / 200_000)));
        }
    }

    [Fact]
    public void Threads_the_order_of_edges_duplicates_and_loops_change_nothing()
    {
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, From, To, P);
        InfluenceGraph other = InfluenceGraph.OfEdges(5, [2, .. From.Reverse(), 0], [2, .. To.Reverse(), 1], [1, .. P.Reverse(), 0.1]);
        Assert.Equal((1, 1, 6), (other.SelfLoops, other.Duplicates, other.Edges));
        InfluenceOptions options = new() { Sets = 50_000 };
        double[] one = InfluenceValues.Estimate(graph, Ones, options, 1, default).AtFullShare.ToArray();
        Assert.Equal(one, InfluenceValues.Estimate(graph, Ones, options, 3, default).AtFullShare.ToArray());
        Assert.Equal(one, InfluenceValues.Estimate(other, Ones, options).AtFullShare.ToArray());
    }

    [Fact]
    public void Every_edge_is_found_at_its_end_with_its_probability()
    {
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, From, To, P);
        (int From, int To, double P)[] found = [.. Enumerable.Range(0, graph.Nodes).SelectMany(node => graph.InfluencersOf(node).ToArray().Zip(graph.ProbabilitiesInto(node).ToArray(), (from, p) => (from, node, p)))];
        Assert.Equal(From.Zip(To, (from, to) => (from, to)).Zip(P, (edge, p) => (edge.from, edge.to, p)).OrderBy(edge => edge.to).ThenBy(edge => edge.from), found);
    }

    [Fact]
    public void Ambassadors_are_kept_where_they_are_nodes_of_the_graph_and_refused_else()
    {
        CustomerId[] ids = [new("a"), new("b"), new("c"), new("d"), new("e")];
        ExpectedInfluence expected = ExpectedInfluence.Estimate(ids, InfluenceGraph.OfEdges(5, From, To, P), Ones, options: new() { Sets = 1000 });
        static AmbassadorSet Set(params int[] nodes) => new() { Customers = nodes, Spread = 3, Lower = 2, Upper = 4, Confidence = 0.99, Sets = 10 };
        ExpectedInfluence with = expected.With(Set(3, 0));
        Assert.Null(expected.Ambassadors);
        Assert.Equal([3, 0], with.Ambassadors!.Customers);
        Assert.Equal((expected.Graph, expected.Table, expected.Booked), (with.Graph, with.Table, with.Booked));
        Assert.Equal([1, 2], Assert.Throws<DataRejectedException>(() => expected.With(Set(4, 4, 5))).Problems.Select(problem => problem.Row!.Value));
        Assert.Throws<ArgumentNullException>(() => expected.With(null!));
    }

    [Fact]
    public void Bad_input_is_named_with_its_rows()
    {
        Assert.Equal("row 1, to: '5' is no customer; numbers go from 0 to 4.", Message(() => InfluenceGraph.WeightedCascade(5, [0, 1], [1, 5])));
        Assert.StartsWith("row 0, probability: '1.5' is no probability", Message(() => InfluenceGraph.OfEdges(5, [0], [1], [1.5])), StringComparison.Ordinal);
        Assert.StartsWith("row 0, satisfaction: 'NaN' is not in [−1, 1]", Message(() => InfluenceGraph.OfEdges(1, [], [], [], [double.NaN])), StringComparison.Ordinal);
        InfluenceGraph heavy = InfluenceGraph.OfEdges(3, [0, 1], [2, 2], [0.6, 0.6]);
        Assert.StartsWith("row 2, weights into the customer: '1.2' is above 1", Message(() => InfluenceValues.Estimate(heavy, [1, 1, 1], new InfluenceOptions { Model = DiffusionModel.LinearThreshold })), StringComparison.Ordinal);
        Assert.StartsWith("row 1, margins: 'NaN'", Message(() => InfluenceValues.Estimate(heavy, [1, double.NaN, 1])), StringComparison.Ordinal);
        Assert.StartsWith("row 0, conversions: '3' is not in [0, 2]", Message(() => EdgeProbabilities.OfInvites([3], [2], 1, 1, new double[1])), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => InfluenceValues.Estimate(heavy, [1, 1, 1], null, new CancellationToken(true)));
    }

    [Fact]
    public void Invites_are_drawn_to_the_prior()
    {
        double[] p = new double[2];
        EdgeProbabilities.OfInvites([0, 3], [0, 4], 1, 3, p);
        Assert.Equal([0.25, 0.5], p);
    }

    [Fact]
    public void Without_margins_influence_is_worth_nothing() =>
        Assert.All(InfluenceValues.Estimate(InfluenceGraph.OfEdges(5, From, To, P), new double[5]).AtFullShare.ToArray(), value => Assert.Equal(0, value));

    private static void Near(double expected, InfluenceTable table, int node) =>
        Assert.InRange(table.Value(node), expected - (4 * table.StandardError(node)), expected + (4 * table.StandardError(node)));

    private static string Message(Action action) => Assert.Throws<DataRejectedException>(action).Message;
}
