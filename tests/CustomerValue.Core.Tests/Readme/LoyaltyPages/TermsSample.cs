using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rewards;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class TermsSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LoyaltyProgram cafe = new()
        {
            Id = "cafe",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "BEANS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(6) } }],
            Rules =
            [
                new() { Id = "base", Name = new("A point for ten yuan", "每十元一分"), On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(10, new("CNY")) }] },
                new() { Id = "birthday", Name = new("Birthday", "生日双倍"), On = EventTypes.OrderPaid, Priority = 10, When = new BirthdayCondition(), Then = [new BonusEffect { Factor = 2 }] },
                new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect()] },
            ],
            Rewards = [new() { Id = "coffee", Name = new("A coffee", "咖啡一杯"), Kind = RewardKind.Coupon, Price = 12 }],
        };
        Console.Write(ProgramTerms.Of(cafe, DisplayLanguage.English));
        Console.Write(ProgramTerms.Of(cafe, DisplayLanguage.Chinese));
        // end of sample
    }
}
