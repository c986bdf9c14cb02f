using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What time alone has done by the instant of a command is written down by it, dated when it was due, and before what the command itself does.</summary>
public sealed class TimeFirstTests
{
    private static readonly Func<LoyaltyProgram, LoyaltyProgram> Plain = program => program with { Tiers = null, Rules = [program.Rules[0] with { Then = [Club.BaseEarn with { Qualifying = false }] }, program.Rules[2]] };

    public static TheoryData<string> Commands { get; } = ["earn", "add", "take", "redeem", "cancel", "hold", "capture", "void", "send", "receive", "order", "event", "refund", "referral", "referrer", "merge", "merged", "reward", "return"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_writes_first_what_was_due_before_it(string command)
    {
        Club club = new(program => Plain(program) with
        {
            CustomEvents = ["visit"],
            Rewards = [new() { Id = "mug", Kind = CustomerValue.Loyalty.Rewards.RewardKind.Gift, Price = 10 }],
            Rules =
            [
                .. Plain(program).Rules,
                new() { Id = "refer", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 5 }, new EarnEffect { Points = 6, To = AwardTo.Referrer }] },
                new() { Id = "visit", On = "visit", Then = [new EarnEffect { Points = 5 }] },
            ],
        });
        club.Earn("2026-01-01", 200);
        club.Order("2026-01-01 12:01", "o", 20);
        club.Redeem("2026-01-01 12:02", 30);
        club.Ledger.Handle(new RewardRedeemed { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-01 12:03"), Reward = "mug" });
        club.Ledger.Handle(new PointsHeld { Key = "h", Member = new("m"), OccurredAt = Club.At("2026-01-01 12:04"), Points = 20, Hold = "h", Minutes = 100_000 });
        // Due before the command: ten expire at the end of the 5th, and twenty become available on the 8th.
        club.Earn("2026-01-02", 10, Club.Through("2026-01-05"));
        club.Earn("2026-01-02 12:01", 20, pending: Period.FromDays(6));
        if (command is "merge" or "merged")
            club.Void("2026-01-02 12:02", "h");
        club.Earn("2026-01-02", 100, member: "other");
        LedgerAnswer answer = club.Ledger.Handle(Of(command));
        Assert.True(answer.IsAccepted, answer.Rejection?.ToString());
        JournalEntry[] mine = [.. answer.Entries.Where(entry => entry.Member == 1)];
        Assert.Equal([EntryKind.Expire, EntryKind.Activate], mine.Take(2).Select(entry => entry.Kind));
        Assert.Equal([Club.At("2026-01-06 00:00"), Club.At("2026-01-08 00:00")], mine.Take(2).Select(entry => entry.EffectiveAt));
        Assert.All(mine.Take(2), entry => Assert.True(entry.IsDue && !entry.IsOutOfOrder && entry.OccurredAt == entry.EffectiveAt && entry.RecordedAt == Club.At("2026-01-10")));
        Assert.All(mine.Skip(2), entry => Assert.True(!entry.IsDue && entry.OccurredAt == Club.At("2026-01-10")));
        Assert.All(answer.Entries.SelectMany(entry => entry.Postings), posting => Assert.NotEqual(0, posting.Units));
        Assert.Equal(0, club.Ledger.Materialize(Club.At("2026-01-10 12:01")));
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void What_becomes_available_pays_what_is_owed_before_a_later_grant_does()
    {
        foreach (string command in new[] { "earn", "add", "receive", "order" })
        {
            Club club = Owing(30);
            club.Earn("2026-01-03", 20, pending: Period.FromDays(3), expiry: Club.Through("2027-06-01"));
            club.Earn("2026-01-03", 100, member: "other");
            LedgerAnswer answer = club.Ledger.Handle(Of(command));
            Assert.True(answer.IsAccepted, answer.Rejection?.ToString());
            Assert.Equal([EntryKind.Activate, EntryKind.PayDebt], answer.Entries.Where(entry => entry.Member == 1).Take(2).Select(entry => entry.Kind));
            JournalEntry paid = answer.Entries.First(entry => entry.Kind == EntryKind.PayDebt);
            Assert.Equal((true, false, Club.At("2026-01-06 00:00"), Club.At("2026-01-06 00:00")), (paid.IsDue, paid.IsOutOfOrder, paid.EffectiveAt, paid.OccurredAt));
            Assert.Equal([new(LedgerAccount.Available, 2, -20), new(LedgerAccount.Debt, 0, 20)], paid.Postings);
            // The rest is paid by what the command brings.
            JournalEntry rest = answer.Entries.Last(entry => entry.Kind == EntryKind.PayDebt);
            Assert.Equal((false, Club.At("2026-01-10"), 10L), (rest.IsDue, rest.EffectiveAt, rest.Postings[1].Units));
            Assert.Equal((10, 0), (club.Balance("2026-01-06").Debt, club.Balance("2026-01-10").Debt));
            Assert.Null(club.Ledger.Verify());
        }
    }

    [Fact]
    public void What_comes_back_of_a_hold_pays_what_is_owed()
    {
        foreach (string end in new[] { "capture", "void", "itself" })
        {
            Club club = new(Plain);
            club.Order("2026-01-01", "o", 50);
            club.Earn("2026-01-01 13:00", 60);
            club.Hold("2026-01-02 12:00", 60, "h");
            club.Redeem("2026-01-02 12:01", 50);
            club.Refund("2026-01-02 12:02", "o", 1);
            Assert.Equal("0 / 0 / 60 / 50", club.State("2026-01-02 12:02"));
            LedgerAnswer? answer = end switch { "capture" => club.Capture("2026-01-02 12:03", "h", 25), "void" => club.Void("2026-01-02 12:03", "h"), _ => null };
            if (answer is not null)
                Assert.Equal(EntryKind.PayDebt, answer.Entries[^1].Kind);
            Assert.Equal(end switch { "capture" => "0 / 0 / 0 / 15", _ => "10 / 0 / 0 / 0" }, club.State("2026-01-02 12:20"));
        }
    }

    [Fact]
    public void Points_that_come_back_after_their_end_expire_in_the_same_command()
    {
        foreach (string end in new[] { "capture", "void" })
        {
            Club club = new(Plain);
            club.Earn("2026-01-01", 50, Club.Through("2026-01-02"));
            club.Hold("2026-01-02 23:55", 50, "h");
            LedgerAnswer answer = end == "capture" ? club.Capture("2026-01-03 00:05", "h", 20) : club.Void("2026-01-03 00:05", "h");
            Assert.Equal((EntryKind.Expire, Club.At("2026-01-03 00:05")), (answer.Entries[^1].Kind, answer.Entries[^1].EffectiveAt));
            Assert.Equal("0 / 0 / 0 / 0", club.State("2026-01-03 00:05"));
        }

        Club late = new(Plain);
        late.Earn("2026-01-01", 50);
        LedgerAnswer held = late.Ledger.Handle(new PointsHeld { Key = "h", Member = new("m"), OccurredAt = Club.At("2026-01-02 10:00"), RecordedAt = Club.At("2026-01-02 11:00"), Points = 20, Hold = "h" });
        Assert.Equal([EntryKind.Hold, EntryKind.Release], held.Entries.Select(entry => entry.Kind));
        Assert.Equal(Club.At("2026-01-02 10:15"), held.Entries[1].EffectiveAt);
    }

    [Fact]
    public void A_part_of_a_hold_is_captured_lot_by_lot_and_a_hold_ends_to_the_tick()
    {
        Club club = new(Plain);
        club.Earn("2026-01-01", 50, Club.Through("2026-02-01"));
        club.Earn("2026-01-01", 40, Club.Through("2026-03-01"));
        club.Hold("2026-01-02 10:00", 80, "h");
        LedgerAnswer captured = club.Capture("2026-01-02 10:05", "h", 50);
        Assert.Equal([new(LedgerAccount.Held, 1, -50), new(LedgerAccount.Redeemed, 1, 50), new(LedgerAccount.Held, 2, -30), new(LedgerAccount.Available, 2, 30)], captured.Entries[0].Postings);
        club.Hold("2026-01-02 11:00", 10, "i");
        Assert.Equal(LedgerError.HoldExpired, club.Capture("2026-01-02 11:15", "i").Rejection!.Error);
        club.Hold("2026-01-02 12:00", 10, "j");
        Assert.True(club.Ledger.Handle(new HoldCaptured { Key = "c", Member = new("m"), OccurredAt = Club.At("2026-01-02 12:15") - Duration.FromTicks(1), Hold = "j" }).IsAccepted);
        foreach ((int minutes, bool isTaken) in new[] { (0, false), (1, true), (527_040, true), (527_041, false) })
        {
            LedgerAnswer answer = club.Ledger.Handle(new PointsHeld { Key = "m" + minutes, Member = new("m"), OccurredAt = Club.At("2026-01-03"), Points = 1, Hold = "m" + minutes, Minutes = minutes });
            Assert.Equal((isTaken, isTaken ? (LedgerError?)null : LedgerError.InvalidValue), (answer.IsAccepted, answer.Rejection?.Error));
        }
    }

    [Fact]
    public void A_job_of_the_instant_of_a_command_waits_for_the_next()
    {
        Club club = new(program => Plain(program) with { Wallets = [program.Wallets[0], program.Wallets[0] with { Id = "B" }], Rules = [], Groups = [] });
        club.Ledger.Handle(new PointsEarned { Key = "b", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Wallet = "B", Points = 5, Expiry = Club.Through("2026-01-05") });
        club.Ledger.Handle(new PointsEarned { Key = "a", Member = new("m"), OccurredAt = Club.At("2026-01-10"), Wallet = "PTS", Points = 5 });
        // What is known at an instant does not change any more.
        Assert.Equal(0, club.Ledger.Materialize(Club.At("2026-01-10")));
        Assert.Equal(1, club.Ledger.Materialize(Club.At("2026-01-10") + Duration.FromTicks(1)));
    }

    private static LoyaltyEvent Of(string command)
    {
        (string key, CustomerId m, Instant at) = ("key", new("m"), Club.At("2026-01-10"));
        return command switch
        {
            "earn" => new PointsEarned { Key = key, Member = m, OccurredAt = at, Points = 50 },
            "add" => new PointsAdjusted { Key = key, Member = m, OccurredAt = at, Points = 50, Reason = "gift" },
            "take" => new PointsAdjusted { Key = key, Member = m, OccurredAt = at, Points = -5, Reason = "error" },
            "redeem" => new PointsRedeemed { Key = key, Member = m, OccurredAt = at, Points = 5, Source = "s" },
            "cancel" => new RedemptionCancelled { Key = key, Member = m, OccurredAt = at, Source = "gift" },
            "hold" => new PointsHeld { Key = key, Member = m, OccurredAt = at, Points = 5, Hold = "new" },
            "capture" => new HoldCaptured { Key = key, Member = m, OccurredAt = at, Hold = "h" },
            "void" => new HoldVoided { Key = key, Member = m, OccurredAt = at, Hold = "h" },
            "send" => new PointsTransferred { Key = key, Member = m, OccurredAt = at, To = new("other"), Points = 5 },
            "receive" => new PointsTransferred { Key = key, Member = new("other"), OccurredAt = at, To = m, Points = 50 },
            "order" => new OrderPaid { Key = key, Member = m, OccurredAt = at, Order = new() { Id = "new", Lines = [Club.Line("1", 50)] } },
            "event" => new CustomEvent { Key = key, Member = m, OccurredAt = at, Name = "visit" },
            "refund" => new OrderRefunded { Key = key, Member = m, OccurredAt = at, OrderId = "o" },
            "referral" => new ReferralQualified { Key = key, Member = m, OccurredAt = at, Referrer = new("other") },
            "referrer" => new ReferralQualified { Key = key, Member = new("other"), OccurredAt = at, Referrer = m },
            "merge" => new MemberMerged { Key = key, Member = m, OccurredAt = at, Other = new("other") },
            "merged" => new MemberMerged { Key = key, Member = new("other"), OccurredAt = at, Other = m },
            "reward" => new RewardRedeemed { Key = key, Member = m, OccurredAt = at, Reward = "mug" },
            _ => new RedemptionCancelled { Key = key, Member = m, OccurredAt = at, Source = "reward:r" },
        };
    }

    /// <summary>A member who spent what an order earned before it was refunded.</summary>
    private static Club Owing(decimal points)
    {
        Club club = new(Plain);
        club.Order("2026-01-01", "spent", points);
        club.Redeem("2026-01-02", points);
        club.Refund("2026-01-02 13:00", "spent", 1);
        Assert.Equal(points, club.Balance("2026-01-02 13:00").Debt);
        return club;
    }
}
