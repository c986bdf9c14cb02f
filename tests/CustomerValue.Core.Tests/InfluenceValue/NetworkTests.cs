using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Network;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>PageRank, Katz, Hubbell and network value against their worked examples, and where they are refused.</summary>
public sealed class NetworkTests
{
    private static readonly InfluenceGraph Toy = InfluenceGraph.OfEdges(5, [0, 0, 1, 2, 3, 1], [1, 2, 3, 3, 4, 2], [0.5, 0.5, 0.5, 0.5, 0.8, 0.2]);
    private static readonly CustomerId[] Three = [new("A"), new("B"), new("C")];

    [SkippableFact]
    public void PageRank_and_Katz_are_those_of_the_reference()
    {
        JsonElement reference = Json("pagerank_katz_toy");
        Equal(Numbers(reference, "reverse_pagerank"), PageRank.Reversed(Toy));
        Equal(Numbers(reference, "katz_p_weighted"), KatzSpread.Of(Toy, SharedGraph.Ones(5)));
    }

    [Fact]
    public void Katz_is_exact_on_trees_and_bounds_influence_elsewhere()
    {
        InfluenceGraph tree = InfluenceGraph.OfEdges(4, [0, 0, 1], [1, 2, 3], [0.5, 0.3, 0.4]);
        Equal([1000 + (0.5 * 100) + (0.3 * 10) + (0.5 * 0.4 * 1), 100.4, 10, 1], KatzSpread.Of(tree, [1000, 100, 10, 1]));
        IReadOnlyList<double> bound = KatzSpread.Of(Toy, [0, 40, 30, 20, 100]);
        InfluenceTable table = InfluenceValues.Estimate(Toy, [0, 40, 30, 20, 100], new InfluenceOptions { CausalShare = 1, Sets = 100_000 });
        Assert.All(Enumerable.Range(0, 5), node => Assert.True(bound[node] - new double[] { 0, 40, 30, 20, 100 }[node] >= table.Value(node) - (4 * table.StandardError(node))));
        Equal([-1, 3], KatzSpread.Of(InfluenceGraph.OfEdges(2, [0], [1], [1]), [-4, 3]));
    }

    [Fact]
    public void Cycles_that_lose_nothing_are_refused_and_others_are_summed()
    {
        InfluenceGraph Cycle(double p, double q) => InfluenceGraph.OfEdges(3, [0, 1, 2], [1, 0, 0], [p, q, 0.1]);
        Equal([1.5 / 0.75, 1.5 / 0.75, 1.2], KatzSpread.Of(Cycle(0.5, 0.5), [1, 1, 1]));
        Relative.Equal(1.999 / (1 - 0.998001), KatzSpread.Of(Cycle(0.999, 0.999), [1, 1, 1])[0], 1e-9);
        foreach (double[] margins in new double[][] { [1, 1, 1], [0, 0, 0] })
            Assert.StartsWith("probabilities: have a spectral radius that is not below 1", Assert.Throws<DataRejectedException>(() => KatzSpread.Of(Cycle(1, 1), margins)).Message, StringComparison.Ordinal);
        InfluenceGraph wild = InfluenceGraph.OfEdges(3, [0, 0, 1, 1, 2, 2], [1, 2, 0, 2, 0, 1], [1, 1, 1, 1, 1, 1]);
        Assert.Throws<DataRejectedException>(() => KatzSpread.Of(wild, [1, 1, 1]));
        Assert.Throws<OperationCanceledException>(() => KatzSpread.Of(wild, [1, 1, 1], new CancellationToken(true)));
    }

    [SkippableTheory]
    [InlineData("wiki-vote", 650)]
    [InlineData("facebook", 1150)]
    public void The_best_of_reverse_PageRank_come_near_the_best_ambassadors(string name, double least)
    {
        InfluenceGraph graph = SharedGraph.Read(name);
        IReadOnlyList<double> rank = PageRank.Reversed(graph);
        Assert.Equal(1, rank.Sum(), 1e-10);
        Assert.Equal(1, PageRank.Of(graph).Sum(), 1e-10);
        int[] top = [.. Enumerable.Range(0, graph.Nodes).OrderByDescending(node => rank[node]).Take(50)];
        Assert.InRange(CascadeSimulation.Spread(graph, top, SharedGraph.Ones(graph.Nodes), new CascadeOptions { Runs = 1000 }).Mean, least, least + 50);
    }

    [Fact]
    public void PageRank_follows_edges_and_refuses_a_damping_of_1()
    {
        // 0 → 1 → 2: of rank 1/3 each, 0.85 goes on and the last gives to all.
        IReadOnlyList<double> rank = PageRank.Of(InfluenceGraph.OfEdges(3, [0, 1], [1, 2], [0.1, 0.9]));
        Assert.True(rank[0] < rank[1] && rank[1] < rank[2]);
        Equal([rank[2], rank[1], rank[0]], PageRank.Reversed(InfluenceGraph.OfEdges(3, [0, 1], [1, 2], [0.1, 0.9])));
        Equal([0.5, 0.5], PageRank.Of(InfluenceGraph.OfEdges(2, [0], [1], [1]), damping: 0));
        Assert.StartsWith("damping: '1' is not in [0, 1)", Assert.Throws<DataRejectedException>(() => PageRank.Of(Toy, 1)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Influence_effect_and_value_are_those_of_the_reference()
    {
        JsonElement reference = Json("cie_civ");
        double[] clv = Numbers(reference, "CLV");
        InfluenceShares shares = InfluenceShares.Of(Three, Shares(reference.GetProperty("S")), clv);
        Equal(Numbers(reference, "CIE_hubbell"), shares.Effect);
        Equal(Numbers(reference, "CIE_share"), [.. shares.Effect.Select(effect => effect / shares.Effect.Sum())]);
        Equal(Numbers(reference, "CIV_one_level"), shares.OneLevelValue);
        Equal(Numbers(reference, "CIV_recursive"), shares.RecursiveValue);
    }

    [SkippableFact]
    public void Engagement_value_is_that_of_the_reference()
    {
        JsonElement reference = Json("cev"), crv = Json("crv"), cie = Json("cie_civ");
        double Number(string name) => reference.GetProperty(name).GetDouble();
        CustomerReferralValue referral = CustomerReferralValue.Of([new ReferralCashFlow { Customer = new("X"), Period = 0, TypeOneProbability = 1, Margin = crv.GetProperty("CRV").GetDouble() }], 0);
        InfluenceShares shares = InfluenceShares.Of(Three, Shares(cie.GetProperty("S")), Numbers(cie, "CLV"), [referral]);
        EngagementValue value = EngagementValue.Of(Number("CLV"), referral, shares, 0, Number("CKV"), recursive: true);
        Relative.Equal(Number("CRV"), value.Referral, 1e-9);
        Relative.Equal(Number("CIV"), value.Influence, 1e-9);
        Relative.Equal(Number("CEV"), value.Value, 1e-9);
    }

    [Fact]
    public void Who_is_booked_as_a_referral_counts_nothing_as_influence()
    {
        InfluenceGraph shares = InfluenceGraph.OfEdges(3, [0, 0, 1], [1, 2, 2], [0.4, 0.3, 0.2]);
        CustomerReferralValue referral = CustomerReferralValue.Of([new ReferralCashFlow { Customer = Three[1], Period = 0, TypeOneProbability = 1, Margin = 7 }], 0.1);
        InfluenceShares left = InfluenceShares.Of(Three, shares, [100, 80, 60], [referral]);
        Equal([0.3 * 60, 0.2 * 60, 0], left.OneLevelValue);
        Equal([(0.3 * 60) + (0.4 * 12), 12, 0], left.RecursiveValue);
        Assert.Equal(100 + 7 + 18, EngagementValue.Of(100, referral, left, 0).Value, 1e-12);
        Assert.Equal(100 + 18 + 5, EngagementValue.Of(100, null, left, 0, 5).Value, 1e-12);

        InfluenceShares all = InfluenceShares.Of(Three, shares, [100, 80, 60]);
        Assert.StartsWith("influence: may count customers whom the referrals book", Assert.Throws<DataRejectedException>(() => EngagementValue.Of(100, referral, all, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => EngagementValue.Of(100, null, all, 3));
        Assert.StartsWith("lifetime: 'NaN'", Assert.Throws<DataRejectedException>(() => EngagementValue.Of(double.NaN, null, all, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_are_none_are_refused()
    {
        string Refusal(InfluenceGraph shares) => Assert.Throws<DataRejectedException>(() => InfluenceShares.Of(Three, shares, [1, 1, 1])).Message;
        Assert.StartsWith("row 2, shares into the customer: '1.2' is above 1", Refusal(InfluenceGraph.OfEdges(3, [0, 1], [2, 2], [0.6, 0.6])), StringComparison.Ordinal);
        Assert.StartsWith("shares: have a spectral radius", Refusal(InfluenceGraph.OfEdges(3, [0, 1], [1, 0], [1, 1])), StringComparison.Ordinal);
        Assert.StartsWith("customers: '3' ids for 2 nodes", Assert.Throws<DataRejectedException>(() => InfluenceShares.Of(Three, InfluenceGraph.OfEdges(2, [0], [1], [1]), [1, 1])).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Network_value_is_that_of_the_reference()
    {
        JsonElement reference = Json("network_value_linear");

        // Row i of the reference is what moves i.
        NetworkValue network = NetworkValue.Of(Transposed(reference.GetProperty("W")), Numbers(reference, "beta"), Numbers(reference, "P0"));
        Equal(Numbers(reference, "P_equilibrium"), network.Equilibrium);
        Equal(Numbers(reference, "network_multiplier"), network.Multiplier);
        double[] Each(Func<int, double> of) => [.. Enumerable.Range(0, 4).Select(of)];
        Equal(Numbers(reference, "ELP_marketing_i"), Each(customer => network.LiftInProfit(customer, 100, 2, 1)));
        Equal(Numbers(reference, "intrinsic_only"), Each(customer => network.IntrinsicLiftInProfit(customer, 100, 2, 1)));
        Equal(Numbers(reference, "network_value"), Each(customer => network.Value(customer, 100, 2)));
    }

    [Fact]
    public void Customers_who_only_follow_each_other_have_no_network_value()
    {
        InfluenceGraph pair = InfluenceGraph.OfEdges(2, [0, 1], [1, 0], [1, 1]);
        Assert.StartsWith("weights of neighbours: have a spectral radius", Assert.Throws<DataRejectedException>(() => NetworkValue.Of(pair, [0, 0], [1, 1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("row 1, selfReliance: '1.5' is not in [0, 1]", Assert.Throws<DataRejectedException>(() => NetworkValue.Of(pair, [0, 1.5], [1, 1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("probability: '1' values for 2", Assert.Throws<DataRejectedException>(() => NetworkValue.Of(pair, [0, 1], [1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("row 0, weights into the customer: '1.5'", Assert.Throws<DataRejectedException>(() => NetworkValue.Of(InfluenceGraph.OfEdges(3, [1, 2], [0, 0], [0.75, 0.75]), [0, 0, 0], [1, 1, 1])).Message, StringComparison.Ordinal);
    }

    private static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-9 * Math.Max(1, Math.Abs(expected[i])), $"{i}: {actual[i]:R}, expected {expected[i]:R}");
    }

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/influence/{name}.json"))).RootElement;

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static InfluenceGraph Shares(JsonElement matrix) => Graph(matrix, (row, column) => (row, column));

    private static InfluenceGraph Transposed(JsonElement matrix) => Graph(matrix, (row, column) => (column, row));

    private static InfluenceGraph Graph(JsonElement matrix, Func<int, int, (int From, int To)> edge)
    {
        double[][] rows = [.. matrix.EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetDouble()).ToArray())];
        (int Row, int Column)[] cells = [.. Enumerable.Range(0, rows.Length).SelectMany(row => Enumerable.Range(0, rows.Length).Select(column => (row, column)))];
        return InfluenceGraph.OfEdges(rows.Length, [.. cells.Select(cell => edge(cell.Row, cell.Column).From)], [.. cells.Select(cell => edge(cell.Row, cell.Column).To)], [.. cells.Select(cell => rows[cell.Row][cell.Column])]);
    }
}
