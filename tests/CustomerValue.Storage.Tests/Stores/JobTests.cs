using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Loyalty.Proof;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Stores;

/// <summary>G11 on stores: a job that writes down what time has done may run late, twice, several at once or never, and no answer is another one.</summary>
public sealed class JobTests
{
    private static readonly CustomerId[] Members = [new("a"), new("b")];

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 40)]
    [InlineData(StoreKind.PostgreSql, 10)]
    public void Jobs_change_no_answer(StoreKind kind, int seeds)
    {
        int written = 0;
        for (int seed = 0, run = 0; run < seeds; seed++)
        {
            Histories history = new(seed);
            // In the others clocks go back behind what was recorded.
            if (!history.HasJobs)
                continue;
            run++;
            using TestStore test = TestStore.Of(kind);
            ProgramVersions programs = new(history.Variant.Program);
            LoyaltyLedger never = new(programs);
            LoyaltyLedger[] ledgers = [LoyaltyLedger.Open(programs, test.Open()), LoyaltyLedger.Open(programs, test.Open())];
            Random random = new(seed);
            for (int step = 0; step < 25; step++)
            {
                LoyaltyEvent next = history.Next();
                Assert.Equal(never.Handle(next).Rejection?.Error, ledgers[random.Next(2)].Handle(next).Rejection?.Error);
                if (random.Next(3) > 0)
                    continue;
                LoyaltyLedger one = ledgers[random.Next(2)];
                written += one.Materialize(history.Now);
                Assert.Equal(0, random.Next(2) == 0 ? one.Materialize(history.Now) : 0);
            }

            for (int look = 0; look < 10; look++)
            {
                Instant at = Histories.Global(history.AnyInstant());
                foreach (CustomerId member in Members)
                    Assert.Equal(never.Balance(member, at), ledgers[look % 2].Balance(member, at), (one, other) => one with { Lots = [] } == other with { Lots = [] } && one.Lots.SequenceEqual(other.Lots));
                Assert.Equal(never.Totals(at), ledgers[look % 2].Totals(at));
            }

            Assert.Null(ledgers[0].Verify());
        }

        Assert.InRange(written, seeds, 20 * seeds);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task Several_jobs_at_once_write_everything_down_once(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        ProgramVersions programs = new(CompiledProgram.Load(Club.Reference));
        LoyaltyLedger ledger = LoyaltyLedger.Open(programs, test.Open());
        for (int member = 0; member < 20; member++)
            ledger.Handle(new PointsEarned { Key = "k" + member, Member = new("m" + member), OccurredAt = Club.At("2026-01-01"), Points = 10 });

        int[] written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => LoyaltyLedger.Open(programs, test.Open()).Materialize(Club.At("2027-02-01")))));
        Assert.Equal(20, written.Sum());
        Assert.Equal(40, ledger.EntryCount);
        Assert.Equal(200, ledger.Totals(Club.At("2027-02-01")).Expired);
        Assert.Null(ledger.Verify());
    }
}
