using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Scenarios;

/// <summary>S03 to S06 and S21 to S24: keys, spending, expiry, late entries, pending points, holds.</summary>
public sealed class PointsScenarios
{
    [Fact]
    public void S03_a_retry_gets_the_same_answer_and_a_source_is_rewarded_once()
    {
        Club club = new();
        LedgerAnswer first = club.Earn("2026-01-01", 100, key: "k1", source: "doc");
        LedgerAnswer again = club.Earn("2026-01-01", 100, key: "k1", source: "doc", recorded: "2026-01-02");

        Assert.Equal(100, club.Balance("2026-01-01").Available);
        Assert.True(again.IsReplayed);
        Assert.Equal(first.Entries.Select(entry => entry.Hash), again.Entries.Select(entry => entry.Hash));
        Assert.Single(club.Ledger.Journal());
        Assert.Equal(LedgerError.IdempotencyConflict, club.Earn("2026-01-01", 120, key: "k1", source: "doc").Rejection!.Error);
        Assert.Equal(LedgerError.SourceAlreadyRewarded, club.Earn("2026-01-01", 100, key: "k2", source: "doc").Rejection!.Error);
        Assert.Equal("100 / 0 / 0 / 0", club.State("2026-01-01"));
    }

    [Fact]
    public void S04_points_are_never_spent_twice()
    {
        Club club = new();
        club.Earn("2026-01-01", 100);
        LedgerAnswer[] two = Together(2, at => club.Redeem("2026-01-02", 80, source: "g" + at, key: "two" + at));
        Assert.Single(two, answer => answer.IsAccepted);
        Assert.Equal(LedgerError.InsufficientPoints, Assert.Single(two, answer => !answer.IsAccepted).Rejection!.Error);
        Assert.Equal("20 / 0 / 0 / 0", club.State("2026-01-02"));

        club = new();
        club.Earn("2026-01-01", 100);
        Assert.Equal(3, Together(20, at => club.Redeem("2026-01-02", 30, source: "g" + at, key: "twenty" + at)).Count(answer => answer.IsAccepted));
        Assert.Equal((10, 90), (club.Balance("2026-01-02").Available, club.Balance("2026-01-02").Redeemed));

        club = new();
        club.Earn("2026-01-01", 100);
        LedgerAnswer[] retries = Together(20, _ => club.Redeem("2026-01-02", 30, key: "one"));
        Assert.All(retries, answer => Assert.Equal(retries[0].Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash)));
        Assert.Equal("70 / 0 / 0 / 0", club.State("2026-01-02"));
    }

    [Fact]
    public void S05_the_lot_that_expires_first_is_spent_first_and_one_that_never_does_last()
    {
        Club club = new();
        club.Earn("2026-01-01 09:00", 50, Club.Through("2026-06-30"));
        club.Earn("2026-01-01 10:00", 70, Club.Through("2026-03-31"));
        club.Earn("2026-01-01 11:00", 30, ExpiryTerms.Never);
        club.Redeem("2026-01-10", 100);

        PointsBalance balance = club.Balance("2026-01-10");
        Assert.Equal(50, balance.Available);
        Assert.Equal([(1, 20L), (3, 30L)], balance.Lots.Select(lot => (lot.Number, lot.Units)));
    }

    [Fact]
    public void S06_points_expire_at_the_end_of_the_local_day_whenever_a_job_runs()
    {
        foreach (string[] jobs in new string[][] { [], ["2026-03-13"], ["2026-03-10"], ["2026-03-10", "2026-03-13", "2026-03-13"] })
        {
            Club club = new();
            club.Earn("2025-03-10T17:30:00Z", 100);
            foreach (string job in jobs)
                club.Ledger.Materialize(Club.At(job));

            Assert.Equal(100, club.Balance("2026-03-11T15:59:59Z").Available);
            Assert.Equal((0, 100), (club.Balance("2026-03-11T16:00:00Z").Available, club.Balance("2026-03-11T16:00:00Z").Expired));
            club.Ledger.Materialize(Club.At("2026-04-01"));
            Assert.Equal(Club.At("2026-03-11T16:00:00Z"), Assert.Single(club.Ledger.Journal(), entry => entry.Kind == EntryKind.Expire).EffectiveAt);
            Assert.Equal(100, club.Balance("2026-03-11T15:59:59Z").Available);
            Assert.Null(club.Ledger.Verify());
        }
    }

    [Fact]
    public void S21a_a_late_earn_lives_from_when_it_occurred()
    {
        Club club = new();
        LedgerAnswer answer = club.Earn("2024-12-20", 100, recorded: "2026-02-15", qualifying: true);
        Assert.Equal([EntryKind.Earn, EntryKind.Expire], answer.Entries.Select(entry => entry.Kind));
        Assert.Equal("0 / 0 / 0 / 0", club.State("2026-02-15 12:01"));
        Assert.Equal((100, 100), (club.Balance("2026-02-16").Issued, club.Balance("2026-02-16").Expired));
        Assert.Equal(100, club.Balance("2025-06-01").Available);
        Assert.Equal(0, club.Balance("2025-06-01", known: "2026-01-01").Available);
        Assert.Equal(100, answer.Entries[0].Qualifying);
        Assert.Equal(Club.At("2024-12-20"), answer.Entries[0].QualifiesAt);

        Club recorded = new(program => program with { Policies = new() { BackdatedExpiry = ExpiryFrom.Recorded } });
        recorded.Earn("2024-12-20", 100, recorded: "2026-02-15");
        Assert.Equal(100, recorded.Balance("2027-02-15 23:59").Available);
        Assert.Equal(0, recorded.Balance("2027-02-16 00:00").Available);
    }

    [Fact]
    public void S21c_a_late_order_is_judged_by_the_version_of_its_day()
    {
        LocalDate change = new(2026, 1, 1);
        LoyaltyProgram old = Club.Reference with { Tiers = null, Effective = new() { To = change } };
        LoyaltyProgram @new = old with { Version = "2", Effective = new() { From = change }, Rules = [old.Rules[0] with { Then = [Club.BaseEarn with { Points = 3 }] }, old.Rules[2]] };
        old = old with { Rules = [old.Rules[0], old.Rules[2]] };
        (CompiledProgram first, CompiledProgram second) = (CompiledProgram.Load(old), CompiledProgram.Load(@new));
        LoyaltyLedger ledger = new(new ProgramVersions(second, first));
        OrderPaid Paid(string id, string at, string known) => new() { Key = id, Member = new("m"), OccurredAt = Club.At(at), RecordedAt = Club.At(known), Order = new() { Id = id, Lines = [Club.Line("1", 100)] } };

        Assert.Equal((100, first.Hash), Earned(ledger.Handle(Paid("late", "2025-12-31 23:59", "2026-02-01"))));
        Assert.Equal((300, second.Hash), Earned(ledger.Handle(Paid("next", "2026-01-01 00:00", "2026-02-01"))));

        // What the late order earned goes back by the same version.
        LedgerAnswer refund = ledger.Handle(new OrderRefunded { Key = "back", Member = new("m"), OccurredAt = Club.At("2026-02-02"), OrderId = "late", Share = 0.5m });
        Assert.True(refund.IsAccepted);
        Assert.Equal(350, ledger.Balance(new("m"), Club.At("2026-02-02")).Available);

        static (long Units, string Program) Earned(LedgerAnswer answer)
        {
            JournalEntry earn = Assert.Single(answer.Entries, entry => entry.Kind == EntryKind.Earn);
            return (earn.Postings[1].Units, earn.Origin!.ProgramHash);
        }
    }

    [Fact]
    public void S22_a_late_redemption_takes_what_is_there_when_it_is_recorded()
    {
        Club club = new();
        club.Earn("2026-04-20", 100);
        LedgerAnswer late = club.Redeem("2026-04-10", 80, recorded: "2026-05-02");
        Assert.True(Assert.Single(late.Entries).IsOutOfOrder);
        Assert.Equal("20 / 0 / 0 / 0", club.State("2026-05-02 12:01"));
        Assert.Equal(100, club.Balance("2026-05-01").Available);

        // The clock goes back five minutes: knowledge goes on.
        LedgerAnswer next = club.Redeem("2026-05-02 11:55", 5, source: "other");
        Assert.Equal(late.Entries[0].RecordedAt + Duration.FromTicks(1), next.Entries[0].RecordedAt);
        Assert.Equal(late.Entries[0].Sequence + 1, next.Entries[0].Sequence);
        Assert.Equal("15 / 0 / 0 / 0", club.State("2026-05-02 12:01"));

        Club strict = new(program => program with { Policies = new() { Funds = RedemptionFunds.AsOfOccurred } });
        strict.Earn("2026-04-20", 100);
        Assert.Equal(LedgerError.InsufficientAtOccurrence, strict.Redeem("2026-04-10", 80, recorded: "2026-05-02").Rejection!.Error);
        Assert.Equal("100 / 0 / 0 / 0", strict.State("2026-05-02"));
    }

    [Fact]
    public void S23_pending_points_become_available_at_local_midnight()
    {
        foreach ((PendingExpiry policy, string lastDay) in new[] { (PendingExpiry.Earn, "2027-01-01"), (PendingExpiry.Activation, "2027-01-15") })
        {
            Club club = new(program => program with
            {
                Policies = new() { PendingExpiry = policy },
                Rules = [program.Rules[2], new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Pending = Period.FromDays(14) }] }],
            });
            club.Order("2026-01-01 10:00", "O", 100);
            LedgerAnswer early = club.Redeem("2026-01-05", 50);
            Assert.Equal(LedgerError.InsufficientPoints, early.Rejection!.Error);
            Assert.Equal("0 / 100 / 0 / 0", club.State("2026-01-05"));
            club.Refund("2026-01-10", "O", .4m);
            Assert.Equal("0 / 60 / 0 / 0", club.State("2026-01-14T15:59:59Z"));
            Assert.Equal("60 / 0 / 0 / 0", club.State("2026-01-14T16:00:00Z"));
            Assert.Equal(60, club.Balance(lastDay + " 23:59").Available);
            Assert.Equal(60, club.Balance("2027-02-01").Expired);
            Assert.Equal(policy == PendingExpiry.Earn ? 0 : 60, club.Balance("2027-01-02").Available);
        }
    }

    [Fact]
    public void S24_a_hold_is_captured_voided_or_ends_by_itself_and_pins_its_lots()
    {
        Club club = new();
        club.Earn("2026-01-01 09:00", 100);
        club.Hold("2026-01-01 09:10", 60, "H1");
        Assert.Equal("40 / 0 / 60 / 0", club.State("2026-01-01 09:11"));
        club.Capture("2026-01-01 09:12", "H1", 45);
        Assert.Equal("55 / 0 / 0 / 0", club.State("2026-01-01 09:13"));
        Assert.Equal(45, club.Balance("2026-01-01 09:13").Redeemed);
        Assert.Equal(LedgerError.AlreadyCaptured, club.Capture("2026-01-01 09:14", "H1").Rejection!.Error);

        club.Hold("2026-01-01 10:00", 30, "H2");
        Assert.Equal(LedgerError.HoldExpired, club.Capture("2026-01-01 10:16", "H2").Rejection!.Error);
        Assert.Equal("55 / 0 / 0 / 0", club.State("2026-01-01 10:16"));

        foreach (bool captured in new[] { true, false })
        {
            Club midnight = new();
            midnight.Earn("2026-01-01", 50, Club.Through("2026-01-10"));
            midnight.Hold("2026-01-10 23:55", 50, "H");
            LedgerAnswer answer = captured ? midnight.Capture("2026-01-11 00:05", "H") : midnight.Void("2026-01-11 00:05", "H");
            Assert.True(answer.IsAccepted);
            Assert.Equal("0 / 0 / 0 / 0", midnight.State("2026-01-11 00:05"));
            Assert.Equal(captured ? (50L, 0L) : (0L, 50L), (midnight.Balance("2026-01-11 00:06").Redeemed, midnight.Balance("2026-01-11 00:06").Expired));
        }
    }

    private static LedgerAnswer[] Together(int count, Func<int, LedgerAnswer> ask)
    {
        LedgerAnswer[] answers = new LedgerAnswer[count];
        Parallel.For(0, count, at => answers[at] = ask(at));
        return answers;
    }
}
