using System.Globalization;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Random histories: a programme with random policies, and commands that come late, twice, out of order, and for more than there is.</summary>
internal sealed class Histories
{
    private static readonly long Start = 20_000 * NaiveLedger.Day;
    private readonly Random random;
    private readonly List<LoyaltyEvent> given = [];
    private long clock = Start;
    private int names;

    public Histories(int seed)
    {
        random = new Random(seed);
        Variant = Variants[random.Next(Variants.Length)];
        HasJobs = random.Next(2) == 0;
    }

    /// <summary>Programmes under which histories run; each is compiled once.</summary>
    public static (ProgramPolicies Policies, int PendingDays, CompiledProgram Program)[] Variants { get; } = [.. Enumerable.Range(0, 96).Select(Make)];

    public (ProgramPolicies Policies, int PendingDays, CompiledProgram Program) Variant { get; }

    /// <summary>Whether time's work is written down now and then; the clock never goes back then.</summary>
    public bool HasJobs { get; }

    public Instant Now => Global(clock);

    public static Instant Global(long local) => Instant.FromUnixTimeTicks(local - NaiveLedger.Offset);

    /// <summary>A local instant around the history so far, on a half hour or a tick beside it.</summary>
    public long AnyInstant() => Math.Min(clock, Start) - (7 * NaiveLedger.Day) + (random.Next((int)((clock - Start + (20 * NaiveLedger.Day)) / HalfHour)) * HalfHour) - random.Next(2);

    public string AnyMember() => random.Next(3) == 0 ? "b" : "a";

    public bool Chance(int in100) => random.Next(100) < in100;

    public LoyaltyEvent Next()
    {
        if (random.Next(3) > 0)
            clock += random.Next(1, 100) * HalfHour;
        LoyaltyEvent next = given.Count > 0 && Chance(6) ? Again(given[random.Next(given.Count)]) : Fresh();
        given.Add(next);
        return next;
    }

    private static long HalfHour => 18_000_000_000;

    /// <summary>A retry, or a command of another content that uses its key.</summary>
    private LoyaltyEvent Again(LoyaltyEvent old) => Chance(70) ? old with { RecordedAt = Now } : old switch
    {
        PointsEarned earned => earned with { Points = earned.Points + 1 },
        PointsRedeemed redeemed => redeemed with { Points = redeemed.Points + 1 },
        _ => old,
    };

    private LoyaltyEvent Fresh()
    {
        long occurred = Chance(25) ? clock - (random.Next(1, 300) * HalfHour) : clock;
        long? recorded = occurred < clock ? clock : null;
        if (recorded is not null && !HasJobs && Chance(20))
            recorded = clock - (2 * HalfHour);
        (string key, string member) = (Name("k"), AnyMember());
        (Instant at, Instant? known) = (Global(occurred), recorded is { } time ? Global(time) : null);
        return random.Next(13) switch
        {
            0 => new PointsEarned { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Points = random.Next(1, 60), Source = Chance(30) ? "doc" + random.Next(4) : null, Pending = Chance(30) ? Period.FromDays(random.Next(1, 8)) : null, Expiry = Chance(15) ? ExpiryTerms.Never : null },
            1 or 2 or 3 => Order(key, member, at, known),
            4 or 5 => new PointsRedeemed { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Points = random.Next(1, 40), Source = Chance(40) ? Old("o") : Name("s") },
            6 => new RedemptionCancelled { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Source = Chance(50) ? Old("s") : Chance(50) ? Old("o") : Old("h"), Points = Chance(50) ? random.Next(1, 20) : null },
            7 => new PointsHeld { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Points = random.Next(1, 30), Hold = Name("h"), Minutes = 30 * random.Next(1, 200) },
            8 => new HoldCaptured { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Hold = Old("h"), Points = Chance(50) ? random.Next(1, 20) : null },
            9 => new HoldVoided { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Hold = Old("h") },
            10 when Chance(50) => new PointsAdjusted { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Points = Chance(50) ? random.Next(1, 20) : -random.Next(1, 20), Reason = "test" },
            10 => new PointsTransferred { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Points = random.Next(1, 20), To = new(AnyMember()) },
            _ => Refund(key, member, at, known),
        };
    }

    private OrderPaid Order(string key, string member, Instant at, Instant? known)
    {
        List<OrderLine> lines = [Club.Line("0", random.Next(1, 90))];
        if (Chance(50))
            lines.Add(Club.Line("1", random.Next(1, 40), "coffee"));
        return new() { Key = key, Member = new(member), OccurredAt = at, RecordedAt = known, Order = new() { Id = Chance(5) ? Old("o") : Name("o"), Lines = lines } };
    }

    /// <summary>A refund of an order that there is, mostly of its member.</summary>
    private OrderRefunded Refund(string key, string member, Instant at, Instant? known)
    {
        OrderPaid[] orders = [.. given.OfType<OrderPaid>()];
        OrderPaid? order = orders.Length == 0 ? null : orders[random.Next(orders.Length)];
        OrderRefunded refund = new() { Key = key, Member = order is null || Chance(5) ? new(member) : order.Member, OccurredAt = at, RecordedAt = known, OrderId = order?.Order.Id ?? "none" };
        if (order is null || Chance(50))
            return refund with { Share = random.Next(1, 11) / 10m };
        OrderLine line = order.Order.Lines[random.Next(order.Order.Lines.Count)];
        return refund with { Lines = [new(line.Id, Club.Yuan(random.Next(1, (int)line.Amount.Amount + 1)))] };
    }

    private string Name(string kind) => kind + (++names).ToString(CultureInfo.InvariantCulture);

    /// <summary>A name of the kind that was given before, if any was; the newer the likelier.</summary>
    private string Old(string kind)
    {
        string[] known = [.. given.SelectMany(Names).Where(name => name.StartsWith(kind, StringComparison.Ordinal))];
        return known.Length == 0 ? kind + "?" : known[^(1 + random.Next(Math.Min(3, known.Length)))];
    }

    private static string[] Names(LoyaltyEvent happened) => happened switch
    {
        OrderPaid paid => [paid.Order.Id],
        PointsRedeemed redeemed => [redeemed.Source],
        PointsHeld held => [held.Hold],
        _ => [],
    };

    private static (ProgramPolicies Policies, int PendingDays, CompiledProgram Program) Make(int number)
    {
        Random random = new(number);
        int pending = random.Next(3) == 0 ? random.Next(1, 4) : 0;
        ProgramPolicies policies = new()
        {
            ShortfallOnClawback = (ClawbackShortfall)(number % 4),
            EarnReversal = (ReversalPools)(number / 4 % 4),
            NegativeLimit = random.Next(2) == 0 ? random.Next(1, 20) : null,
            RedemptionReversal = (RestoredExpiry)random.Next(2),
            RestoredGraceDays = random.Next(1, 8),
            BackdatedExpiry = (ExpiryFrom)random.Next(2),
            PendingExpiry = (PendingExpiry)random.Next(2),
            Funds = (RedemptionFunds)random.Next(2),
            OnceReversal = (OnceReversal)random.Next(2),
        };
        LoyaltyProgram program = new()
        {
            Id = "random",
            Version = number.ToString(CultureInfo.InvariantCulture),
            TimeZone = "Asia/Shanghai",
            Policies = policies,
            Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(5) } }],
            Rules =
            [
                new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = Club.Yuan(3), Pending = pending > 0 ? Period.FromDays(pending) : null }] },
                new() { Id = "coffee", On = EventTypes.OrderPaid, Priority = 10, When = new AnyLineCondition { Lines = Coffee }, Then = [new BonusEffect { Factor = 3, Lines = Coffee }] },
                new() { Id = "once", On = EventTypes.OrderPaid, Priority = 20, Limit = new(), Then = [new EarnEffect { Points = 7 }] },
                new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
            ],
        };
        return (policies, pending, CompiledProgram.Load(program));
    }

    private static LineFilter Coffee => new() { CategoriesUnder = ["coffee"] };
}
