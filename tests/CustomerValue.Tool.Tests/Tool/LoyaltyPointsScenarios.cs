using System.Text.Json;

namespace CustomerValue.Tool.Tests;

/// <summary>S01 to S06 and S21 to S24 through loyalty replay: rounding, keys, spending, expiry, late entries, pending points, holds.</summary>
public class LoyaltyPointsScenarios
{
    [Theory]
    [InlineData("orderRule", "floor", 31)]
    [InlineData("lineRule", "floor", 30)]
    [InlineData("lineRule", "halfUp", 33)]
    [InlineData("orderRule", "halfEven", 32)]
    public async Task S01_rounding_has_a_scope(string scope, string mode, int points)
    {
        using ReplayedClub club = new();
        club.With("rounding", $$"""{"scope":"{{scope}}","mode":"{{mode}}"}""").Order("2026-01-01", "O", "10.60 10.60 10.60");
        Assert.Equal(points, await club.Available("2026-01-01"));
    }

    [Theory]
    [InlineData("0.005", "1.00", "0.01", "0.00", "0.00")]
    [InlineData("0.005", "3.00", "0.02", "0.02", "0.01")]
    [InlineData("0.005", "5.00", "0.03", "0.02", "0.02")]
    [InlineData("0.01", "100.50", "1.01", "1.00", "1.00")]
    public async Task S02_cents_are_exact(string rate, string amount, string up, string even, string floor)
    {
        foreach ((string mode, string expected) in new[] { ("halfUp", up), ("halfEven", even), ("floor", floor) })
        {
            using ReplayedClub club = new($$$$"""{"id":"base","on":"order.paid","then":[{"earn":{"wallet":"CASH","rate":{"points":"{{{{rate}}}}","per":"1.00 CNY"}}}]}""");
            club.Without("tier").With("wallets", """[{"id":"CASH","scale":2,"currency":"CNY"}]""").With("rounding", $$"""{"mode":"{{mode}}"}""").With("tiers", """{"basis":"spend","levels":[{"id":"base","from":"0"}]}""").Order("2026-01-01", "O", amount);
            decimal cash = (await club.Replay()).GetProperty("members").GetProperty("m").GetProperty("wallets").GetProperty("CASH").GetProperty("available").GetDecimal();
            Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), cash);
        }
    }

    [Fact]
    public async Task S03_a_retry_is_answered_again_and_a_source_rewarded_once()
    {
        using ReplayedClub club = new();
        club.Earn("2026-01-01", 100, key: "k1", source: "doc");
        long entries = (await club.Replay()).GetProperty("entries").GetInt64();
        club.Earn("2026-01-01", 100, key: "k1", source: "doc", recorded: "2026-01-02");
        JsonElement again = await club.Replay("2026-01-03");
        Assert.Equal((entries, 1, 0), (again.GetProperty("entries").GetInt64(), again.GetProperty("replayed").GetInt32(), again.GetProperty("rejected").GetArrayLength()));
        club.Earn("2026-01-01", 120, key: "k1", source: "doc").Earn("2026-01-01", 100, key: "k2", source: "doc");
        Assert.Equal(["3 IdempotencyConflict", "4 SourceAlreadyRewarded"], await club.Rejected());
        Assert.Equal("100 / 0 / 0 / 0", await club.State("2026-01-03"));
    }

    [Fact]
    public async Task S04_points_are_never_spent_twice()
    {
        using ReplayedClub two = new();
        two.Earn("2026-01-01", 100).Redeem("2026-01-02", 80, "a").Redeem("2026-01-02", 80, "b");
        Assert.Equal(["3 InsufficientPoints"], await two.Rejected());
        Assert.Equal("20 / 0 / 0 / 0", await two.State("2026-01-02"));

        using ReplayedClub twenty = new();
        twenty.Earn("2026-01-01", 100);
        using ReplayedClub retries = new();
        retries.Earn("2026-01-01", 100);
        for (int at = 0; at < 20; at++)
        {
            twenty.Redeem("2026-01-02", 30, "gift" + at);
            retries.Redeem("2026-01-02", 30, key: "one");
        }

        Assert.Equal(17, (await twenty.Rejected()).Length);
        Assert.Equal(("10 / 0 / 0 / 0", 90), (await twenty.State("2026-01-02"), await twenty.Total("redeemed", "2026-01-02")));
        Assert.Empty(await retries.Rejected());
        Assert.Equal("70 / 0 / 0 / 0", await retries.State("2026-01-02"));
    }

    [Fact]
    public async Task S05_what_expires_first_is_spent_first_and_what_never_does_last()
    {
        using ReplayedClub club = new();
        club.Earn("2026-01-01 09:00", 50, "2026-06-30").Earn("2026-01-01 10:00", 70, "2026-03-31").Earn("2026-01-01 11:00", 30, "never").Redeem("2026-01-10", 100);
        Assert.Equal("50 / 0 / 0 / 0", await club.State("2026-01-10"));
        JsonElement lots = (await club.Replay()).GetProperty("members").GetProperty("m").GetProperty("wallets").GetProperty("PTS").GetProperty("lots");
        Assert.Equal("""[{"points":20,"expiresAt":"2026-06-30T16:00:00Z"},{"points":30,"expiresAt":null}]""", lots.GetRawText());
    }

    [Fact]
    public async Task S06_points_expire_at_the_end_of_the_local_day()
    {
        using ReplayedClub club = new();
        club.Earn("2025-03-10T17:30:00Z", 100);
        Assert.Equal("100 / 0 / 0 / 0", await club.State("2026-03-11T15:59:59Z"));
        Assert.Equal("0 / 0 / 0 / 0", await club.State("2026-03-11T16:00:00Z"));
        Assert.Equal((0, 100), (await club.Total("expired", "2026-03-11T15:59:59Z"), await club.Total("expired", "2026-03-11T16:00:00Z")));
    }

    [Fact]
    public async Task S21a_a_late_earn_lives_from_when_it_occurred()
    {
        using ReplayedClub club = new();
        club.Earn("2024-12-20", 100, recorded: "2026-02-15", qualifying: true);
        Assert.Equal("0 / 0 / 0 / 0", await club.State("2026-02-15 12:01"));
        Assert.Equal((100, 100), (await club.Total("issued", "2026-02-16"), await club.Total("expired", "2026-02-16")));
        Assert.Equal(100, (await club.Replay("2024-12-31")).GetProperty("members").GetProperty("m").GetProperty("wallets").GetProperty("PTS").GetProperty("available").GetDecimal());

        using ReplayedClub recorded = new();
        recorded.With("policies", """{"backdated":{"rules":"asOfOccurred","expiryFrom":"recorded"}}""").Earn("2024-12-20", 100, recorded: "2026-02-15");
        Assert.Equal("100 / 0 / 0 / 0", await recorded.State("2027-02-15 23:59"));
        Assert.Equal("0 / 0 / 0 / 0", await recorded.State("2027-02-16 00:00"));
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 25)]
    public async Task S21b_a_late_order_raises_the_tier_from_when_it_is_known(string rerate, int compensation)
    {
        using ReplayedClub club = new();
        club.With("policies", $$$"""{"backdated":{"rerateLater":{{{rerate}}}}}""");
        club.Earn("2025-06-01", 1950, qualifying: true).Order("2026-01-03", "first", "100.00").Order("2025-12-28", "late", "100.00", recorded: "2026-01-05");
        Assert.Equal("base Initial", await club.TierAt("2026-01-04"));
        Assert.StartsWith("silver", await club.TierAt("2026-01-05 12:01"), StringComparison.Ordinal);
        Assert.Equal(1950 + 200 + compensation, await club.Available("2026-01-05 12:01"));
        club.Order("2026-01-06", "next", "100.00");
        Assert.Equal(1950 + 200 + compensation + 125, await club.Available("2026-01-06"));
    }

    [Fact]
    public async Task S21c_the_version_in_force_when_it_occurred_counts()
    {
        using ReplayedClub old = new();
        using ReplayedClub now = new(ReplayedClub.BaseRule.Replace("\"points\":\"1\"", "\"points\":\"2\"", StringComparison.Ordinal));
        old.With("effective", """{"to":"2026-01-01"}""").Order("2026-01-02", "A", "100.00").Order("2025-12-30", "B", "100.00", recorded: "2026-01-03");
        now.With("effective", """{"from":"2026-01-01"}""").With("version", "\"2\"");
        await now.Replay("2026-01-01");
        JsonElement json = await old.Replay("2026-01-04", "--program", now.Folder("program.json"));
        Assert.Equal(300, json.GetProperty("members").GetProperty("m").GetProperty("wallets").GetProperty("PTS").GetProperty("available").GetInt32());
    }

    [Fact]
    public async Task S22_a_late_redemption_takes_what_is_there_when_it_is_recorded()
    {
        using ReplayedClub club = new();
        club.Earn("2026-04-20", 100).Redeem("2026-04-10", 80, recorded: "2026-05-02");
        Assert.Equal("20 / 0 / 0 / 0", await club.State("2026-05-02 12:01"));
        // The clock goes back five minutes, and nothing else does.
        club.Redeem("2026-05-02 11:55", 5, "other");
        Assert.Equal("15 / 0 / 0 / 0", await club.State("2026-05-02 12:01"));

        using ReplayedClub strict = new();
        strict.With("policies", """{"funds":"asOfOccurred"}""").Earn("2026-04-20", 100).Redeem("2026-04-10", 80, recorded: "2026-05-02");
        Assert.Equal(["2 InsufficientAtOccurrence"], await strict.Rejected());
        Assert.Equal("100 / 0 / 0 / 0", await strict.State("2026-05-02"));
    }

    [Theory]
    [InlineData("earn", "2027-01-01")]
    [InlineData("activation", "2027-01-15")]
    public async Task S23_pending_points_become_available_at_local_midnight(string policy, string last)
    {
        using ReplayedClub club = new(ReplayedClub.BaseRule.Replace("\"qualifying\"", "\"pending\":\"P14D\",\"qualifying\"", StringComparison.Ordinal));
        club.With("policies", $$"""{"pendingExpiry":"{{policy}}"}""").Order("2026-01-01 10:00", "O", "100.00").Redeem("2026-01-05", 50);
        Assert.Equal(["2 InsufficientPoints"], await club.Rejected());
        Assert.Equal("0 / 100 / 0 / 0", await club.State("2026-01-05"));
        club.Refund("2026-01-10", "O", "0.4");
        Assert.Equal("0 / 60 / 0 / 0", await club.State("2026-01-14T15:59:59Z"));
        Assert.Equal("60 / 0 / 0 / 0", await club.State("2026-01-14T16:00:00Z"));
        Assert.Equal("60 / 0 / 0 / 0", await club.State(last + " 23:59"));
        Assert.Equal(60, await club.Total("expired", "2027-02-01"));
        Assert.Equal(policy == "earn" ? 0 : 60, await club.Available("2027-01-02"));
    }

    [Fact]
    public async Task S24_a_hold_is_captured_voided_or_ends_by_itself()
    {
        using ReplayedClub club = new();
        club.Earn("2026-01-01 09:00", 100).Event("points.hold", "2026-01-01 09:10", "\"points\":60,\"hold\":\"H1\"");
        Assert.Equal("40 / 0 / 60 / 0", await club.State("2026-01-01 09:11"));
        club.Event("hold.capture", "2026-01-01 09:12", "\"hold\":\"H1\",\"points\":45").Event("hold.capture", "2026-01-01 09:14", "\"hold\":\"H1\"");
        Assert.Equal(("55 / 0 / 0 / 0", 45), (await club.State("2026-01-01 09:15"), await club.Total("redeemed", "2026-01-01 09:15")));
        club.Event("points.hold", "2026-01-01 10:00", "\"points\":30,\"hold\":\"H2\"").Event("hold.capture", "2026-01-01 10:16", "\"hold\":\"H2\"");
        Assert.Equal(["4 AlreadyCaptured", "6 HoldExpired"], await club.Rejected());
        Assert.Equal("55 / 0 / 0 / 0", await club.State("2026-01-01 10:16"));
    }

    [Theory]
    [InlineData("hold.capture", 50, 0)]
    [InlineData("hold.void", 0, 50)]
    public async Task S24_a_hold_pins_its_lots_over_midnight(string type, int redeemed, int expired)
    {
        using ReplayedClub club = new();
        club.Earn("2026-01-01", 50, "2026-01-10").Event("points.hold", "2026-01-10 23:55", "\"points\":50,\"hold\":\"H\"").Event(type, "2026-01-11 00:05", "\"hold\":\"H\"");
        Assert.Empty(await club.Rejected());
        Assert.Equal("0 / 0 / 0 / 0", await club.State("2026-01-11 00:05"));
        Assert.Equal((redeemed, expired), (await club.Total("redeemed", "2026-01-11 00:06"), await club.Total("expired", "2026-01-11 00:06")));
    }
}
