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

/// <summary>The ledger in memory on one thread, by the command, from an empty ledger to one of 60,000 commands of 2,000 members (2 µs are 500,000 a second): orders of one line under one rule with spending, holding and capturing; the same with refunds; earning and spending without rules. And the balance of a member with a long life.</summary>
[Config(typeof(ShortJob))]
[MemoryDiagnoser]
public class LoyaltyLedgers
{
    private const int Commands = 60_000, MembersOfMix = 2_000;
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private readonly LoyaltyEvent[] orders = new LoyaltyEvent[Commands];
    private readonly LoyaltyEvent[] refunds = new LoyaltyEvent[Commands];
    private readonly LoyaltyEvent[] grants = new LoyaltyEvent[Commands];
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
        {
            orders[at] = OfOrders(at, yuan);
            refunds[at] = at % 10 == 9 ? Refund(at) : OfOrders(at, yuan);
            grants[at] = OfGrants(at);
        }

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
        // Commands that are refused would cost less than those that are done.
        if (Handled(orders) + Handled(refunds) + Handled(grants) != 3 * Commands || Balance() != 200)
            throw new InvalidOperationException("A command was refused.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Commands)]
    public int Orders() => Handled(orders);

    [Benchmark(OperationsPerInvoke = Commands)]
    public int OrdersAndRefunds() => Handled(refunds);

    [Benchmark(OperationsPerInvoke = Commands)]
    public int EarnAndRedeem() => Handled(grants);

    [Benchmark]
    public long Balance() => old.Balance(new("old"), Start + Duration.FromDays(30)).Available;

    private int Handled(LoyaltyEvent[] commands)
    {
        LoyaltyLedger ledger = new(new ProgramVersions(program));
        int done = 0;
        foreach (LoyaltyEvent command in commands)
            done += ledger.Handle(command).IsAccepted ? 1 : 0;
        return done;
    }

    /// <summary>Of ten commands of a member five are orders of 25 points, two spend 15, one holds 10, one captures them; the last one spends 5.</summary>
    private static LoyaltyEvent OfOrders(int at, Currency yuan) => (at % 10) switch
    {
        5 or 6 => Redeemed(at, 15),
        7 => new PointsHeld { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), Points = 10, Hold = Text(at / 10) },
        8 => new HoldCaptured { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), Hold = Text(at / 10) },
        9 => Redeemed(at, 5),
        _ => new OrderPaid { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), Order = new() { Id = Text(at), Lines = [new() { Id = "1", Amount = new(25, yuan) }] } },
    };

    /// <summary>Half of the member's last order is paid back.</summary>
    private static OrderRefunded Refund(int at) => new() { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), OrderId = Text(at - 5), Share = 0.5m };

    private static LoyaltyEvent OfGrants(int at) => at % 2 == 0
        ? new PointsEarned { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), Points = 20 }
        : Redeemed(at, 15);

    private static PointsRedeemed Redeemed(int at, decimal points) => new() { Key = Text(at), Member = Member(at / 10), OccurredAt = Time(at), Points = points, Source = Text(at) };

    private static CustomerId Member(int round) => new("m" + Text(round % MembersOfMix));

    private static Instant Time(int at) => Start + Duration.FromSeconds(at);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
