using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T21: what orders earned is recomputed from the journal alone.</summary>
public class AuditTests
{
    [Fact]
    public void Random_histories_are_recomputed_to_the_same()
    {
        long orders = 0;
        long awards = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger ledger = Ledgers.Open(new ProgramVersions(history.Variant.Program));
            for (int step = 0; step < 40; step++)
                ledger.Handle(history.Next());
            LedgerAudit audit = ledger.Audit(Instant.MinValue, Instant.MaxValue);
            Assert.Empty(audit.Differences);
            Assert.Empty(audit.Unknown);
            (orders, awards) = (orders + audit.Orders, awards + audit.Awards);
        }

        Assert.InRange(orders, 1_000, 10_000);
        Assert.InRange(awards, orders, 3 * orders);
    }

    [Fact]
    public void Tiers_limits_and_first_purchases_are_met_as_they_were()
    {
        Club club = new(program => program with
        {
            Rules =
            [
                .. program.Rules,
                new() { Id = "first", On = EventTypes.OrderPaid, Priority = 20, When = new PurchaseNumberCondition { Is = 1 }, Then = [new EarnEffect { Points = 500 }] },
                new() { Id = "thrice", On = EventTypes.OrderPaid, Priority = 30, Limit = new() { Times = 3 }, Then = [new EarnEffect { Points = 7 }] },
            ],
        });
        for (int day = 1; day <= 9; day++)
            club.Ledger.Handle(new OrderPaid { Key = "k" + day, Member = new("m"), OccurredAt = Club.At($"2026-01-0{day}"), Order = new() { Id = "o" + day, Lines = [Club.Line("1", 700)] } });

        // Base nine times, the tier's part from the fourth order on, the first once, thrice three times.
        LedgerAudit audit = club.Ledger.Audit(Club.At("2026-01-01"), Club.At("2026-02-01"));
        Assert.Equal((9, 9 + 6 + 1 + 3), (audit.Orders, audit.Awards));
        Assert.Empty(audit.Differences);
        Assert.Equal(2, club.Ledger.Audit(Club.At("2026-01-03"), Club.At("2026-01-05")).Orders);
    }

    [Fact]
    public void What_is_known_of_the_person_by_now_shows_as_a_difference()
    {
        Club club = new(program => program with
        {
            Rules = [.. program.Rules, new() { Id = "birthday", On = EventTypes.OrderPaid, Priority = 20, When = new BirthdayCondition(), Then = [new BonusEffect { Factor = 2 }] }],
        });
        club.Ledger.Handle(new MemberJoined { Key = "j", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Profile = new() { Birthday = new LocalDate(1990, 1, 2) } });
        club.Ledger.Handle(new OrderPaid { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = "o", Lines = [Club.Line("1", 100)] } });
        Assert.Empty(club.Ledger.Audit(Instant.MinValue, Instant.MaxValue).Differences);

        club.Ledger.Handle(new MemberUpdated { Key = "u", Member = new("m"), OccurredAt = Club.At("2026-01-03"), Profile = new() { Birthday = new LocalDate(1990, 5, 2) } });
        LedgerAudit audit = club.Ledger.Audit(Instant.MinValue, Instant.MaxValue);
        AuditDifference difference = Assert.Single(audit.Differences);
        Assert.Equal((1L, 2L, "o", "birthday"), (difference.Member, difference.Sequence, difference.Order, difference.Rule));
        Assert.Equal(100, (int)difference.Recorded!.Value.Numerator);
        Assert.Null(difference.Recomputed);
        Assert.Equal(1, audit.ByProgram[club.Program.Hash]);
    }
}
