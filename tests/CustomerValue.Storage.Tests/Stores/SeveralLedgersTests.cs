using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty;
using CustomerValue.Tests.Loyalty.Proof;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Stores;

/// <summary>Ledgers that share a store as processes do: each with a cache and connections of its own.</summary>
public sealed class SeveralLedgersTests
{
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Whichever_of_three_ledgers_is_asked_answers_as_one_in_memory(StoreKind kind)
    {
        for (int seed = 0; seed < (kind == StoreKind.Sqlite ? 40 : 10); seed++)
        {
            using TestStore store = TestStore.Of(kind);
            Histories history = new(seed);
            ProgramVersions programs = new(history.Variant.Program);
            LoyaltyLedger memory = new(programs);
            // The third knows nothing from event to event but snapshots.
            LoyaltyLedger[] ledgers = [LoyaltyLedger.Open(programs, store.Open()), LoyaltyLedger.Open(programs, store.Open()), Ledgers.OfSnapshots(programs, store)];
            Random random = new(seed);
            for (int step = 0; step < 25; step++)
            {
                LoyaltyEvent next = history.Next();
                LedgerAnswer expected = memory.Handle(next);
                LedgerAnswer answer = ledgers[random.Next(3)].Handle(next);
                Assert.Equal(expected.Rejection?.Error, answer.Rejection?.Error);
                Assert.Equal(expected.IsReplayed, answer.IsReplayed);
                Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
            }

            foreach (LoyaltyLedger ledger in ledgers)
            {
                Assert.Equal(memory.Digest(), ledger.Digest());
                Assert.Equal(memory.Totals(history.Now), ledger.Totals(history.Now));
                Assert.Null(ledger.Verify());
            }
        }
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Points_are_never_spent_twice_by_ledgers_that_do_not_know_of_each_other(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        ProgramVersions programs = new(CompiledProgram.Load(Club.Reference));
        LoyaltyLedger first = LoyaltyLedger.Open(programs, store.Open());
        first.Handle(new PointsEarned { Key = "earn", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Points = 100 });
        const int Writers = 8;
        LedgerAnswer[][] answers = new LedgerAnswer[Writers][];
        Thread[] threads = [.. Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(programs, store.Open());
            answers[writer] = [.. Enumerable.Range(0, 10).Select(at => ledger.Handle(new PointsRedeemed { Key = $"r{writer}-{at}", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 3, Source = $"g{writer}-{at}" }))];
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal(33, answers.SelectMany(each => each).Count(answer => answer.IsAccepted));
        Assert.All(answers.SelectMany(each => each).Where(answer => !answer.IsAccepted), answer => Assert.Equal(LedgerError.InsufficientPoints, answer.Rejection!.Error));
        Assert.Equal(1, first.Balance(new("m"), Club.At("2026-02-01")).Available);
        Assert.Null(first.Verify());
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Many_ledgers_that_answer_the_same_keys_pay_each_once(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        ProgramVersions programs = new(CompiledProgram.Load(Club.Reference));
        Thread[] threads = [.. Enumerable.Range(0, 6).Select(writer => new Thread(() =>
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(programs, store.Open());
            for (int at = 0; at < 20; at++)
                Assert.True(ledger.Handle(new OrderPaid { Key = $"k{at}", Member = new($"m{at % 5}"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = $"o{at}", Lines = [Club.Line("1", 10)] } }).IsAccepted);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        LoyaltyLedger all = LoyaltyLedger.Open(programs, store.Open());
        Assert.Equal(200, all.Totals(Club.At("2026-02-01")).Issued);
        Assert.Null(all.Verify());
    }
}
