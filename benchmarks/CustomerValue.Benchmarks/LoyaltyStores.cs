using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>
/// The ledger in a database, by the command, beside prepared INSERTs of the same rows into the same tables of another database, with the same constraints and the same number of
/// commands in a transaction: orders, spending, holds of 2,000 members. "postgresql 4" has four connections at once, each with members of its own. PostgreSQL is measured
/// where CUSTOMERVALUE_POSTGRES names a server; its schemas benchmark_ledger and benchmark_raw are dropped.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 5)]
public class LoyaltyStores
{
    private const int Members = 2_000;
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private LoyaltyEvent[][] lanes = [];
    private ProgramVersions programs = null!;
    private BenchmarkStore ledgers = null!;
    private BenchmarkStore raw = null!;
    private RecordedRows rows = null!;

    [ParamsSource(nameof(Targets))]
    public string Store { get; set; } = "sqlite 1";

    [Params(1, 100, 1_000)]
    public int Batch { get; set; }

    public static IEnumerable<string> Targets => BenchmarkStore.Server is null ? ["sqlite 1"] : ["sqlite 1", "postgresql 1", "postgresql 4", "postgresql 16"];

    private int Commands => Batch == 1 ? 4_000 : 20_000;

    [GlobalSetup]
    public void Setup()
    {
        Currency yuan = new("CNY");
        programs = new ProgramVersions(CompiledProgram.Load(new LoyaltyProgram
        {
            Id = "club",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) } }],
            Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 1, Per = new(1, yuan) }] }],
        }));
        int count = int.Parse(Store.Split(' ')[1], CultureInfo.InvariantCulture);
        lanes = [.. Enumerable.Range(0, count).Select(lane => Enumerable.Range(0, Commands).Where(at => at / 10 % count == lane).Select(at => Event(at, yuan)).ToArray())];
        rows = new RecordedRows();
        LoyaltyLedger recorded = LoyaltyLedger.Open(programs, rows);
        for (int lane = 0; lane < count; lane++)
        {
            rows.Begin();
            foreach (LoyaltyEvent[] batch in lanes[lane].Chunk(Batch))
            {
                // Commands that are refused would cost less than those that are done.
                if (!recorded.Handle(batch).All(answer => answer.IsAccepted))
                    throw new InvalidOperationException("A command was refused.");
            }
        }

        ledgers = BenchmarkStore.Of(Store, "benchmark_ledger");
        raw = BenchmarkStore.Of(Store, "benchmark_raw");
    }

    [IterationSetup]
    public void Empty()
    {
        ledgers.Empty();
        raw.Empty();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        ledgers.Dispose();
        raw.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void RawInserts() => Parallel(lane => rows.Insert(lane, raw));

    [Benchmark]
    public void Ledger() => Parallel(lane =>
    {
        LoyaltyLedger ledger = LoyaltyLedger.Open(programs, ledgers.Store);
        if (Batch == 1)
        {
            foreach (LoyaltyEvent happened in lanes[lane])
                ledger.Handle(happened);
            return;
        }

        foreach (LoyaltyEvent[] batch in lanes[lane].Chunk(Batch))
            ledger.Handle(batch);
    });

    private void Parallel(Action<int> work)
    {
        Thread[] threads = [.. Enumerable.Range(0, lanes.Length).Select(lane => new Thread(() => work(lane)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
    }

    /// <summary>Of ten commands of a member five are orders of 25 points, two spend 15, one holds 10, one captures them; the last one spends 5.</summary>
    private static LoyaltyEvent Event(int at, Currency yuan) => (at % 10) switch
    {
        5 or 6 => Redeemed(at, 15),
        7 => new PointsHeld { Key = Text(at), Member = Member(at), OccurredAt = Time(at), Points = 10, Hold = Text(at / 10) },
        8 => new HoldCaptured { Key = Text(at), Member = Member(at), OccurredAt = Time(at), Hold = Text(at / 10) },
        9 => Redeemed(at, 5),
        _ => new OrderPaid { Key = Text(at), Member = Member(at), OccurredAt = Time(at), Order = new() { Id = Text(at), Lines = [new() { Id = "1", Amount = new(25, yuan) }] } },
    };

    private static PointsRedeemed Redeemed(int at, decimal points) => new() { Key = Text(at), Member = Member(at), OccurredAt = Time(at), Points = points, Source = Text(at) };

    private static CustomerId Member(int at) => new("m" + Text(at / 10 % Members));

    private static Instant Time(int at) => Start + Duration.FromSeconds(at);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
