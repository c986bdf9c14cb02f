using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rebates;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Rebates that are settled more than once: what is taken back comes from the period that it was granted for, the last of it first. 2 % of a quarter, paid 30 days after it.</summary>
public sealed class RebateEdgeTests
{
    private readonly Club club = new(program => program with
    {
        Wallets = [program.Wallets[0], new() { Id = "CASH", Scale = 2, Currency = new("CNY") }],
        Tiers = null,
        Rules = [],
        Rebates = [new RebateScheme { Id = "growth", Wallet = "CASH", Rate = .02m, Pending = Period.FromDays(30) }],
    });

    [Fact]
    public void What_is_taken_back_comes_from_its_own_quarter()
    {
        club.Order("2026-01-15", "o1", 10_000);
        club.Order("2026-04-15", "o2", 10_000);
        Settle("2026-07-01", new(2026, 3, 31));
        Settle("2026-07-02", new(2026, 6, 30));
        Money("2026-07-03", 5);
        club.Refund("2026-07-04", "o1", .5m);
        LedgerAnswer back = Settle("2026-07-05", new(2026, 3, 31));
        Assert.Equal([(1, 10_000L)], Taken(back));
        Assert.Equal((1L, 500 + 10_000L), (back.Entries[0].Member, club.Balance("2026-07-06", wallet: "CASH").Available));
    }

    [Fact]
    public void The_last_of_several_settlements_is_taken_back_first_and_no_part_twice()
    {
        club.Order("2026-01-15", "o1", 10_000);
        Settle("2026-01-31", new(2026, 1, 31));
        club.Order("2026-02-15", "o2", 5_000);
        Settle("2026-02-28", new(2026, 2, 28));
        // Points that somebody gave the same name to, in another wallet, are not the rebate's.
        club.Ledger.Handle(new PointsEarned { Key = "pts", Member = new("m"), OccurredAt = Club.At("2026-03-01"), Wallet = "PTS", Points = 50_000, Source = "rebate:growth:2026-01-01" });
        Assert.Equal("0 / 30000", State("2026-03-02"));
        club.RefundAmount("2026-03-02", "o2", 2_500);
        Assert.Equal([(2, 5_000L)], Taken(Settle("2026-03-03", new(2026, 3, 3))));
        club.RefundAmount("2026-03-04", "o2", 2_500);
        club.RefundAmount("2026-03-05", "o1", 5_000);
        Assert.Equal([(2, 5_000L), (1, 10_000L)], Taken(Settle("2026-03-06", new(2026, 3, 6))));
        Assert.Equal("0 / 10000", State("2026-03-07"));
        club.RefundAmount("2026-03-08", "o1", 5_000);
        Assert.Equal([(1, 10_000L)], Taken(Settle("2026-03-09", new(2026, 3, 9))));
        Assert.Equal("0 / 0", State("2026-03-10"));
        Assert.Empty(Settle("2026-03-11", new(2026, 3, 11)).Entries);
        Assert.Equal(50_000, club.Balance("2026-03-12", wallet: "PTS").Available);
    }

    [Fact]
    public void A_settlement_writes_first_what_time_has_done()
    {
        club.Order("2026-01-15", "o1", 10_000);
        club.Order("2026-04-15", "o2", 10_000);
        Settle("2026-04-01", new(2026, 3, 31));
        LedgerAnswer second = Settle("2026-06-01", new(2026, 6, 1));
        Assert.Equal([EntryKind.Activate, EntryKind.Earn], second.Entries.Select(entry => entry.Kind));
        club.Refund("2026-06-02", "o2", .25m);
        club.Ledger.Materialize(Club.At("2026-06-03"));
        Assert.Equal([EntryKind.Reverse], Settle("2026-06-04", new(2026, 6, 4)).Entries.Select(entry => entry.Kind));
    }

    [Theory]
    [InlineData("2026-04-29", "0 / 20000")]
    [InlineData("2026-04-30", "0 / 20000")]
    [InlineData("2026-05-01", "20000 / 0")]
    [InlineData("2026-05-02", "20000 / 0")]
    public void Who_settles_after_the_days_of_waiting_can_spend_at_once(string time, string state)
    {
        club.Order("2026-01-15", "o1", 10_000);
        Settle(time, new(2026, 3, 31));
        Assert.Equal(state, State(time));
    }

    [Fact]
    public void What_was_granted_is_counted_by_period_and_a_refund_makes_no_room_in_it()
    {
        club.Order("2026-01-15", "o1", 10_000);
        CounterUses(Settle("2026-01-31", new(2026, 1, 31)), 20_000);
        club.RefundAmount("2026-02-01", "o1", 2_500);
        CounterUses(Settle("2026-02-02", new(2026, 2, 2)), -5_000);

        static void CounterUses(LedgerAnswer answer, long amount)
        {
            var use = Assert.Single(answer.Entries[^1].Uses);
            Assert.Equal((amount, false, false), (use.Amount, use.Released, use.Key.IsShared));
        }
    }

    private static IEnumerable<(int Lot, long Units)> Taken(LedgerAnswer answer)
    {
        Assert.All(answer.Entries.Where(entry => !entry.IsDue), entry => Assert.Equal(EntryKind.Reverse, entry.Kind));
        return answer.Entries.Where(entry => entry.Kind == EntryKind.Reverse).Select(entry => (((ReversalDetail)entry.Detail!).Lot, entry.Postings.Single(posting => posting.Account == LedgerAccount.Reversed).Units));
    }

    private LedgerAnswer Settle(string time, LocalDate day)
    {
        LedgerAnswer answer = club.Ledger.Handle(new RebateSettled { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Scheme = "growth", Day = day });
        Assert.Null(answer.Rejection);
        return answer;
    }

    private void Money(string time, decimal money) =>
        Assert.True(club.Ledger.Handle(new PointsEarned { Key = club.Key(), Member = new("m"), OccurredAt = Club.At(time), Wallet = "CASH", Points = money }).IsAccepted);

    private string State(string time)
    {
        Assert.Null(club.Ledger.Verify());
        PointsBalance balance = club.Balance(time, wallet: "CASH");
        return $"{balance.Available} / {balance.Pending}";
    }
}
