using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.InfluenceValue.Referrals;

public sealed class ReferralLedgerTests
{
    private static readonly LocalDate Day = new(2024, 1, 1);

    /// <summary>Random trees with and without time decay, margins to the tenth decimal and of both signs.</summary>
    [Property(MaxTest = 60)]
    public void Credits_sum_to_the_last_digit_in_whatever_order_the_input_comes(int seed, byte size, byte kind)
    {
        Random random = new(seed);
        int count = size + 2;
        Referral[] links = [.. Enumerable.Range(1, count - 1).Select(child => Link(random.Next(child), child, random.Next(30)) with { Reward = random.Next(5), SavedAcquisitionCost = random.Next(9) })];
        ReferredMargin[] margins = [.. Enumerable.Range(0, 2 * count).Select(_ => Margin(random.Next(count), random.Next(60), (random.Next(-2000, 9000) * 0.013m) + (random.Next(2) * 0.0000000001m)))];
        ReferralLedgerOptions options = new()
        {
            CausalShare = random.Next(1_000_001) / 1_000_000m,
            Generations = 1 + (kind % 5),
            GenerationWeight = kind % 3 / 2.0,
            HalfLifeDays = kind % 2 == 0 ? null : 3,
            WindowDays = kind % 4 < 2 ? null : 20,
            Decimals = kind % 7,
        };
        ReferralNetwork network = ReferralNetwork.Of(links);
        ReferralLedger ledger = ReferralLedger.Of(network, margins, options);
        Assert.Equal(options.CausalShare * ledger.ReferredMargin, ledger.Credit.ToArray().Sum());
        Assert.Equal(ledger.ReferredMargin, ledger.CreditIfAllCaused.ToArray().Sum());
        Assert.All(ReferralLedger.Of(network, margins, options with { CausalShare = 0 }).Credit.ToArray(), credit => Assert.Equal(0, credit));
        Assert.Equal(ledger.CreditIfAllCaused.ToArray(), ReferralLedger.Of(network, margins, options with { CausalShare = 1 }).Credit.ToArray());

        random.Shuffle(links);
        random.Shuffle(margins);
        ReferralLedger shuffled = ReferralLedger.Of(ReferralNetwork.Of(links), margins, options);
        Assert.Equal(ledger.Credit.ToArray(), shuffled.Credit.ToArray());
        for (int row = 0; row < network.Count; row++)
        {
            Assert.Equal(ledger.Credit[row], ledger.Evidence(row).Sum(each => each.Credit));
            Assert.Equal(ledger.Evidence(row), shuffled.Evidence(row));
        }
    }

    [Fact]
    public void Units_go_to_the_largest_remainders_and_ties_to_the_nearer_generation()
    {
        ReferralNetwork network = ReferralNetwork.Of([Link(0, 1, 0), Link(1, 2, 0)]);
        ReferralLedgerOptions options = new() { CausalShare = 1, GenerationWeight = 1, Decimals = 2 };
        Assert.Equal([5.00m, 5.01m, 0], ReferralLedger.Of(network, [Margin(2, 1, 10.01m)], options).Credit.ToArray());
        Assert.Equal([-5.00m, -5.01m, 0], ReferralLedger.Of(network, [Margin(2, 1, -10.01m)], options).Credit.ToArray());
        Assert.Equal([3.33m, 6.67m, 0], ReferralLedger.Of(network, [Margin(2, 1, 10)], options with { GenerationWeight = 0.5 }).Credit.ToArray());
    }

    [Fact]
    public void A_link_counts_from_its_day_within_the_window_and_half_after_a_half_life()
    {
        ReferralNetwork network = ReferralNetwork.Of([Link(0, 1, 0), Link(1, 2, 10)]);
        decimal[] Credits(int day, ReferralLedgerOptions options) => ReferralLedger.Of(network, [Margin(2, day, 90)], options with { CausalShare = 1, GenerationWeight = 1 }).Credit.ToArray();
        Assert.Equal([0, 0, 0], Credits(9, new()));
        Assert.Equal([45, 45, 0], Credits(10, new()));
        Assert.Equal([30, 60, 0], Credits(10, new() { HalfLifeDays = 10 }));
        Assert.Equal([0, 90, 0], Credits(20, new() { WindowDays = 10 }));
        Assert.Equal([0, 0, 0], Credits(21, new() { WindowDays = 10 }));
        Assert.Equal([30, 60, 0], Credits(900_000, new() { HalfLifeDays = 10 }));

        // Who was brought later caused nothing before.
        ReferralNetwork late = ReferralNetwork.Of([Link(0, 1, 20), Link(1, 2, 10)]);
        Assert.Equal([0, 36, 0], ReferralLedger.Of(late, [Margin(2, 30, 90)]).Credit.ToArray());
    }

    [Fact]
    public void Rewards_costs_and_the_link_s_own_probability_count()
    {
        ReferralNetwork network = ReferralNetwork.Of([Link(0, 1, 0) with { TypeOneProbability = 0.75m, Reward = 20, SavedAcquisitionCost = 30 }]);
        ReferralLedger ledger = ReferralLedger.Of(network, [Margin(1, 5, 100)]);
        Assert.Equal(new EstablishedInfluence { Value = 85, IfNoneCaused = 10, IfAllCaused = 110 }, ledger.Influence(0));
        Assert.Equal("Brought 1 customer directly: 75.00 of referred margins credited, 30.00 acquisition cost saved, 20.00 rewards paid; 85.00 in all (10.00 if the referrals caused nothing, 110.00 if they caused all).", ledger.Explain(0).English);
        Assert.Equal("直接推荐1名客户：计入被推荐客户毛利75.00，节省获客成本30.00，已付奖励20.00；合计85.00（若推荐毫无作用为10.00，若全部由推荐带来为110.00）。", ledger.Explain(0).Chinese);
        ReferralCredit credit = Assert.Single(ledger.Evidence(0));
        Assert.Equal("c0000001, generation 1, gave 100.00 on 2024-01-06: 75.00 is credited (0.00 if nothing was caused by the referral, 100.00 if all was).", credit.Reason.English);
        Assert.Equal("第1代客户c0000001于2024-01-06贡献100.00：计入75.00（若推荐毫无作用为0.00，若全部由推荐带来为100.00）。", credit.Reason.Chinese);
    }

    [Fact]
    public void A_chain_of_100000_needs_no_recursion()
    {
        const int depth = 100_000;
        ReferralNetwork network = ReferralNetwork.Of(Enumerable.Range(1, depth - 1).Select(child => Link(child - 1, child, 0)));
        Assert.Equal(4m, ReferralLedger.Of(network, [Margin(depth - 1, 0, 10)]).Credit.ToArray().Sum());
        double[] margins = new double[depth];
        margins[depth - 1] = 1;
        Assert.All(network.DoubleCountedCredit(margins, 1).Take(depth - 1), credit => Assert.Equal(1, credit));
        IReadOnlyList<ReferralTreeNode> tree = network.Tree(0);
        Assert.Equal(depth, tree.Count);
        Assert.Equal((depth - 1, depth - 2), (tree[depth - 1].Generation, tree[depth - 1].Parent));
    }

    [Fact]
    public void A_tree_lists_each_customer_before_those_below()
    {
        ReferralNetwork network = ReferralNetwork.Of([Link(0, 1, 0), Link(0, 3, 0), Link(1, 2, 4)]);
        Assert.Equal([(0, -1, 0), (1, 0, 1), (2, 1, 2), (3, 0, 1)], network.Tree(0).Select(node => (node.Row, node.Parent, node.Generation)));
        Assert.Equal([0, 1, 3], network.Tree(0, 1).Select(node => node.Row));
        Assert.Equal((new LocalDate(2024, 1, 5), (LocalDate?)null), (network.ReferredOn(2), network.ReferredOn(0)));
    }

    [Fact]
    public void What_is_no_forest_is_refused_by_name()
    {
        Assert.Contains("'c0000001' refers itself", Refused([Link(1, 1, 0)]), StringComparison.Ordinal);
        Assert.Contains("'c0000003' has two referrers, 'c0000001' and 'c0000002'", Refused([Link(1, 3, 0), Link(2, 3, 0)]), StringComparison.Ordinal);
        Assert.Contains("'c0000001' is in a cycle: 'c0000001' was brought by 'c0000003' was brought by 'c0000002', and so on", Refused([Link(2, 3, 0), Link(3, 1, 0), Link(1, 2, 0), Link(3, 4, 0)]), StringComparison.Ordinal);
        Assert.Contains("'c0000002' is not among the customers", Refused([Link(1, 2, 0)], [new("c0000001")]), StringComparison.Ordinal);
        Assert.Contains("'1.5' is not in [0, 1]", Refused([Link(1, 2, 0) with { TypeOneProbability = 1.5m }]), StringComparison.Ordinal);
        Assert.Contains("reward: '-1' is not in", Refused([Link(1, 2, 0) with { Reward = -1 }]), StringComparison.Ordinal);
        Assert.Contains("saved acquisition cost: '-1' is not in", Refused([Link(1, 2, 0) with { SavedAcquisitionCost = -1 }]), StringComparison.Ordinal);
        Assert.Contains("no customer id", Refused([default]), StringComparison.Ordinal);
        ReferralNetwork network = ReferralNetwork.Of([Link(0, 1, 0)]);
        Assert.Throws<DataRejectedException>(() => ReferralLedger.Of(network, [Margin(1, 0, 1e13m)]));
        Assert.Equal(6, Assert.Throws<DataRejectedException>(() => ReferralLedger.Of(network, [], new()
        {
            CausalShare = 1.1m,
            GenerationWeight = double.NaN,
            Generations = 0,
            HalfLifeDays = 0,
            WindowDays = -1,
            Decimals = 13,
        })).Count);
        Assert.Throws<DataRejectedException>(() => CustomerReferralValue.Of([new() { Customer = new("a"), Period = 0, TypeOneProbability = 1.1 }], 0.1));
    }

    [Fact]
    public void Each_mistake_is_one_problem()
    {
        Referral link = Link(1, 2, 0);
        Referral[][] mistakes =
        [
            [link, Link(3, 3, 0)],
            [link, Link(3, 2, 0)],
            [link, Link(2, 3, 0), Link(3, 1, 0)],
            [link, Link(9, 3, 0)],
            [link, Link(3, 9, 0)],
            [link, Link(1, 3, 0) with { Reward = -0.01m }],
            [link, Link(1, 3, 0) with { SavedAcquisitionCost = -0.01m }],
            [link, Link(1, 3, 0) with { TypeOneProbability = -0.01m }],
            [link, Link(1, 3, 0) with { TypeOneProbability = 0.0000001m }],
            [link, Link(1, 3, 0) with { Reward = 0.00000000001m }],
        ];
        Assert.All(mistakes, links => Assert.Equal(1, Assert.Throws<DataRejectedException>(() => ReferralNetwork.Of(links, [Id(1), Id(2), Id(3)])).Count));
        Assert.Equal(4, Assert.Throws<DataRejectedException>(() => ReferralNetwork.Of([.. mistakes[0], Link(3, 2, 0), Link(9, 1, 0), Link(1, 9, 0)], [Id(1), Id(2), Id(3)])).Count);
        ReferralNetwork network = ReferralNetwork.Of([link]);
        Assert.Contains("row 1, customer", Assert.Throws<DataRejectedException>(() => ReferralLedger.Of(network, [Margin(2, 0, 1), Margin(2, 0, 1) with { Customer = default }])).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<DataRejectedException>(() => ReferralLedger.Of(network, [Margin(2, 0, 0.00000000001m)]));
    }

    private static string Refused(Referral[] links, CustomerId[]? customers = null) => Assert.Throws<DataRejectedException>(() => ReferralNetwork.Of(links, customers)).Message;

    private static CustomerId Id(int customer) => new(string.Format(CultureInfo.InvariantCulture, "c{0:D7}", customer));

    private static Referral Link(int referrer, int referee, int day) => new() { Referrer = Id(referrer), Referee = Id(referee), Day = Day.PlusDays(day) };

    private static ReferredMargin Margin(int customer, int day, decimal margin) => new() { Customer = Id(customer), Day = Day.PlusDays(day), Margin = margin };
}
