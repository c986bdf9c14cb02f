using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Stores;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>T20: a thousand members, whom several writers serve, want thirty points each of one budget of ten thousand.</summary>
public sealed class BudgetTests
{
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_budget_that_all_want_is_used_to_the_point_and_never_overdrawn(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        ProgramVersions programs = Workload.Programs(10_000);
        // Two writers by themselves, and two of groups, each with a cache of its own.
        Task[] plain = [.. Enumerable.Range(0, 2).Select(writer => Task.Factory.StartNew(
            () =>
            {
                LoyaltyLedger ledger = LoyaltyLedger.Open(programs, test.Open());
                for (int at = writer * 250; at < (writer + 1) * 250; at++)
                    Assert.True(ledger.Handle(Workload.Order("k" + at, "m" + at, "o" + at, 10)).IsAccepted);
            },
            TaskCreationOptions.LongRunning))];
        await using (LoyaltyWriter groups = new(programs, test.Open(), new() { Lanes = 2 }))
        {
            LedgerAnswer[] answers = await Task.WhenAll(Enumerable.Range(500, 500).Select(at => groups.HandleAsync(Workload.Order("k" + at, "m" + at, "o" + at, 10))));
            Assert.All(answers, answer => Assert.True(answer.IsAccepted));
        }

        await Task.WhenAll(plain);
        LoyaltyLedger all = LoyaltyLedger.Open(programs, test.Open());
        Instant later = Instant.FromUtc(2026, 2, 1, 0, 0);
        long[] balances = [.. Enumerable.Range(0, 1000).Select(at => all.Balance(new("m" + at), later).Available)];
        Assert.Equal((333, 1, 666), (balances.Count(balance => balance == 30), balances.Count(balance => balance == 10), balances.Count(balance => balance == 0)));
        Assert.Equal(10_000, all.Totals(later).Issued);
        Assert.Equal(10_000L, Convert.ToInt64(test.Run("SELECT sum(used) FROM {p}counter"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(all.Verify());
    }
}
