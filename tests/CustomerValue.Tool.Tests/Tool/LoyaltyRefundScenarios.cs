namespace CustomerValue.Tool.Tests;

/// <summary>S15 to S20 through loyalty replay: what refunds and cancellations take back and give back.</summary>
public class LoyaltyRefundScenarios
{
    private const string Referral = """{"id":"referral","on":"referral.qualified","priority":40,"when":{"all":[{"refereeFirstOrder":{"ge":"100.00 CNY"}},{"not":{"sameIdentityHash":["phone","address","payment"]}},{"not":{"referralCycle":true}}]},"limit":{"per":["referrer","calendarYear"],"times":20},"then":[{"earn":{"points":"300","to":"referrer","pending":"P14D"}},{"earn":{"points":"200","to":"referee","pending":"P14D"}}]}""";

    [Theory]
    [InlineData("consumed", 0)]
    [InlineData("reArm", 500)]
    public async Task S15_welcome_and_first_purchase_are_paid_once(string policy, int again)
    {
        using ReplayedClub club = new();
        club.With("policies", $$"""{"onceReversal":"{{policy}}"}""").Rule("""{"id":"welcome","on":"member.joined","once":"member","then":[{"earn":{"points":"100"}}]}""").Rule("""{"id":"first","on":"order.paid","priority":50,"once":"member","then":[{"earn":{"points":"500"}}]}""");
        club.Event("member.joined", "2026-01-01").Order("2026-01-02", "A", "50.00").Order("2026-01-02", "B", "70.00");
        Assert.Equal("720 / 0 / 0 / 0", await club.State("2026-01-02 12:01"));
        club.Refund("2026-01-03", "A").Order("2026-01-04", "C", "10.00");
        Assert.Equal((170, 180 + again), (await club.Available("2026-01-03"), await club.Available("2026-01-04")));
    }

    [Fact]
    public async Task S16_a_referral_is_taken_back_with_its_order()
    {
        using ReplayedClub early = Referred();
        Assert.Equal(("0 / 200 / 0 / 0", "0 / 300 / 0 / 0"), (await early.State("2026-01-05"), await early.State("2026-01-05", "referrer")));
        early.Refund("2026-01-11", "O");
        Assert.Equal(("0 / 0 / 0 / 0", "0 / 0 / 0 / 0"), (await early.State("2026-01-20"), await early.State("2026-01-20", "referrer")));

        using ReplayedClub late = Referred();
        late.Redeem("2026-01-18", 250, member: "referrer").Refund("2026-01-21", "O");
        Assert.Equal(("0 / 0 / 0 / 0", "0 / 0 / 0 / 250"), (await late.State("2026-01-21"), await late.State("2026-01-21", "referrer")));
        Assert.Equal("150 / 0 / 0 / 0", await late.Earn("2026-01-22", 400, member: "referrer").State("2026-01-22", "referrer"));
    }

    [Fact]
    public async Task S16_nobody_refers_himself_or_the_one_who_referred_him()
    {
        using ReplayedClub club = new();
        club.Rule(Referral);
        foreach ((string member, string phone) in new[] { ("a", "111"), ("b", "222"), ("twin", "111") })
            club.Event("member.joined", "2025-12-01", $$$"""  "identityHashes":{"phone":"{{{phone}}}"} """, member).Order("2026-01-01", "O-" + member, "100.00", member);
        club.Event("referral.qualified", "2026-01-02", "\"referrer\":\"a\",\"order\":\"O-twin\"", "twin").Event("referral.qualified", "2026-01-02", "\"referrer\":\"a\",\"order\":\"O-b\"", "b").Event("referral.qualified", "2026-01-02", "\"referrer\":\"b\",\"order\":\"O-a\"", "a");
        Assert.Equal(["7 SelfReferral", "9 Cycle"], await club.Rejected());
        Assert.Equal(("100 / 300 / 0 / 0", "100 / 200 / 0 / 0"), (await club.State("2026-01-03", "a"), await club.State("2026-01-03", "b")));
    }

    [Theory]
    [InlineData("""{"allowNegative":{"limit":"70"}}""", "-70 / 0 / 0 / 0", 0, 130)]
    [InlineData("\"debt\"", "0 / 0 / 0 / 70", 0, 130)]
    [InlineData("\"writeOff\"", "0 / 0 / 0 / 0", 70, 200)]
    [InlineData("\"reject\"", "30 / 0 / 0 / 0", 0, 230)]
    [InlineData("""{"allowNegative":{"limit":"50"}}""", "-50 / 0 / 0 / 0", 20, 150)]
    public async Task S17_points_that_were_spent_are_taken_back_as_the_policy_says(string policy, string after, int writtenOff, int later)
    {
        using ReplayedClub club = new();
        club.With("policies", $$"""{"shortfallOnClawback":{{policy}}}""").Order("2026-01-01", "O", "100.00").Redeem("2026-01-02", 70).Refund("2026-01-03", "O");
        Assert.Equal(policy == "\"reject\"" ? ["3 InsufficientForClawback"] : [], await club.Rejected());
        Assert.Equal((after, writtenOff), (await club.State("2026-01-03"), await club.Total("writtenOff", "2026-01-03")));
        Assert.Equal($"{later} / 0 / 0 / 0", await club.Earn("2026-01-04", 200).State("2026-01-04"));
    }

    [Fact]
    public async Task S18_ten_refunds_take_back_what_one_would()
    {
        using ReplayedClub club = new("""{"id":"base","on":"order.paid","then":[{"earn":{"rate":{"points":"1","per":"3.00 CNY"}}}]}""");
        club.Order("2026-01-01", "O", "100.00");
        List<decimal> taken = [];
        for (int day = 2; day <= 11; day++)
        {
            decimal before = await club.Available("2026-01-12");
            club.Event("order.refunded", $"2026-01-{day:00}", "\"order\":\"O\",\"lines\":[{\"id\":\"1\",\"amount\":\"10.00 CNY\"}]");
            taken.Add(before - await club.Available("2026-01-12"));
        }

        Assert.Equal([3, 4, 3, 3, 4, 3, 3, 4, 3, 3], taken);
        Assert.Equal("0 / 0 / 0 / 0", await club.State("2026-01-12"));
    }

    [Theory]
    [InlineData("""["remaining","expired","spent"]""", 500)]
    [InlineData("\"proRata\"", 480)]
    [InlineData("""["remaining","spent","expired"]""", 460)]
    [InlineData("\"strict\"", 450)]
    public async Task S19_a_refund_of_an_expired_lot_draws_on_the_pools_of_the_policy(string pools, int available)
    {
        using ReplayedClub club = new("""{"id":"base","on":"order.paid","then":[{"earn":{"rate":{"points":"1","per":"2.00 CNY"}}}]}""");
        club.With("policies", $$$"""{"earnReversal":{"method":"cumulative","pools":{{{pools}}}}}""");
        club.Order("2025-01-10", "O", "200.00").Redeem("2025-06-01", 40).Earn("2026-01-15", 500).Refund("2026-01-20", "O", "0.5");
        Assert.Equal($"{available} / 0 / 0 / 0", await club.State("2026-01-20"));
        if (available == 500)
            Assert.Equal("460 / 0 / 0 / 0", await club.Refund("2026-01-21", "O", "0.5").State("2026-01-21"));
    }

    [Theory]
    [InlineData("\"original\"", null, 30, 50)]
    [InlineData("\"original\"", 40, 30, 10)]
    [InlineData("""{"grace":"P30D"}""", null, 80, 0)]
    [InlineData("""{"grace":"P30D"}""", 40, 40, 0)]
    public async Task S20_points_of_an_ended_lot_come_back_and_expire_or_live_on(string policy, int? points, int available, int expired)
    {
        using ReplayedClub club = new();
        club.With("policies", $$$"""{"redemptionReversal":{"expiry":{{{policy}}}}}""").Earn("2026-01-01", 50, "2026-03-31").Earn("2026-01-02", 30, "2026-12-31").Redeem("2026-03-20", 80);
        club.Event("redemption.cancel", "2026-04-10", points is { } part ? $"\"source\":\"gift\",\"points\":{part}" : "\"source\":\"gift\"");
        Assert.Equal(($"{available} / 0 / 0 / 0", expired), (await club.State("2026-04-10"), await club.Total("expired", "2026-04-10")));
        if (expired == 0)
            Assert.Equal((available, 30), (await club.Available("2026-05-10 23:59"), await club.Available("2026-05-11 00:00")));
        club.Event("redemption.cancel", "2026-04-11", points is null ? "\"source\":\"gift\"" : "\"source\":\"gift\",\"points\":41");
        Assert.Equal([points is null ? "5 AlreadyReversed" : "5 ExceedsOriginal"], await club.Rejected());
    }

    /// <summary>An order of 100 that earns nothing by itself, and the referral by it.</summary>
    private static ReplayedClub Referred() =>
        new ReplayedClub().Without("base", "tier").Rule(Referral).Order("2026-01-01 10:00", "O", "100.00").Event("referral.qualified", "2026-01-01 10:01", "\"referrer\":\"referrer\",\"order\":\"O\"");
}
