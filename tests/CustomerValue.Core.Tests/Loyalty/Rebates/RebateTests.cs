using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Rebates;

/// <summary>2 % of a quarter's purchases, 3 % of all of them for 10 % growth, 5 % for 25 %; paid 30 days after the quarter. Numbers by hand.</summary>
public sealed class RebateTests
{
    private static readonly RebateScheme Scheme = new() { Id = "growth", Wallet = "CASH", Rate = .02m, Levels = [new(.10m, .03m), new(.25m, .05m)], Pending = Period.FromDays(30) };

    private readonly Club club = new(Trade);

    [Fact]
    public void It_accrues_settles_and_is_spent()
    {
        club.Order("2026-01-15", "o1", 10_000);
        Settle("2026-01-31");
        Assert.Equal("0 / 20000 / 0", State("2026-02-01"));
        club.Order("2026-02-15", "o2", 5_000);
        Settle("2026-02-28");
        Settle("2026-02-28");
        Assert.Equal("0 / 30000 / 0", State("2026-03-01"));
        // The quarter ends on 31 March; 30 days after that it can be spent.
        Assert.Equal("0 / 30000 / 0", State("2026-04-30 23:59"));
        Assert.Equal("30000 / 0 / 0", State("2026-05-01 00:00"));
    }

    [Theory]
    [InlineData(RoundingMode.Floor, "2 2 3 3")]
    [InlineData(RoundingMode.Truncate, "2 2 3 3")]
    [InlineData(RoundingMode.Ceiling, "2 3 4 4")]
    [InlineData(RoundingMode.HalfUp, "2 3 4 4")]
    [InlineData(RoundingMode.HalfDown, "2 2 3 4")]
    [InlineData(RoundingMode.HalfEven, "2 2 4 4")]
    public void It_is_rounded_as_the_programme_says(RoundingMode mode, string units)
    {
        // 2, 2.5, 3.5 and 3.52 cents.
        decimal[] amounts = [1, 1.25m, 1.75m, 1.76m];
        string[] due = [.. amounts.Select(amount =>
        {
            Club each = new(program => Trade(program) with { Rounding = new() { Mode = mode } });
            each.Order("2026-01-15", "o", amount);
            Assert.True(each.Ledger.Handle(new RebateSettled { Key = "s", Member = new("m"), OccurredAt = Club.At("2026-01-31"), Scheme = "growth", Day = new(2026, 1, 31) }).IsAccepted);
            return each.Balance("2026-02-01", wallet: "CASH").Pending.ToString(CultureInfo.InvariantCulture);
        })];
        Assert.Equal(units, string.Join(" ", due));
    }

    [Fact]
    public void A_better_rate_is_for_the_whole_period()
    {
        club.Order("2026-01-15", "o1", 10_000);
        club.Order("2026-04-15", "o2", 10_999.99m);
        Assert.Equal((.02m, 10_999.99m, 0.01m), (Statement("2026-04-30").Rate, Statement("2026-04-30").Purchases.Amount, Statement("2026-04-30").ToNext!.Value.Amount));
        Settle("2026-04-30");
        Assert.Equal("0 / 21999 / 0", State("2026-05-01"));
        club.Order("2026-05-15", "o3", 0.01m);
        Assert.Equal((.03m, 330m, .1m), (Statement("2026-05-15").Rate, Statement("2026-05-15").Due.Amount, Statement("2026-05-15").Growth));
        Settle("2026-05-15");
        Assert.Equal("0 / 33000 / 0", State("2026-05-16"));
        club.Order("2026-06-15", "o4", 1_500);
        Settle("2026-07-01", "2026-06-30");
        // 12,500 is 25 % more: 5 % of all of it.
        Assert.Equal("0 / 62500 / 0", State("2026-07-02"));
        Assert.Null(Statement("2026-07-01", "2026-06-30").ToNext);
    }

    [Fact]
    public void A_refund_after_settlement_is_taken_back_at_the_rate_that_is_left()
    {
        club.Order("2026-01-15", "o1", 10_000);
        club.Order("2026-04-15", "o2", 12_500);
        Settle("2026-07-01", "2026-06-30");
        Assert.Equal("62500 / 0 / 0", State("2026-08-01"));
        Spend("2026-08-01", 600);
        // 12,000 is 20 % more: 3 % of it is 360; of the 625 granted 265 go back, 25 from what is left and 240 are owed.
        club.RefundAmount("2026-08-02", "o2", 500);
        LedgerAnswer answer = Settle("2026-08-03", "2026-06-30");
        Assert.Equal([EntryKind.Reverse], answer.Entries.Select(entry => entry.Kind));
        Assert.Equal("0 / 0 / 24000", State("2026-08-03"));
        Assert.Empty(Settle("2026-08-04", "2026-06-30").Entries);
        // All of it comes back: nothing is due, and 600 are owed.
        club.Refund("2026-08-05", "o2", .96m);
        Settle("2026-08-06", "2026-06-30");
        Assert.Equal("0 / 0 / 60000", State("2026-08-07"));
    }

    [Fact]
    public void A_refund_in_the_last_period_is_growth_in_this_one()
    {
        club.Order("2026-01-15", "o1", 10_000);
        club.Order("2026-04-15", "o2", 10_000);
        Assert.Equal(.02m, Statement("2026-06-30").Rate);
        club.Refund("2026-06-29", "o1", .2m);
        Assert.Equal((.05m, .25m), (Statement("2026-06-30").Rate, Statement("2026-06-30").Growth));
    }

    [Fact]
    public void Any_settlements_come_to_the_same_as_one()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Random random = new(seed);
            Club often = new(Trade);
            Club once = new(Trade);
            Instant now = Club.At("2026-01-01");
            for (int at = 0; at < 60; at++)
            {
                now += Duration.FromHours(random.Next(1, 96));
                string id = $"o{random.Next(at + 1)}";
                LoyaltyEvent happened = random.Next(3) == 0
                    ? new OrderRefunded { Key = $"r{at}", Member = new("m"), OccurredAt = now, OrderId = id, Lines = [new("1", Club.Yuan(random.Next(200)))] }
                    : new OrderPaid { Key = $"p{at}", Member = new("m"), OccurredAt = now, Order = new() { Id = $"o{at}", Lines = [Club.Line("1", random.Next(100_000) / 100m)] } };
                often.Ledger.Handle(happened);
                once.Ledger.Handle(happened);
                for (int quarter = 1; random.Next(2) == 0 && quarter <= 10; quarter += 3)
                    Settle(often, $"s{at}-{quarter}", now, new(2026, quarter, 1));
            }

            Instant end = now + Duration.FromDays(1);
            for (int quarter = 1; quarter <= 10; quarter += 3)
            {
                Settle(often, $"s{quarter}", end, new(2026, quarter, 1));
                Settle(once, $"s{quarter}", end, new(2026, quarter, 1));
            }

            Instant later = end + Duration.FromDays(365);
            Assert.Null(often.Ledger.Verify());
            Assert.Equal(once.Ledger.Balance(new("m"), later, "CASH").Available, often.Ledger.Balance(new("m"), later, "CASH").Available);
            decimal due = Enumerable.Range(0, 4).Sum(quarter => decimal.Floor(Of(once, new(2026, 1 + (3 * quarter), 1)).Due.Amount * 100));
            Assert.Equal(due, once.Ledger.Balance(new("m"), later, "CASH").Available);
        }
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        club.Order("2026-01-15", "o1", 10);
        Assert.Equal(LedgerError.UnknownReward, Settle("2026-01-31", scheme: "other").Rejection!.Error);
        club.Order("2026-01-15", "o2", [new() { Id = "1", Amount = new Money(1, new Currency("EUR")) }]);
        Assert.Equal(LedgerError.CurrencyMismatch, Settle("2026-01-31").Rejection!.Error);
        Assert.Throws<ArgumentException>(() => Statement("2026-01-31"));
    }

    [Fact]
    public void A_scheme_that_can_not_work_is_refused_when_it_is_loaded()
    {
        RebateScheme[] wrong =
        [
            Scheme with { Wallet = "PTS" }, Scheme with { Wallet = "X" }, Scheme with { Wallet = null }, Scheme with { Rate = 1.01m }, Scheme with { Rate = -.01m }, Scheme with { Period = CivilPeriod.Ever },
            Scheme with { Period = CivilPeriod.BirthdayYear }, Scheme with { Levels = [new(.2m, .03m), new(.2m, .05m)] }, Scheme with { Levels = [new(.1m, 2)] }, Scheme with { Levels = [new(-1.1m, .05m)] },
            Scheme with { Pending = Period.FromHours(1) }, Scheme with { Id = "a b" },
        ];
        Assert.All(wrong, scheme => Assert.Contains("$.rebates[0]", Assert.Throws<ProgramRejectedException>(() => new Club(program => Trade(program) with { Rebates = [scheme] })).Message));
        Assert.Contains("$.rebates[1].id", Assert.Throws<ProgramRejectedException>(() => new Club(program => Trade(program) with { Rebates = [Scheme, Scheme] })).Message);
    }

    private static LoyaltyProgram Trade(LoyaltyProgram program) => program with
    {
        Wallets = [program.Wallets[0], new() { Id = "CASH", Scale = 2, Currency = new("CNY") }],
        Tiers = null,
        Rules = [],
        Rebates = [Scheme],
    };

    private static RebateStatement Of(Club club, LocalDate day) => Rebate.Of(Scheme, club.Program.Calendar, club.Ledger.Journal(new("m")), day, new("CNY"));

    private static void Settle(Club club, string key, Instant at, LocalDate day) => Assert.True(club.Ledger.Handle(new RebateSettled { Key = key, Member = new("m"), OccurredAt = at, Scheme = "growth", Day = day }).IsAccepted);

    private RebateStatement Statement(string time, string? day = null) => Of(club, NodaTime.Text.LocalDatePattern.Iso.Parse((day ?? time)[..10]).Value);

    private LedgerAnswer Settle(string time, string? day = null, string scheme = "growth") => club.Ledger.Handle(new RebateSettled
    {
        Key = club.Key(),
        Member = new("m"),
        OccurredAt = Club.At(time),
        Scheme = scheme,
        Day = NodaTime.Text.LocalDatePattern.Iso.Parse((day ?? time)[..10]).Value,
    });

    private void Spend(string time, decimal money) => club.Ledger.Handle(new PointsRedeemed { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Wallet = "CASH", Points = money, Source = "x" });

    private string State(string time)
    {
        Assert.Null(club.Ledger.Verify());
        PointsBalance balance = club.Balance(time, wallet: "CASH");
        return $"{balance.Available} / {balance.Pending} / {balance.Debt}";
    }
}
