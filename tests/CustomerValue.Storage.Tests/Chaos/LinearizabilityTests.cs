using System.Diagnostics;
using System.Globalization;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Stores;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>T5: what 32 threads are answered, who spend and earn and look at the same few members, could have been answered to them one after the other.</summary>
public sealed class LinearizabilityTests
{
    private const int Threads = 32;
    private const int Members = 6;
    private const int Each = 6;
    private static readonly Instant Later = Instant.FromUtc(2026, 2, 1, 0, 0);

    [Fact]
    public void The_search_finds_an_order_where_there_is_one_and_none_where_there_is_not()
    {
        Assert.True(Linearizability.Explains([Earn(0, 1, 5), Redeem(2, 3, 5, true), Look(4, 5, 0)], 0));
        Assert.True(Linearizability.Explains([Redeem(0, 9, 5, true), Earn(1, 2, 5)], 0));
        Assert.True(Linearizability.Explains([Redeem(0, 9, 5, true), Look(1, 9, 5), Look(1, 9, 0), Earn(0, 9, 5)], 0));
        // Spent before it was there.
        Assert.False(Linearizability.Explains([Redeem(0, 1, 5, true), Earn(2, 3, 5)], 0));
        // Spent twice, though at once.
        Assert.False(Linearizability.Explains([Earn(0, 1, 5), Redeem(2, 9, 5, true), Redeem(2, 9, 5, true)], 0));
        // Refused though there was enough all the time.
        Assert.False(Linearizability.Explains([Earn(0, 1, 10), Redeem(2, 9, 5, true), Redeem(2, 9, 5, false)], 0));
        // A look at what was before, by one who asked after it had changed.
        Assert.False(Linearizability.Explains([Earn(0, 1, 5), Look(2, 3, 0)], 0));
        // Two who saw the same two changes in different orders.
        Assert.False(Linearizability.Explains([Earn(0, 9, 5), Earn(0, 9, 7), Look(1, 2, 5), Look(3, 4, 7)], 0));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Answers_to_many_at_once_have_an_order(StoreKind kind)
    {
        for (int round = LongTests.Asked ? 20 : 1; round > 0; round--)
        {
            using TestStore test = TestStore.Of(kind);
            List<Operation>[] histories = [.. Enumerable.Range(0, Members).Select(_ => new List<Operation>())];
            // Half of them have a ledger of their own, as processes do; the others share one.
            LoyaltyLedger shared = LoyaltyLedger.Open(Workload.Programs(), test.Open());
            Exception? failure = null;
            Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
            {
                try
                {
                    LoyaltyLedger ledger = thread % 2 == 0 ? shared : LoyaltyLedger.Open(shared.Programs, test.Open());
                    Random random = new((round * 1000) + thread);
                    for (int at = 0; at < Each; at++)
                    {
                        int member = random.Next(Members);
                        Operation done = Do(ledger, "m" + member.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{thread}-{at}"), random);
                        lock (histories)
                            histories[member].Add(done);
                    }
                }
                catch (Exception error) when (error is not OutOfMemoryException)
                {
                    failure = error;
                }
            }))];
            foreach (Thread thread in threads)
                thread.Start();
            foreach (Thread thread in threads)
                thread.Join();
            Assert.Null(failure);
            for (int member = 0; member < Members; member++)
            {
                Assert.True(Linearizability.Explains(histories[member], 0), $"round {round}, member {member}");
                // The same answers, and one look too many points: the search does look.
                Operation wrong = Look(long.MaxValue - 1, long.MaxValue, shared.Balance(new("m" + member), Later).Available + 1);
                Assert.False(Linearizability.Explains([.. histories[member].Take(63), wrong], 0));
            }

            Assert.Null(shared.Verify());
        }
    }

    private static Operation Do(LoyaltyLedger ledger, string member, string key, Random random)
    {
        int points = random.Next(1, 30);
        int what = random.Next(3);
        long invoked = Stopwatch.GetTimestamp();
        if (what == 0)
        {
            Assert.True(ledger.Handle(Workload.Earn(key, member, points)).IsAccepted);
            return Earn(invoked, Stopwatch.GetTimestamp(), points);
        }

        if (what == 1)
        {
            bool served = ledger.Handle(Workload.Redeem(key, points) with { Member = new(member) }).IsAccepted;
            return Redeem(invoked, Stopwatch.GetTimestamp(), points, served);
        }

        long seen = ledger.Balance(new(member), Later).Available;
        return Look(invoked, Stopwatch.GetTimestamp(), seen);
    }

    private static Operation Earn(long invoked, long returned, long points) => new(invoked, returned, state => state + points);

    private static Operation Redeem(long invoked, long returned, long points, bool served) =>
        new(invoked, returned, state => state >= points == served ? state - (served ? points : 0) : null);

    private static Operation Look(long invoked, long returned, long seen) => new(invoked, returned, state => state == seen ? state : null);
}
