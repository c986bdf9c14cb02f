using System.Text.Json;

namespace CustomerValue.Tool.Tests;

/// <summary>S09 to S11 and S25 through loyalty replay: tiers, merges, erasure.</summary>
public class LoyaltyMemberScenarios
{
    [Fact]
    public async Task S09_the_tier_of_an_order_is_that_of_its_instant()
    {
        using ReplayedClub club = new();
        club.Earn("2024-06-01", 5000, "never", qualifying: true).Earn("2025-06-01", 1200, "never", qualifying: true);
        club.Order("2025-12-31T15:59:59Z", "A", "100.00").Order("2025-12-31T16:00:00Z", "B", "100.00").Order("2025-12-31T18:00:00Z", "C", "100.00");
        Assert.Equal((6350, 6475, 6600), (await club.Available("2025-12-31T15:59:59Z"), await club.Available("2025-12-31T16:00:00Z"), await club.Available("2025-12-31T18:00:00Z")));
    }

    [Theory]
    [InlineData("""{"downgrade":"balanceBased"}""", "2026-01-01 00:00", "base Initial")]
    [InlineData("""{"downgrade":"oneDown"}""", "2026-01-01 00:00", "silver SoftLanding")]
    [InlineData("""{"downgrade":"oneDown","grace":"P60D"}""", "2026-03-01 23:59", "gold Grace")]
    [InlineData("""{"downgrade":"oneDown","grace":"P60D"}""", "2026-03-02 00:00", "silver SoftLanding")]
    public async Task S10_a_tier_falls_as_the_policy_says(string policy, string at, string tier)
    {
        using ReplayedClub club = new();
        club.With("tiers", policy.Replace("}", ",\"levels\":[{\"id\":\"base\",\"from\":\"0\"},{\"id\":\"silver\",\"from\":\"2000\"},{\"id\":\"gold\",\"from\":\"5000\"}]}", StringComparison.Ordinal));
        club.Earn("2024-06-01", 5000, qualifying: true).Earn("2025-06-01", 1200, qualifying: true);
        Assert.Equal("gold CarriedOver", await club.TierAt("2025-12-31 23:59"));
        Assert.Equal(tier, await club.TierAt(at));
        if (!tier.Contains("Grace", StringComparison.Ordinal))
            return;
        club.Earn("2026-02-10", 5000, qualifying: true);
        Assert.Equal("gold Qualified", await club.TierAt("2026-03-02 00:00"));
    }

    [Fact]
    public async Task S10_a_tier_is_kept_for_life_or_given_by_hand()
    {
        using ReplayedClub life = new();
        life.Earn("2024-06-01", 5000, qualifying: true).Event("tier.assign", "2024-07-01", "\"tier\":\"gold\",\"kind\":\"lifetime\",\"reason\":\"founder\"");
        Assert.Equal("gold Lifetime", await life.TierAt("2026-01-01 00:00"));

        using ReplayedClub hand = new();
        hand.Earn("2024-06-01", 5000, qualifying: true).Earn("2025-06-01", 1200, qualifying: true).Event("tier.assign", "2025-12-01", "\"tier\":\"gold\",\"until\":\"2026-06-30\",\"reason\":\"complaint\"");
        Assert.Equal("gold ManualOverride", await hand.TierAt("2026-06-30 23:59"));
        Assert.Equal("silver SoftLanding", await hand.TierAt("2026-07-01 00:00"));
    }

    [Theory]
    [InlineData("qualifyingPoints", "silver")]
    [InlineData("spendableBalance", "base")]
    public async Task S11_spending_does_not_cost_the_tier_unless_the_programme_counts_what_is_left(string basis, string tier)
    {
        using ReplayedClub club = new();
        club.With("tiers", $$"""{"basis":"{{basis}}","levels":[{"id":"base","from":"0"},{"id":"silver","from":"2000"},{"id":"gold","from":"5000"}]}""").Earn("2025-02-01", 2100, qualifying: true).Redeem("2025-03-01", 2000);
        Assert.StartsWith("silver", await club.TierAt("2025-02-02"), StringComparison.Ordinal);
        Assert.StartsWith(tier, await club.TierAt("2025-03-02"), StringComparison.Ordinal);
        JsonElement member = (await club.Replay("2025-03-02")).GetProperty("members").GetProperty("m");
        Assert.Equal(100, member.GetProperty("wallets").GetProperty("PTS").GetProperty("available").GetInt32());
        if (basis == "qualifyingPoints")
            Assert.Equal(2100, member.GetProperty("qualifying").GetInt32());
    }

    [Fact]
    public async Task S25_two_members_become_one_and_two_again()
    {
        using ReplayedClub club = Two();
        club.Redeem("2026-01-15", 1000, "x", "b", key: "old").Event("member.merge", "2026-02-01", "\"other\":\"b\"", "a");
        JsonElement json = await club.Replay();
        JsonElement a = json.GetProperty("members").GetProperty("a");
        Assert.False(json.GetProperty("members").TryGetProperty("b", out _));
        Assert.Equal("""{"available":120,"pending":0,"held":0,"debt":0,"lots":[{"points":20,"expiresAt":"2026-03-31T16:00:00Z"},{"points":100,"expiresAt":"2026-06-30T16:00:00Z"}]}""", a.GetProperty("wallets").GetProperty("PTS").GetRawText());
        Assert.Equal(("silver", 2100), (a.GetProperty("tier").GetString(), a.GetProperty("qualifying").GetInt32()));
        // An old key of b still has its old answer.
        long entries = json.GetProperty("entries").GetInt64();
        club.Redeem("2026-01-15", 1000, "x", "b", key: "old");
        json = await club.Replay();
        Assert.Equal((entries, 1), (json.GetProperty("entries").GetInt64(), json.GetProperty("replayed").GetInt32()));

        club.Event("member.unmerge", "2026-02-02", "\"other\":\"b\"", "a");
        Assert.Equal(("100 / 0 / 0 / 0", "20 / 0 / 0 / 0"), (await club.State("2026-02-03", "a"), await club.State("2026-02-03", "b")));
        club.Event("member.merge", "2026-02-04", "\"other\":\"b\"", "a").Redeem("2026-02-05", 10, member: "a").Event("member.unmerge", "2026-02-06", "\"other\":\"b\"", "a");
        Assert.Contains($"{club.Lines.Count} PointsMovedSinceMerge", await club.Rejected());
    }

    [Fact]
    public async Task S25_a_person_is_forgotten_and_the_totals_stay()
    {
        using ReplayedClub club = Two();
        string before = (await club.Replay("2026-03-01 13:00")).GetProperty("totals").GetRawText();
        club.Event("member.erase", "2026-03-01", member: "a");
        JsonElement erased = await club.Replay("2026-03-01 13:00");
        Assert.Equal(before, erased.GetProperty("totals").GetRawText());
        Assert.False(erased.GetProperty("members").TryGetProperty("a", out _));
        club.Event("member.erase", "2026-03-02", member: "a");
        Assert.Equal(erased.GetProperty("entries").GetInt64(), (await club.Replay()).GetProperty("entries").GetInt64());
        Assert.Equal("7 / 0 / 0 / 0", await club.Earn("2026-03-03", 7, member: "a").State("2026-03-03", "a"));
    }

    /// <summary>A has 100 and 1,200 qualifying, B 50, 900 qualifying and a debt of 30.</summary>
    private static ReplayedClub Two() => new ReplayedClub()
        .Earn("2026-01-01", 100, "2026-06-30", "a")
        .Earn("2026-01-01", 1100, "2026-01-05", "a", qualifying: true)
        .Earn("2026-01-02", 100, "2026-01-05", "a", qualifying: true)
        .Earn("2026-01-01", 900, "2026-01-05", "b", qualifying: true)
        .Order("2026-01-06", "B1", "30.00", "b")
        .Redeem("2026-01-07", 30, member: "b")
        .Earn("2026-01-20", 50, "2026-03-31", "b")
        .Refund("2026-01-21", "B1", member: "b");
}
