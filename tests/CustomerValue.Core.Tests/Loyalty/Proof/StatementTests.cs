using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Statements of members: nothing is missing between two balances, and each point is traced to its rule, order line and refund.</summary>
public class StatementTests
{
    [Fact]
    public void Every_point_is_traced_to_its_rule_and_order_line_through_its_refund()
    {
        Club club = new();
        club.Order("2026-01-10", "o1", [Club.Line("1", 60), Club.Line("2", 40.5m)]);
        club.Redeem("2026-02-01", 30, "gift");
        club.RefundAmount("2026-03-01", "o1", 60);

        MemberStatement statement = club.Ledger.Statement(new("m"), Club.At("2026-01-01"), Club.At("2027-06-01"));
        Assert.Equal([EntryKind.Earn, EntryKind.Redeem, EntryKind.Reverse, EntryKind.Expire], statement.Lines.Select(line => line.Kind));
        Assert.Equal(["o1", "gift", "o1", null], statement.Lines.Select(line => line.Source));
        Assert.Equal([100L, -30, -60, -10], statement.Lines.Select(line => line.Available));
        Assert.Equal([2L, 3, 5, 0], statement.Lines.Select(line => line.Sequence));

        StatementLot earned = Assert.Single(statement.Lines[0].Lots);
        Assert.Equal(("base", club.Program.Hash, 100L), (earned.Origin!.Rule, earned.Origin.ProgramHash, earned.Units));
        Assert.Equal([("1", Fraction.Of(60, 1)), ("2", Fraction.Of(81, 2))], earned.OrderLines);
        StatementLot reversed = Assert.Single(statement.Lines[2].Lots);
        Assert.Equal((1, -60L, 60L, "o1"), (reversed.Terms.Number, reversed.Units, reversed.Reversed, reversed.Origin!.Source));
        Assert.True(statement.Lines[3].IsDue);
        Assert.Null(statement.Lines[3].RecordedAt);
        Assert.Equal((0, 0), (statement.Opening.Available, statement.Closing.Available));
    }

    [Fact]
    public void A_beginning_and_an_end_take_what_is_between_them()
    {
        Club club = new();
        club.Earn("2026-01-10 12:00", 100, pending: Period.FromDays(5));
        club.Hold("2026-02-01", 40, "h");
        club.Capture("2026-02-01 12:10", "h", 25);
        MemberStatement all = club.Ledger.Statement(new("m"), Club.At("2026-01-10 11:59"), Club.At("2026-03-01"));
        Assert.Equal([EntryKind.Earn, EntryKind.Activate, EntryKind.Hold, EntryKind.Capture], all.Lines.Select(line => line.Kind).Take(4));
        Assert.Equal((0, 75, 0), (all.Closing.Pending, all.Closing.Available, all.Closing.Held));

        MemberStatement from = club.Ledger.Statement(new("m"), Club.At("2026-01-10 12:00"), Club.At("2026-01-31"));
        Assert.Equal(100, from.Opening.Pending);
        StatementLine activated = Assert.Single(from.Lines);
        Assert.Equal((EntryKind.Activate, -100L, 100L), (activated.Kind, activated.Pending, activated.Available));

        // By what was known then the hold of February is not there.
        Assert.Empty(club.Ledger.Statement(new("m"), Club.At("2026-01-20"), Club.At("2026-03-01"), knownAt: Club.At("2026-01-31")).Lines);
        Assert.Empty(club.Ledger.Statement(new("nobody"), Club.At("2026-01-20"), Club.At("2026-03-01")).Lines);
        Assert.Throws<ArgumentException>(() => club.Ledger.Statement(new("m"), Club.At("2026-01-20"), Club.At("2026-01-19")));
        Assert.Throws<ArgumentException>(() => club.Ledger.Statement(new("m"), Club.At("2026-01-20"), Club.At("2026-01-20"), "GEMS"));
    }

    [Fact]
    public void Whatever_happened_lines_lead_from_one_balance_to_the_other()
    {
        int lines = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger ledger = Ledgers.Open(new ProgramVersions(history.Variant.Program));
            for (int step = 0; step < 30; step++)
                ledger.Handle(history.Next());
            for (int look = 0; look < 6; look++)
            {
                (Instant one, Instant other) = (Histories.Global(history.AnyInstant()), Histories.Global(history.AnyInstant()));
                Instant? known = look % 2 == 0 ? null : Histories.Global(history.AnyInstant());
                MemberStatement statement = ledger.Statement(new(history.AnyMember()), Instant.Min(one, other), Instant.Max(one, other), knownAt: known);
                lines += statement.Lines.Count;
                Assert.Equal(
                    (statement.Closing.Pending, statement.Closing.Available, statement.Closing.Held, statement.Closing.Debt),
                    (statement.Opening.Pending + statement.Lines.Sum(line => line.Pending), statement.Opening.Available + statement.Lines.Sum(line => line.Available),
                        statement.Opening.Held + statement.Lines.Sum(line => line.Held), statement.Opening.Debt + statement.Lines.Sum(line => line.Debt)));
                foreach (StatementLine line in statement.Lines)
                {
                    Assert.InRange(line.At, Instant.Min(one, other) + Duration.Epsilon, Instant.Max(one, other));
                    Assert.All(line.Lots.Where(lot => lot.OrderLines.Count > 0), lot => Assert.Equal(lot.Origin!.Exact, lot.OrderLines.Aggregate(Fraction.Zero, (sum, each) => sum + each.Exact)));
                }
            }
        }

        Assert.InRange(lines, 3_000, 30_000);
    }
}
