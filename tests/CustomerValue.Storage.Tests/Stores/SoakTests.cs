using System.Diagnostics;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;
using Xunit.Abstractions;

namespace CustomerValue.Tests.Stores;

/// <summary>T19: a store that has grown, by default a small one. It says how long balances, opening and scans take; what it asserts is that they are right and go by indexes.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Heavy = 10_000;
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));
    private static readonly Instant Start = Club.At("2025-01-01");
    private static readonly Instant End = Club.At("2026-01-01");
    private static readonly CustomerId Old = new("old");

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_store_that_has_grown_answers_as_fast_as_a_small_one(StoreKind kind)
    {
        int entries = LongTests.Asked ? 10_000_000 : 40_000;
        int members = Math.Max(400, entries / 100);
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.Open();
        Stopwatch watch = Stopwatch.StartNew();
        Fill(store, entries, members);
        Say($"{entries:N0} entries of {members:N0} members written", watch);
        test.Run(kind == StoreKind.Sqlite ? "ANALYZE" : "VACUUM ANALYZE");
        output.WriteLine($"{test.Size() / (double)entries:N0} bytes an entry");

        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Balance(new("m1"), End);
        PointsBalance old = default!;
        Say("a member with 10,000 entries opened", Best(200, () => old = LoyaltyLedger.Open(Programs, store).Balance(Old, End)));
        Assert.Equal(20, old.Lots.Count);
        Assert.Equal(200, old.Available);
        Say("the same from his first entry", Best(5, () => Assert.Equal(200, LoyaltyLedger.Open(Programs, store, snapshots: long.MaxValue).Balance(Old, End).Available)));
        Say("balance of a member who is not known here", Each(200, at => ledger.Balance(new("m" + Text(2 + (at * (members / 250)))), End)));
        Say("balance of a member who is known here", Each(200, _ => ledger.Balance(Old, End)));
        int expiring = 0;
        Say("lots that expire within twenty days", Best(10, () => expiring = store.Expiring(End + Duration.FromDays(355), End + Duration.FromDays(375)).Count()));
        output.WriteLine($"{expiring} lots");
        Assert.NotEqual(0, expiring);
        Assert.Contains("lot_expiring", test.Plan(store.Sql.Expiring, SqlValues.Of(End + Duration.FromDays(355)), SqlValues.Of(End + Duration.FromDays(375))), StringComparison.Ordinal);
        Assert.Null(ledger.Verify(Old));
        Assert.Null(ledger.Verify(new CustomerId("m7")));
    }

    private static void Fill(SqlLoyaltyStore store, int entries, int members)
    {
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        Duration step = Duration.FromNanoseconds((End - Start).ToInt64Nanoseconds() / entries);
        List<LoyaltyEvent> some = [];
        int old = 0;
        for (int at = 0; at < entries; at++)
        {
            bool isOld = at % (entries / Heavy) == 0 && old < Heavy;
            CustomerId member = isOld ? Old : new("m" + Text(at % members));
            // Of the old member's points all but those of the last twenty earnings are spent; the others keep half of theirs.
            int round = isOld ? old++ : at / members;
            bool spends = isOld ? round % 2 == 1 && round < Heavy - 20 : round % 4 == 1;
            string key = Text(at);
            Instant time = Start + (step * at);
            some.Add(spends
                ? new PointsRedeemed { Key = key, Member = member, OccurredAt = time, Points = 10, Source = key }
                : new PointsEarned { Key = key, Member = member, OccurredAt = time, Points = 10, Source = key });
            if (some.Count < 1_000 && at < entries - 1)
                continue;
            Assert.All(ledger.Handle(some), answer => Assert.True(answer.IsAccepted));
            some.Clear();
        }
    }

    private static TimeSpan Best(int times, Action work)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int at = 0; at < times; at++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static TimeSpan Each(int times, Action<int> work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        for (int at = 0; at < times; at++)
            work(at);
        return watch.Elapsed / times;
    }

    private void Say(string what, Stopwatch watch) => Say(what, watch.Elapsed);

    private void Say(string what, TimeSpan time) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:N3} ms"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
