using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Stores;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>T6: S04 and A3 by processes that do not know of each other.</summary>
public sealed class ProcessTests
{
    private static readonly Instant Later = Instant.FromUtc(2026, 2, 1, 0, 0);

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 2)]
    [InlineData(StoreKind.Sqlite, 8)]
    [InlineData(StoreKind.Sqlite, 64)]
    [InlineData(StoreKind.PostgreSql, 2)]
    [InlineData(StoreKind.PostgreSql, 8)]
    [InlineData(StoreKind.PostgreSql, 64)]
    public void S04_points_are_spent_once(StoreKind kind, int processes)
    {
        // Two want 80 of 100; more want 30 each of 100, of which three get them.
        int points = processes == 2 ? 80 : 30;
        (LoyaltyLedger ledger, IReadOnlyList<string> lines) = Run(kind, processes, 0, at => ["redeem", "r" + at, points]);
        int served = 100 / points;
        Assert.Equal(served, lines.Count(line => line.Contains(" accepted ", StringComparison.Ordinal)));
        Assert.Equal(processes - served, lines.Count(line => line.Contains(" InsufficientPoints ", StringComparison.Ordinal)));
        Assert.Equal((100 - (served * points), served * points), Spent(ledger));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 8)]
    [InlineData(StoreKind.Sqlite, 64)]
    [InlineData(StoreKind.PostgreSql, 8)]
    [InlineData(StoreKind.PostgreSql, 64)]
    public void S04_one_redemption_that_all_send_is_one_debit_and_equal_answers(StoreKind kind, int processes)
    {
        (LoyaltyLedger ledger, IReadOnlyList<string> lines) = Run(kind, processes, 0, _ => ["redeem", "r", 30]);
        Assert.Single(lines.Distinct());
        Assert.Equal((70, 30), Spent(ledger));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 2)]
    [InlineData(StoreKind.Sqlite, 8)]
    [InlineData(StoreKind.Sqlite, 64)]
    [InlineData(StoreKind.PostgreSql, 2)]
    [InlineData(StoreKind.PostgreSql, 8)]
    [InlineData(StoreKind.PostgreSql, 64)]
    public void A3_a_budget_is_used_to_the_point(StoreKind kind, int processes)
    {
        (LoyaltyLedger ledger, _) = Run(kind, processes, 1000, at => ["order", 1000, at * 50 / processes, ((at + 1) * 50 / processes) - (at * 50 / processes)]);
        long[] balances = [.. Enumerable.Range(0, 50).Select(at => ledger.Balance(new("m" + at), Later).Available)];
        Assert.Equal((33, 1, 16), (balances.Count(balance => balance == 30), balances.Count(balance => balance == 10), balances.Count(balance => balance == 0)));
    }

    private static (LoyaltyLedger Ledger, IReadOnlyList<string> Lines) Run(StoreKind kind, int processes, int budget, Func<int, object[]> work)
    {
        if (processes == 64)
            LongTests.SkipUnlessAsked();
        TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.Open();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Workload.Programs(budget), store);
        if (budget == 0)
            Assert.True(ledger.Handle(Workload.Earn("earn", "m", 100)).IsAccepted);
        Worker[] workers = [.. Enumerable.Range(0, processes).Select(at => new Worker(test, work(at)))];
        // All are there before the first begins.
        foreach (Worker worker in workers)
            worker.Ready.GetAwaiter().GetResult();
        foreach (Worker worker in workers)
            worker.Go();
        List<string> lines = [.. workers.SelectMany(worker => worker.Lines())];
        Assert.All(workers, worker => Assert.Equal("", worker.Errors.GetAwaiter().GetResult()));
        foreach (Worker worker in workers)
            worker.Dispose();
        Assert.Null(LoyaltyLedger.Open(ledger.Programs, store).Verify());
        return (ledger, lines);
    }

    private static (long Available, long Redeemed) Spent(LoyaltyLedger ledger) => (ledger.Balance(new("m"), Later).Available, ledger.Totals(Later).Redeemed);
}
