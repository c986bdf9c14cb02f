using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Loyalty.Scenarios;

/// <summary>The reference programme P0 and a ledger of it, in the words of the scenarios: local times of Shanghai, points, one member unless said.</summary>
internal sealed class Club
{
    private int keys;

    public Club(Func<LoyaltyProgram, LoyaltyProgram>? change = null)
    {
        LoyaltyProgram program = Reference;
        Program = CompiledProgram.Load(change is null ? program : change(program));
        Ledger = Ledgers.Open(new ProgramVersions(Program));
    }

    public static EarnEffect BaseEarn { get; } = new() { Points = 1, Per = Yuan(1), Qualifying = true };

    public static LoyaltyProgram Reference { get; } = new()
    {
        Id = "p0",
        Version = "1",
        TimeZone = "Asia/Shanghai",
        Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) } }],
        Tiers = new() { Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 2000 }, new() { Id = "gold", From = 5000 }] },
        Rules =
        [
            new() { Id = "base", On = EventTypes.OrderPaid, Then = [BaseEarn] },
            new() { Id = "tier", On = EventTypes.OrderPaid, Priority = 10, Then = [new BonusEffect { FactorByTier = new Dictionary<string, decimal> { ["silver"] = 1.25m, ["gold"] = 1.5m } }] },
            new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
        ],
    };

    public CompiledProgram Program { get; }

    public LoyaltyLedger Ledger { get; }

    public static Money Yuan(decimal amount) => new(amount, new Currency("CNY"));

    /// <summary>A local time of Shanghai such as <c>2026-01-10 12:00</c>, a day (noon), or an instant that ends with Z.</summary>
    public static Instant At(string time) => time.EndsWith('Z')
        ? InstantPattern.ExtendedIso.Parse(time).Value
        : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(time.Length == 10 ? time + " 12:00" : time).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    public static ExpiryTerms Through(string day) => new() { Kind = ExpiryKind.FixedDate, Date = LocalDatePattern.Iso.Parse(day).Value };

    public string Key() => "key" + (++keys).ToString(CultureInfo.InvariantCulture);

    public LedgerAnswer Earn(string time, decimal points, ExpiryTerms? expiry = null, string member = "m", string? key = null, string? source = null, string? recorded = null, bool qualifying = false, Period? pending = null) =>
        Ledger.Handle(new PointsEarned { Key = key ?? Key(), Member = new(member), OccurredAt = At(time), RecordedAt = recorded is null ? null : At(recorded), Points = points, Expiry = expiry, Source = source, Rule = "base", Qualifying = qualifying, Pending = pending });

    public LedgerAnswer Order(string time, string id, decimal amount, string member = "m", string? recorded = null, string? category = null, string? key = null) => Order(time, id, [Line("1", amount, category)], member, recorded, key);

    public LedgerAnswer Order(string time, string id, OrderLine[] lines, string member = "m", string? recorded = null, string? key = null) =>
        Ledger.Handle(new OrderPaid { Key = key ?? Key(), Member = new(member), OccurredAt = At(time), RecordedAt = recorded is null ? null : At(recorded), Order = new Order { Id = id, Lines = lines } });

    public static OrderLine Line(string id, decimal amount, string? category = null) => new() { Id = id, Amount = Yuan(amount), Category = category };

    public LedgerAnswer Refund(string time, string id, decimal share, string member = "m", string? key = null) =>
        Ledger.Handle(new OrderRefunded { Key = key ?? Key(), Member = new(member), OccurredAt = At(time), OrderId = id, Share = share });

    public LedgerAnswer RefundAmount(string time, string id, decimal amount, string member = "m") =>
        Ledger.Handle(new OrderRefunded { Key = Key(), Member = new(member), OccurredAt = At(time), OrderId = id, Lines = [new("1", Yuan(amount))] });

    public LedgerAnswer Redeem(string time, decimal points, string source = "gift", string member = "m", string? key = null, string? recorded = null) =>
        Ledger.Handle(new PointsRedeemed { Key = key ?? Key(), Member = new(member), OccurredAt = At(time), RecordedAt = recorded is null ? null : At(recorded), Points = points, Source = source });

    public LedgerAnswer Cancel(string time, string source = "gift", decimal? points = null, string member = "m") =>
        Ledger.Handle(new RedemptionCancelled { Key = Key(), Member = new(member), OccurredAt = At(time), Source = source, Points = points });

    public LedgerAnswer Hold(string time, decimal points, string hold) => Ledger.Handle(new PointsHeld { Key = Key(), Member = new("m"), OccurredAt = At(time), Points = points, Hold = hold });

    public LedgerAnswer Capture(string time, string hold, decimal? points = null) => Ledger.Handle(new HoldCaptured { Key = Key(), Member = new("m"), OccurredAt = At(time), Hold = hold, Points = points });

    public LedgerAnswer Void(string time, string hold) => Ledger.Handle(new HoldVoided { Key = Key(), Member = new("m"), OccurredAt = At(time), Hold = hold });

    public PointsBalance Balance(string time, string member = "m", string? wallet = null, string? known = null) => Ledger.Balance(new(member), At(time), wallet, known is null ? null : At(known));

    public TierState Tier(string time, string member = "m") => Ledger.Tier(new(member), At(time))!;

    /// <summary>Available, pending, held and debt, in this order, as the scenarios write them.</summary>
    public string State(string time, string member = "m")
    {
        PointsBalance balance = Balance(time, member);
        Assert.Null(Ledger.Verify());
        return string.Format(CultureInfo.InvariantCulture, "{0} / {1} / {2} / {3}", balance.Available, balance.Pending, balance.Held, balance.Debt);
    }
}
