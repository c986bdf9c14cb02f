using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class RewardsSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LoyaltyProgram program = new()
        {
            Id = "cafe",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS" }],
            Tiers = new() { Levels = [new() { Id = "base", From = 0 }, new() { Id = "gold", From = 1000, Benefits = [new() { Id = "off", Description = new("5 % off", "九五折"), Discount = 0.05m }] }] },
            Rewards =
            [
                new() { Id = "mug", Kind = RewardKind.Gift, Price = 300, PriceByTier = new Dictionary<string, decimal> { ["gold"] = 250 }, Stock = 2 },
                new() { Id = "ten", Kind = RewardKind.Coupon, Price = 100, Value = new(10, new("CNY")), Validity = new() { Kind = ExpiryKind.FixedAfter, Period = Period.FromDays(30) } },
            ],
        };
        LoyaltyLedger ledger = new(new(CompiledProgram.Load(program)));
        CustomerId li = new("li");
        Instant now = Instant.FromUtc(2026, 3, 1, 4, 0);
        ledger.Handle(new PointsEarned { Key = "e1", Member = li, OccurredAt = now, Points = 1000, Qualifying = true });
        ledger.Handle(new RewardRedeemed { Key = "r1", Member = li, OccurredAt = now, Reward = "mug", Quantity = 2 });
        Console.WriteLine($"a gold member pays 250 for a mug: {ledger.Balance(li, now).Available} points are left");
        Console.WriteLine(ledger.Handle(new RewardRedeemed { Key = "r2", Member = li, OccurredAt = now, Reward = "mug" }).Rejection!.Message.English);
        ledger.Handle(new RedemptionCancelled { Key = "c1", Member = li, OccurredAt = now, Source = "reward:r1" });
        Console.WriteLine($"both are given back: {ledger.Balance(li, now).Available} points, and there are mugs again: {ledger.Handle(new RewardRedeemed { Key = "r3", Member = li, OccurredAt = now, Reward = "mug" }).IsAccepted}");

        ledger.Handle(new RewardRedeemed { Key = "r4", Member = li, OccurredAt = now, Reward = "ten" });
        Coupon coupon = ledger.Coupons(li, now)[0];
        ledger.Handle(new CouponReserved { Key = "v1", Member = li, OccurredAt = now, Code = coupon.Code, Source = "order 7" });
        foreach (Duration later in new[] { Duration.FromMinutes(14), Duration.FromMinutes(15), Duration.FromDays(31) })
            Console.WriteLine($"{coupon.Code} is {ledger.Coupons(li, now + later)[0].State} after {later.TotalMinutes} minutes");
        ledger.Handle(new CouponRedeemed { Key = "u1", Member = li, OccurredAt = now + Duration.FromMinutes(5), Code = coupon.Code, Source = "order 7" });
        Console.WriteLine(ledger.Handle(new CouponRedeemed { Key = "u2", Member = li, OccurredAt = now + Duration.FromMinutes(6), Code = coupon.Code, Source = "order 8" }).Rejection!.Message.English);
        Console.WriteLine($"99.90 costs him {TierBenefits.Of(program.Tiers, ledger.Tier(li, now)!.Level).Apply(new(99.90m, new("CNY")))}");
        // end of sample
    }
}
