using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Stores;
using NodaTime;
using Xunit.Abstractions;

namespace CustomerValue.Tests.Chaos;

/// <summary>kill -9 at random moments under load: what was answered is there, once, and whoever asks again gets the same answer.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Writers = 2;

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_process_that_is_killed_has_lost_nothing_and_doubled_nothing(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        using SqlLoyaltyStore store = test.Open();
        ProgramVersions programs = Workload.Programs();
        LoyaltyLedger ledger = LoyaltyLedger.Open(programs, store);
        LoyaltyLedger twin = new(programs);
        Random random = new(20261123);
        int[] next = new int[Writers];
        int acknowledged = 0;
        int unheard = 0;
        int rounds = LongTests.Asked ? 200 : 6;
        // On a busy machine a process may be killed before it has answered anything, which proves little; then there are more rounds.
        for (int round = 0; round < rounds || (acknowledged <= 100 && round < 20 * rounds); round++)
        {
            Worker[] workers = [.. Enumerable.Range(0, Writers).Select(seed => new Worker(test, "stream", seed, next[seed]))];
            foreach (Worker worker in workers)
                worker.Go();
            // Mostly under load; now and then before the first answer was given.
            if (round % 5 > 0)
                Task.WaitAll([.. workers.Select(worker => worker.First)], TimeSpan.FromMinutes(1));
            Thread.Sleep(random.Next(5, 300));
            for (int seed = 0; seed < Writers; seed++)
            {
                using Worker worker = workers[seed];
                foreach (string line in worker.Kill())
                {
                    Assert.StartsWith(next[seed].ToString(CultureInfo.InvariantCulture) + " ", line, StringComparison.Ordinal);
                    LedgerAnswer again = ledger.Handle(Workload.Event(seed, next[seed]));
                    Assert.True(again.IsReplayed);
                    Assert.Equal(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], Workload.Told(again));
                    Assert.Equal(twin.Handle(Workload.Event(seed, next[seed]++)).Rejection?.Error, again.Rejection?.Error);
                    acknowledged++;
                }

                // One more may have been written whose answer nobody heard. Now it is there once, either way.
                LoyaltyEvent last = Workload.Event(seed, next[seed]++);
                LedgerAnswer answer = ledger.Handle(last);
                unheard += answer.IsReplayed ? 1 : 0;
                Assert.Equal(twin.Handle(last).Rejection?.Error, answer.Rejection?.Error);
            }

            Assert.Equal(twin.EntryCount, ledger.EntryCount);
            Assert.Equal(twin.Totals(Later), ledger.Totals(Later));
        }

        Assert.All(twin.Members, member => Assert.Equal(twin.Balance(member, Later).Available, ledger.Balance(member, Later).Available));
        Assert.Null(LoyaltyLedger.Open(programs, store).Verify());
        output.WriteLine($"{acknowledged} acknowledged, {unheard} written and not heard of");
        Assert.True(acknowledged > 20, $"{acknowledged} were acknowledged, {unheard} written and not heard of");
    }

    private static Instant Later { get; } = Instant.FromUtc(2026, 2, 1, 0, 0);
}
