using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Orders that are rated again because a late one raised the tier: the difference, as exact as an order's own points, and nothing twice.</summary>
public sealed class RerateTests
{
    [Fact]
    public void The_difference_is_exact_by_line_and_goes_back_with_the_order()
    {
        Club club = Gold();
        LedgerAnswer late = club.Order("2025-12-28", "late", 100, recorded: "2026-01-05");
        JournalEntry[] more = [.. late.Entries.Where(entry => entry.Origin?.Source == "first")];
        // From 1.25 to 1.5: a quarter of 100 more, for lines of 60 and 40; and what gold alone gets.
        Assert.Equal(["tier", "only"], more.Select(entry => entry.Origin!.Rule));
        Assert.Equal((25L, Fraction.Of(25, 1), 1L), (more[0].Postings[1].Units, more[0].Origin!.Exact, more[0].Origin!.OrderOwner));
        Assert.Equal([Fraction.Of(15, 1), Fraction.Of(10, 1)], more[0].Origin!.Lines);
        Assert.Equal((7L, Fraction.Of(7, 1)), (more[1].Postings[1].Units, more[1].Origin!.Exact));
        long before = club.Balance("2026-01-06").Available;
        Assert.True(club.RefundAmount("2026-01-07", "first", 60).IsAccepted);
        // Of 157 there stay 40 for the line that is left, 20 more for the tier, and the 7 in part.
        Assert.InRange(before - club.Balance("2026-01-08").Available, 90, 97);
        Assert.True(club.Ledger.Handle(new OrderRefunded { Key = "rest", Member = new("m"), OccurredAt = Club.At("2026-01-09"), OrderId = "first" }).IsAccepted);
        Assert.Equal(157, before - club.Balance("2026-01-10").Available);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void Rating_again_counts_no_time_of_a_limit_twice()
    {
        Club club = Gold(limit: 3);
        Assert.Equal(25, Bonus(club.Order("2026-01-04", "second", 100)));
        club.Order("2025-12-28", "late", 100, recorded: "2026-01-05");
        // Two of three were used, by the first and the second, however often they are rated; the late one, a silver one, is the third.
        Assert.Equal(0, Bonus(club.Order("2026-01-06", "fourth", 100)));
        Club more = Gold(limit: 4);
        more.Order("2026-01-04", "second", 100);
        more.Order("2025-12-28", "late", 100, recorded: "2026-01-05");
        Assert.Equal(50, Bonus(more.Order("2026-01-06", "fourth", 100)));
        Assert.Equal(0, Bonus(more.Order("2026-01-07", "fifth", 100)));

        static long Bonus(LedgerAnswer answer) => answer.Entries.Where(entry => entry.Kind == EntryKind.Earn && entry.Origin!.Rule == "tier").Sum(entry => entry.Postings[1].Units);
    }

    [Fact]
    public void An_order_that_was_refunded_or_came_before_is_not_rated_again()
    {
        Club club = Gold();
        club.Order("2025-12-20", "before", 10, recorded: "2026-01-03 13:00");
        club.Order("2026-01-04", "gone", 100);
        club.Refund("2026-01-04 13:00", "gone", 1);
        LedgerAnswer late = club.Order("2025-12-28", "late", 200, recorded: "2026-01-05");
        Assert.DoesNotContain(late.Entries, entry => entry.Origin?.Source is "before" or "gone");
        Assert.Contains(late.Entries, entry => entry.Origin?.Source == "first");
    }

    /// <summary>A silver member with an order of 100, whom 50 more of last year would make gold.</summary>
    private static Club Gold(int? limit = null)
    {
        Club club = new(program => program with
        {
            Policies = new() { RerateLater = true },
            Rules =
            [
                program.Rules[0] with { Then = [Club.BaseEarn with { Qualifying = true }] },
                program.Rules[1] with { Limit = limit is { } times ? new() { Times = times } : null },
                new() { Id = "only", On = EventTypes.OrderPaid, Priority = 20, When = new TierCondition { In = ["gold"] }, Then = [new EarnEffect { Points = 7 }] },
                program.Rules[2],
            ],
        });
        club.Earn("2025-06-01", 4950, qualifying: true);
        club.Order("2026-01-03", "first", [Club.Line("1", 60), Club.Line("2", 40)]);
        return club;
    }
}
