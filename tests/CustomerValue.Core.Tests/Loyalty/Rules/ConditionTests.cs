using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Rules.RuleShop;

namespace CustomerValue.Tests.Loyalty.Rules;

/// <summary>Every condition holds, fails, and is unknown where a fact is missing.</summary>
public sealed class ConditionTests
{
    private static readonly CompiledProgram Club = CompiledProgram.Load(Program(Base));
    private static readonly Condition Yes = new TierCondition { AtLeast = "base" };
    private static readonly Condition No = new TierCondition { In = ["base"] };
    private static readonly Condition Unknown = new SegmentCondition { Segmentation = "nobody", In = ["x"] };

    public static TheoryData<Condition, Truth> OnARichOrder => new()
    {
        { new AmountCondition { AtLeast = Cny(90) }, Truth.True },
        { new AmountCondition { AtLeast = Cny(90.01m) }, Truth.False },
        { new AmountCondition { Above = Cny(90) }, Truth.False },
        { new AmountCondition { Above = Cny(89.99m), AtMost = Cny(90) }, Truth.True },
        { new AmountCondition { Below = Cny(90) }, Truth.False },
        { new AmountCondition { AtLeast = new Money(1, new Currency("USD")) }, Truth.Unknown },
        { new AmountCondition { Lines = Under("coffee"), AtMost = Cny(60) }, Truth.True },
        { new QuantityCondition { AtLeast = 6 }, Truth.True },
        { new QuantityCondition { AtMost = 5 }, Truth.False },
        { new QuantityCondition { Lines = new LineFilter { Brands = ["Acme"] }, AtLeast = 3, AtMost = 3 }, Truth.True },
        { new AnyLineCondition { Lines = Under("coffee") }, Truth.True },
        { new AnyLineCondition { Lines = Under("cof") }, Truth.Unknown },
        { new EveryLineCondition { Lines = Under("coffee") }, Truth.Unknown },
        { new EveryLineCondition { Lines = Under("tea") }, Truth.False },
        { new EveryLineCondition { Lines = new LineFilter { NotUnder = ["tobacco"] } }, Truth.Unknown },
        { new OrderFieldCondition { Field = OrderField.Channel, In = ["app", "web"] }, Truth.True },
        { new OrderFieldCondition { Field = OrderField.Store, In = ["S1"] }, Truth.False },
        { new OrderFieldCondition { Field = OrderField.Payment, In = ["card"] }, Truth.Unknown },
        { new AttributeCondition { Name = "city", In = ["Xi'an"] }, Truth.True },
        { new AttributeCondition { Name = "city", In = ["Lyon"] }, Truth.False },
        { new AttributeCondition { Name = "job", In = ["baker"] }, Truth.Unknown },
        { new SegmentCondition { Segmentation = "rfm", In = ["champions"] }, Truth.True },
        { new SegmentCondition { Segmentation = "rfm", In = ["lost"] }, Truth.False },
        { new SegmentCondition { Segmentation = "abc", In = ["A"] }, Truth.Unknown },
        { new EventAttributeCondition { Name = "stars", In = ["5"] }, Truth.Unknown },
        { new TierCondition { In = ["silver"] }, Truth.True },
        { new TierCondition { AtLeast = "gold" }, Truth.False },
        { new WindowCondition { Window = new RuleWindow { Weekdays = [IsoDayOfWeek.Monday] } }, Truth.True },
        { new WindowCondition { Window = new RuleWindow { Weekdays = [IsoDayOfWeek.Tuesday] } }, Truth.False },
        { new PurchaseNumberCondition { Is = 10 }, Truth.True },
        { new PurchaseNumberCondition { Is = 9 }, Truth.False },
        { new PurchaseNumberCondition { Every = 5 }, Truth.True },
        { new PurchaseNumberCondition { Every = 4 }, Truth.False },
        { new SinceLastPurchaseCondition { AtLeastDays = 31 }, Truth.True },
        { new SinceLastPurchaseCondition { AtLeastDays = 32 }, Truth.False },
        { new MemberForCondition { AtLeastDays = 365 }, Truth.True },
        { new MemberForCondition { BelowDays = 365 }, Truth.False },
        { new BirthdayCondition(), Truth.False },
        { new BirthdayCondition { DaysBefore = 2 }, Truth.True },
        { new BirthdayCondition { DaysAfter = 2 }, Truth.False },
        { new BirthdayCondition { WholeMonth = true }, Truth.True },
        { new BirthdayCondition { WholeMonth = true, VerifiedDaysBefore = 31 }, Truth.True },
        { new BirthdayCondition { WholeMonth = true, VerifiedDaysBefore = 32 }, Truth.False },
        { new AnniversaryCondition(), Truth.True },
        { new AnniversaryCondition { FromYear = 2 }, Truth.False },
        { new CountCondition { Of = EventTypes.OrderPaid, Reaches = 4 }, Truth.True },
        { new CountCondition { Of = EventTypes.OrderPaid, Every = 3 }, Truth.False },
        { new CountCondition { Of = EventTypes.OrderPaid, Period = CivilPeriod.LocalWeek, Reaches = 1 }, Truth.True },
        { new StreakCondition { Of = EventTypes.OrderPaid, Unit = CivilPeriod.LocalWeek, Length = 3 }, Truth.True },
        { new StreakCondition { Of = EventTypes.OrderPaid, Unit = CivilPeriod.LocalWeek, Length = 2 }, Truth.False },
        { new StreakCondition { Of = EventTypes.OrderPaid, Unit = CivilPeriod.LocalDay, Length = 3 }, Truth.True },
        { new RefereeFirstOrderCondition { AtLeast = Cny(1) }, Truth.Unknown },
        { new SameIdentityCondition { Of = ["phone"] }, Truth.Unknown },
        { new ReferralCycleCondition(), Truth.Unknown },
        { new AllCondition { Of = [Yes, Unknown] }, Truth.Unknown },
        { new AllCondition { Of = [Unknown, No] }, Truth.False },
        { new AllCondition { Of = [Yes, Yes] }, Truth.True },
        { new AnyCondition { Of = [No, Unknown] }, Truth.Unknown },
        { new AnyCondition { Of = [Unknown, Yes] }, Truth.True },
        { new AnyCondition { Of = [No, No] }, Truth.False },
        { new NotCondition { Of = Unknown }, Truth.Unknown },
        { new NotCondition { Of = Yes }, Truth.False },
        { new NotCondition { Of = No }, Truth.True },
    };

    [Theory]
    [MemberData(nameof(OnARichOrder))]
    public void A_condition_is_true_false_or_unknown(Condition condition, Truth truth)
    {
        RuleFacts facts = Rich().For(Club);
        Assert.Equal(truth, condition.Test(facts));
        foreach (LocalizedText text in new[] { condition.Describe(), condition.Actual(facts) })
        {
            Assert.NotEqual("", text.English);
            Assert.NotEqual("", text.Chinese);
        }
    }

    [Fact]
    public void Without_an_order_or_a_profile_conditions_are_unknown()
    {
        CustomEvent happened = new() { Key = "k", Member = new CustomerId("m"), OccurredAt = At("2026-06-01T04:00:00Z"), Name = "review", Attributes = new Dictionary<string, string> { ["stars"] = "5" } };
        RuleFacts facts = new RuleFacts(happened, Club.Calendar.LocalOf(happened.OccurredAt), new ShopMember { TierRank = -1 }, null).For(Club);
        Condition[] conditions =
        [
            new AmountCondition { AtLeast = Cny(1) }, new QuantityCondition { AtLeast = 1 }, new AnyLineCondition { Lines = LineFilter.All }, new EveryLineCondition { Lines = LineFilter.All },
            new OrderFieldCondition { Field = OrderField.Store, In = ["S1"] }, new PurchaseNumberCondition { Is = 1 }, new TierCondition { AtLeast = "base" }, new BirthdayCondition(),
            new AnniversaryCondition(), new MemberForCondition { AtLeastDays = 1 }, new AttributeCondition { Name = "city", In = ["x"] },
        ];
        Assert.All(conditions, condition => Assert.Equal(Truth.Unknown, condition.Test(facts)));
        Assert.Equal(Truth.True, new EventAttributeCondition { Name = "stars", In = ["4", "5"] }.Test(facts));
        Assert.Equal(Truth.False, new SinceLastPurchaseCondition { AtLeastDays = 1 }.Test(facts));
    }

    [Theory]
    [InlineData(100, "p1", false, Truth.True, Truth.False, Truth.False)]
    [InlineData(99.99, "p2", true, Truth.False, Truth.True, Truth.True)]
    public void A_referral_is_known_by_its_two(double first, string phone, bool cycle, Truth large, Truth same, Truth isCycle)
    {
        ShopMember referee = new() { Profile = new MemberProfile { IdentityHashes = new Dictionary<string, string> { ["phone"] = "p2" } } };
        ShopMember referrer = new() { Profile = new MemberProfile { IdentityHashes = new Dictionary<string, string> { ["phone"] = phone, ["address"] = "a" } } };
        RuleFacts facts = Referred(Club, referee, new ReferralFacts { Referrer = referrer, RefereeFirstOrder = Cny((decimal)first), IsCycle = cycle }).For(Club);
        Assert.Equal(large, new RefereeFirstOrderCondition { AtLeast = Cny(100) }.Test(facts));
        Assert.Equal(same, new SameIdentityCondition { Of = ["address", "phone"] }.Test(facts));
        Assert.Equal(isCycle, new ReferralCycleCondition().Test(facts));
    }

    [Fact]
    public void Conditions_of_different_content_have_different_hashes()
    {
        string[] hashes = [.. OnARichOrder.Select(row => HashOf((Condition)row[0])).Distinct()];
        Assert.Equal(OnARichOrder.Count, hashes.Length);
        Assert.Equal(HashOf(new AmountCondition { AtLeast = Cny(1.50m) }), HashOf(new AmountCondition { AtLeast = Cny(1.5m) }));
    }

    [Theory]
    [InlineData("2026-06-17T22:00", false)]
    [InlineData("2026-06-18T21:59", false)]
    [InlineData("2026-06-18T22:00", true)]
    [InlineData("2026-06-19T01:59", true)]
    [InlineData("2026-06-19T02:00", false)]
    public void Hours_over_midnight_belong_to_the_day_on_which_they_begin(string moment, bool isIn)
    {
        RuleWindow night = new() { Days = new DayRange { From = new LocalDate(2026, 6, 18), To = new LocalDate(2026, 6, 19) }, DailyFrom = new LocalTime(22, 0), DailyTo = new LocalTime(2, 0) };
        LocalDateTime at = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(moment).Value;
        Assert.Equal(isIn, night.Contains(at));
        Assert.Equal(isIn, (night with { Days = DayRange.Always, Weekdays = [IsoDayOfWeek.Thursday] }).Contains(at));
    }

    [Theory]
    [InlineData(2026, 2, 28, true)]
    [InlineData(2024, 2, 28, false)]
    [InlineData(2024, 2, 29, true)]
    [InlineData(2024, 3, 15, true)]
    [InlineData(2024, 3, 16, false)]
    public void Days_of_the_month_count_from_either_end(int year, int month, int day, bool isIn) =>
        Assert.Equal(isIn, new RuleWindow { MonthDays = [15, -1] }.Contains(new LocalDate(year, month, day).AtMidnight()));

    [Fact]
    public void Civil_days_are_those_of_the_calendar()
    {
        for (LocalDate day = new(1895, 1, 1); day.Year < 2110; day = day.PlusDays(17))
        {
            Assert.Equal(Period.DaysBetween(new LocalDate(1970, 1, 1), day), CivilDays.NumberOf(day));
            Assert.Equal(day.DayOfWeek, CivilDays.WeekdayOf(day));
        }
    }

    [Fact]
    public void A_day_near_an_anniversary_is_found_by_the_calendar_too()
    {
        foreach (LocalDate origin in new[] { new LocalDate(2000, 2, 29), new LocalDate(1999, 12, 31), new LocalDate(2001, 1, 1), new LocalDate(2000, 7, 15) })
        {
            foreach ((int before, int after) in new[] { (0, 0), (3, 1), (0, 14), (60, 30), (182, 182) })
            {
                for (LocalDate day = new(2023, 12, 1); day.Year < 2025; day = day.PlusDays(1))
                {
                    bool expected = Enumerable.Range(2022, 5).Select(year => Club.Calendar.Anniversary(origin, year))
                        .Any(anniversary => Period.DaysBetween(day, anniversary) <= before && Period.DaysBetween(anniversary, day) <= after);
                    Assert.Equal(expected, Anniversaries.IsNear(Club.Calendar, origin, day, before, after, 0));
                }
            }
        }
    }

    internal static string HashOf(Condition condition)
    {
        ContentWriter writer = new();
        condition.WriteTo(writer);
        return writer.Hash();
    }

    /// <summary>The tenth order, on Monday 1 June 2026, two days before the birthday and on the first anniversary; three orders before in three weeks in a row.</summary>
    private static RuleFacts Rich() => Paid(
        Club,
        Order(Line("1", 60, "coffee/beans", 3, "P1", "Acme"), Line("2", 30, null, 3), Line("3", 500) with { Eligible = false }) with { Channel = "web", Store = "S2" },
        new ShopMember
        {
            TierRank = 1,
            Joined = new LocalDate(2025, 6, 1),
            Purchases = 9,
            LastPurchase = new LocalDate(2026, 5, 1),
            Days = [new LocalDate(2026, 5, 19), new LocalDate(2026, 5, 30), new LocalDate(2026, 5, 31)],
            Profile = new MemberProfile
            {
                Birthday = new LocalDate(1990, 6, 3),
                BirthdayVerifiedAt = At("2026-05-01T04:00:00Z"),
                Attributes = new Dictionary<string, string> { ["city"] = "Xi'an" },
                Segments = new Dictionary<string, string> { ["rfm"] = "champions" },
            },
        });
}
