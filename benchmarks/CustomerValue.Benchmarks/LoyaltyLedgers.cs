using System.Globalization;
using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>The ledger in memory on one thread: a mix of earning, spending, holding, capturing and refunding, by the command; and the balance of a member with a long life.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class LoyaltyLedgers
{
    private const int Commands = 60_000, MembersOfMix = 2_000;
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private readonly LoyaltyEvent[] mix = new LoyaltyEvent[Commands];
    private CompiledProgram program = null!;
    private LoyaltyLedger old = null!;

    [GlobalSetup]
    public void Setup()
    {
        Currency yuan = new("CNY");
        program = CompiledProgram.Load(new LoyaltyProgram
        {
            Id = "club",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) } }],
            Rules =
            [
                new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(1, yuan) }] },
                new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect()] },
            ],
        });
        for (int at = 0; at < Commands; at++)
            mix[at] = Command(at, yuan);

        old = new LoyaltyLedger(new ProgramVersions(program));
        CustomerId member = new("old");
        for (int at = 0; at < 5_000; at++)
        {
            Instant time = Start + Duration.FromMinutes(at);
            string key = at.ToString(CultureInfo.InvariantCulture);
            old.Handle(new PointsEarned { Key = "e" + key, Member = member, OccurredAt = time, Points = 10 });
            if (at < 4_980)
                old.Handle(new PointsRedeemed { Key = "r" + key, Member = member, OccurredAt = time, Points = 10, Source = key });
        }
    }

    [Benchmark(OperationsPerInvoke = Commands)]
    public long Mix()
    {
        LoyaltyLedger ledger = new(new ProgramVersions(program));
        foreach (LoyaltyEvent happened in mix)
            ledger.Handle(happened);
        return ledger.EntryCount;
    }

    [Benchmark]
    public long Balance() => old.Balance(new("old"), Start + Duration.FromDays(30)).Available;

    /// <summary>Of ten commands four earn by a grant, one by an order, two spend, one holds, one captures, one refunds.</summary>
    private static LoyaltyEvent Command(int at, Currency yuan)
    {
        int round = at / 10;
        string name = round.ToString(CultureInfo.InvariantCulture);
        string key = at.ToString(CultureInfo.InvariantCulture);
        CustomerId member = new("m" + (round % MembersOfMix).ToString(CultureInfo.InvariantCulture));
        Instant time = Start + Duration.FromSeconds(at);
        return (at % 10) switch
        {
            4 => new OrderPaid { Key = key, Member = member, OccurredAt = time, Order = new() { Id = name, Lines = [new() { Id = "1", Amount = new(25, yuan) }] } },
            5 or 6 => new PointsRedeemed { Key = key, Member = member, OccurredAt = time, Points = 15, Source = key },
            7 => new PointsHeld { Key = key, Member = member, OccurredAt = time, Points = 10, Hold = name },
            8 => new HoldCaptured { Key = key, Member = member, OccurredAt = time, Hold = name },
            9 => new OrderRefunded { Key = key, Member = member, OccurredAt = time, OrderId = name, Share = 0.5m },
            _ => new PointsEarned { Key = key, Member = member, OccurredAt = time, Points = 20 },
        };
    }
}
