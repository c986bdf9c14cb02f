using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Liability;

/// <summary>A few members to whom anything happens, some of it told late.</summary>
internal static class RandomHistory
{
    public static Instant Start { get; } = Club.At("2025-01-01");

    public static void Play(Club club, int seed, int events)
    {
        Random random = new(seed);
        Instant now = Start;
        List<string> orders = [];
        List<string> spent = [];
        for (int member = 0; member < 3; member++)
            club.Ledger.Handle(new MemberJoined { Key = $"j{member}", Member = new($"m{member}"), OccurredAt = now });
        for (int at = 0; at < events; at++)
        {
            now += Duration.FromHours(random.Next(48));
            string key = at.ToString(CultureInfo.InvariantCulture);
            LoyaltyEvent happened = Next(random, key, orders, spent);
            // One in five occurred up to ten days before it was told.
            happened = happened with { OccurredAt = random.Next(5) == 0 ? now - Duration.FromHours(random.Next(240)) : now, RecordedAt = now };
            if (!club.Ledger.Handle(happened).IsAccepted)
                continue;
            if (happened is OrderPaid paid)
                orders.Add(paid.Member.Value + "/" + paid.Order.Id);
            if (happened is PointsRedeemed redeemed)
                spent.Add(redeemed.Member.Value + "/" + redeemed.Source);
        }
    }

    private static LoyaltyEvent Next(Random random, string key, List<string> orders, List<string> spent)
    {
        CustomerValue.Customers.CustomerId member = new("m" + random.Next(3).ToString(CultureInfo.InvariantCulture));
        string[] order = orders.Count == 0 ? ["m0", "none"] : orders[random.Next(orders.Count)].Split('/');
        string[] source = spent.Count == 0 ? ["m0", "none"] : spent[random.Next(spent.Count)].Split('/');
        return random.Next(13) switch
        {
            0 or 1 or 2 => new OrderPaid { Key = key, Member = member, OccurredAt = default, Order = new() { Id = "o" + key, Lines = [Club.Line("1", random.Next(1, 300))] } },
            3 => new PointsEarned { Key = key, Member = member, OccurredAt = default, Points = random.Next(1, 100), Pending = Period.FromDays(random.Next(1, 30)) },
            4 or 5 => new PointsRedeemed { Key = key, Member = member, OccurredAt = default, Points = random.Next(1, 200), Source = "s" + key },
            6 => new RedemptionCancelled { Key = key, Member = new(source[0]), OccurredAt = default, Source = source[1], Points = random.Next(2) == 0 ? null : random.Next(1, 50) },
            7 => new OrderRefunded { Key = key, Member = new(order[0]), OccurredAt = default, OrderId = order[1], Share = random.Next(2) == 0 ? 0.5m : null },
            8 => new PointsHeld { Key = key, Member = member, OccurredAt = default, Points = random.Next(1, 60), Hold = "h" + random.Next(20).ToString(CultureInfo.InvariantCulture), Minutes = random.Next(1, 9000) },
            9 => new HoldCaptured { Key = key, Member = member, OccurredAt = default, Hold = "h" + random.Next(20).ToString(CultureInfo.InvariantCulture) },
            10 => new PointsTransferred { Key = key, Member = member, OccurredAt = default, Points = random.Next(1, 80), To = new("m" + random.Next(3).ToString(CultureInfo.InvariantCulture)) },
            11 => new PointsAdjusted { Key = key, Member = member, OccurredAt = default, Points = random.Next(-20, 20), Reason = "test" },
            _ => random.Next(4) == 0 ? new MemberMerged { Key = key, Member = member, OccurredAt = default, Other = new("m" + random.Next(3).ToString(CultureInfo.InvariantCulture)) }
                : new MemberUnmerged { Key = key, Member = member, OccurredAt = default, Other = new("m" + random.Next(3).ToString(CultureInfo.InvariantCulture)) },
        };
    }
}
