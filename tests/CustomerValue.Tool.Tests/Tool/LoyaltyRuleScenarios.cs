using System.Globalization;

namespace CustomerValue.Tool.Tests;

/// <summary>S07, S08, S12 to S14 and A3 through loyalty replay: birthdays, days of a zone, caps, budgets, groups.</summary>
public class LoyaltyRuleScenarios
{
    private const string Coffee = """{"id":"coffee-3x","on":"order.paid","priority":30,"when":{"anyLine":{"category":{"under":"coffee"}}},"then":[{"bonus":{"factor":"3","of":"base","lines":{"category":{"under":"coffee"}}}}],"cap":{"per":["member","localMonth"],"limit":"200","overflow":"trim","releaseOnReversal":RELEASE}}""";

    [Theory]
    [InlineData("lastDayOfFebruary", 200, 100)]
    [InlineData("march1", 100, 200)]
    public async Task S07_a_birthday_on_a_leap_day(string policy, int february, int march)
    {
        foreach ((string day, int points) in new[] { ("2025-02-28", february), ("2025-03-01", march), ("2028-02-29", 200) })
        {
            using ReplayedClub club = new();
            club.With("policies", $$"""{"leapDay":"{{policy}}"}""").Rule("""{"id":"birthday-2x","on":"order.paid","priority":20,"when":{"isBirthday":{}},"then":[{"bonus":{"factor":"2","of":"base"}}]}""");
            club.Event("member.joined", "2024-02-29", "\"birthday\":\"2000-02-29\"").Order(day, "O", "100.00");
            Assert.Equal(points, await club.Available(day));
        }
    }

    [Fact]
    public async Task S07_months_are_not_days()
    {
        using ReplayedClub club = new();
        club.Earn("2024-02-29", 100);
        Assert.Equal("100 / 0 / 0 / 0", await club.State("2025-02-28T15:59:59Z"));
        Assert.Equal("0 / 0 / 0 / 0", await club.State("2025-02-28T16:00:00Z"));

        using ReplayedClub march = new();
        march.Earn("2023-03-01", 100);
        Assert.Equal("100 / 0 / 0 / 0", await march.State("2024-03-01 23:59"));
    }

    [Fact]
    public async Task S07_a_tier_year_runs_from_the_day_of_joining()
    {
        using ReplayedClub club = new();
        club.With("tiers", """{"period":"memberYear","downgrade":"balanceBased","levels":[{"id":"base","from":"0"},{"id":"silver","from":"2000"},{"id":"gold","from":"5000"}]}""");
        club.Event("member.joined", "2024-02-29").Earn("2025-02-27", 2000, qualifying: true);
        // Reached in the first year, valid through the second: to 28 February 2026, and not a day longer.
        Assert.Equal("silver Qualified", await club.TierAt("2025-02-27 23:59"));
        Assert.Equal("silver CarriedOver", await club.TierAt("2025-02-28 00:00"));
        Assert.Equal("silver CarriedOver", await club.TierAt("2026-02-27 23:59"));
        Assert.Equal("base Initial", await club.TierAt("2026-02-28 00:00"));
    }

    [Theory]
    [InlineData("2026-03-08", "2026-03-09", "2026-03-09T03:59:59Z", 200)]
    [InlineData("2026-03-08", "2026-03-09", "2026-03-09T04:00:00Z", 100)]
    [InlineData("2026-03-08", "2026-03-09", "2026-03-08T05:00:00Z", 200)]
    [InlineData("2026-03-08", "2026-03-09", "2026-03-08T04:59:59Z", 100)]
    [InlineData("2026-11-01", "2026-11-02", "2026-11-02T04:30:00Z", 200)]
    [InlineData("2026-11-01", "2026-11-02", "2026-11-02T05:00:00Z", 100)]
    public async Task S08_a_day_has_23_or_25_hours(string from, string to, string at, int points)
    {
        using ReplayedClub club = new();
        club.With("timeZone", "\"America/New_York\"").Rule($$$"""{"id":"day","on":"order.paid","priority":20,"window":{"from":"{{{from}}}","to":"{{{to}}}"},"then":[{"bonus":{"factor":"2","of":"base"}}]}""");
        Assert.Equal(points, await club.Order(at, "O", "100.00").Available(at));
    }

    [Theory]
    [InlineData("true", 120)]
    [InlineData("false", 0)]
    public async Task S12_a_refund_takes_back_what_its_order_earned_and_frees_the_cap(string release, int headroom)
    {
        using ReplayedClub club = new();
        club.Rule(Coffee.Replace("RELEASE", release, StringComparison.Ordinal));
        club.Order("2026-03-01", "O1", "60.00", category: "coffee/beans").Order("2026-03-02", "O2", "50.00", category: "coffee").Order("2026-03-03", "O3", "10.00", category: "coffee");
        Assert.Equal((180, 310, 320), (await club.Available("2026-03-01"), await club.Available("2026-03-02"), await club.Available("2026-03-03")));
        club.Refund("2026-03-04", "O1").Order("2026-03-05", "O4", "100.00", category: "coffee");
        Assert.Equal("140 / 0 / 0 / 0", await club.State("2026-03-04"));
        Assert.Equal(140 + 100 + headroom, await club.Available("2026-03-05"));
    }

    [Theory]
    [InlineData("trimByPriority", null, 300, 200)]
    [InlineData("proRata", null, 250, 250)]
    [InlineData("trimByPriority", "100", 100, 300)]
    public async Task S13_one_cap_over_campaigns_and_a_budget(string overflow, string? budget, int a, int b)
    {
        using ReplayedClub club = new();
        club.Without("base", "tier").With("caps", $$"""[{"id":"day","wallet":"PTS","per":["member","localDay"],"limit":"500","overflow":"{{overflow}}"}]""");
        string budgetOfA = budget is null ? "" : $$""","budget":{"limit":"{{budget}}"}""";
        club.Rule($$$"""{"id":"A","on":"order.paid","priority":10,"cap":"day"{{{budgetOfA}}},"then":[{"earn":{"points":"300"}}]}""").Rule("""{"id":"B","on":"order.paid","priority":20,"cap":"day","then":[{"earn":{"points":"300"}}]}""");
        club.Order("2026-01-01", "O", "10.00");
        Assert.Equal(a + b, await club.Available("2026-01-01"));
        club.Order("2026-01-01", "P", "10.00", "n");
        // What the first one left of the budget is all that the second one can have of A.
        Assert.Equal(budget is null ? a + b : 300, await club.Available("2026-01-01", "n"));
    }

    [Theory]
    [InlineData("additiveOnBase", 250)]
    [InlineData("multiplicative", 300)]
    public async Task S14_the_best_of_a_group_pays(string composition, int points)
    {
        foreach (bool shuffled in new[] { false, true })
        {
            using ReplayedClub club = new();
            club.With("composition", $"\"{composition}\"").With("groups", """[{"id":"doubles","mode":"bestForMember","tieBreak":["priority","id"]}]""");
            club.Rule("""{"id":"weekend-2x","on":"order.paid","priority":20,"group":"doubles","window":{"weekdays":["saturday","sunday"]},"then":[{"bonus":{"factor":"2","of":"base"}}]}""");
            club.Rule("""{"id":"birthday-2x","on":"order.paid","priority":20,"group":"doubles","when":{"isBirthday":{}},"then":[{"bonus":{"factor":"2","of":"base"}}]}""");
            if (shuffled)
                club.Shuffled();
            club.Event("member.joined", "2025-01-01", "\"birthday\":\"1990-01-10\"").Event("tier.assign", "2026-01-01", "\"tier\":\"gold\",\"until\":\"2026-12-31\",\"reason\":\"test\"").Order("2026-01-10", "O", "100.00");
            Assert.Equal(points, await club.Available("2026-01-10"));
        }
    }

    [Theory]
    [InlineData("trim", 1000, 33, 1)]
    [InlineData("allOrNothing", 990, 33, 0)]
    public async Task A3_fifty_members_share_a_budget(string overflow, int granted, int full, int parts)
    {
        using ReplayedClub club = new();
        club.Without("base", "tier").Rule($$$"""{"id":"campaign","on":"order.paid","budget":{"limit":"1000","overflow":"{{{overflow}}}"},"then":[{"earn":{"points":"30"}}]}""");
        for (int member = 0; member < 50; member++)
            club.Order("2026-06-18", "O" + member, "10.00", "m" + member.ToString("00", CultureInfo.InvariantCulture));
        System.Text.Json.JsonElement json = await club.Replay();
        decimal[] awards = [.. json.GetProperty("members").EnumerateObject().Select(member => member.Value.GetProperty("wallets").GetProperty("PTS").GetProperty("available").GetDecimal())];
        Assert.Equal((50, granted, full, parts), (awards.Length, awards.Sum(), awards.Count(award => award == 30), awards.Count(award => award == 10)));
    }
}
