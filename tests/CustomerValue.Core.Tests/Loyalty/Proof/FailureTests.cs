using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T3 and T7: a command that fails at any of its steps leaves nothing, its retry does what it would have done; and what each kind of retry gets.</summary>
public sealed class FailureTests
{
    [Fact]
    public void A_command_that_fails_at_any_step_leaves_nothing_and_its_retry_is_as_the_first_try()
    {
        int failed = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger well = new(new ProgramVersions(history.Variant.Program));
            LoyaltyLedger ill = new(new ProgramVersions(history.Variant.Program));
            for (int step = 0; step < 20; step++)
            {
                LoyaltyEvent next = history.Next();
                LedgerError? expected = well.Handle(next).Rejection?.Error;
                string before = Heads(ill);
                LedgerAnswer? answer = null;
                for (int at = 1; answer is null; at++)
                {
                    int left = at;
                    ill.BeforeEachEntry(() =>
                    {
                        if (--left == 0)
                            throw new InvalidDataException("The power went.");
                    });
                    try
                    {
                        answer = ill.Handle(next);
                    }
                    catch (InvalidDataException)
                    {
                        failed++;
                        Assert.Equal(before, Heads(ill));
                    }
                }

                ill.BeforeEachEntry(null);
                Assert.Equal(expected, answer.Rejection?.Error);
                Assert.Equal(Heads(well), Heads(ill));
            }

            Assert.Null(ill.Verify());
        }

        Assert.True(failed > 1000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_gets_its_first_answer_again_and_other_content_is_refused(bool together)
    {
        foreach (decimal points in new[] { 30m, 300m })
        {
            foreach (bool crashed in new[] { false, true })
            {
                Club club = new();
                club.Earn("2026-01-01", 100);
                PointsRedeemed redeem = new() { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = points, Source = "s" };
                if (crashed)
                {
                    club.Ledger.BeforeEachEntry(() => throw new InvalidDataException("The power went."));
                    if (points < 100)
                        Assert.Throws<InvalidDataException>(() => club.Ledger.Handle(redeem));
                    club.Ledger.BeforeEachEntry(null);
                }

                LedgerAnswer first = club.Ledger.Handle(redeem);
                Assert.Equal(points < 100, first.IsAccepted);
                LedgerAnswer[] answers = new LedgerAnswer[8];
                LoyaltyEvent[] asked = [.. Enumerable.Range(0, 8).Select(at => (at % 4) switch { 0 => redeem, 1 => redeem with { RecordedAt = Club.At("2026-01-09") }, 2 => redeem with { Points = points + 1 }, _ => redeem with { Source = "other" } })];
                if (together)
                    Parallel.For(0, 8, at => answers[at] = club.Ledger.Handle(asked[at]));
                else
                    answers = [.. asked.Select(club.Ledger.Handle)];
                for (int at = 0; at < 8; at++)
                {
                    Assert.Equal(at % 4 > 1 ? LedgerError.IdempotencyConflict : first.Rejection?.Error, answers[at].Rejection?.Error);
                    Assert.Equal(at % 4 <= 1, answers[at].IsReplayed);
                    if (at % 4 <= 1)
                        Assert.Equal(first.Entries.Select(entry => entry.Hash), answers[at].Entries.Select(entry => entry.Hash));
                }

                Assert.Equal(points < 100 ? "70 / 0 / 0 / 0" : "100 / 0 / 0 / 0", club.State("2026-01-03"));
            }
        }
    }

    [Fact]
    public void Content_that_differs_anywhere_is_other_content()
    {
        Club club = new();
        OrderPaid paid = new() { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = "O", Channel = "web", Lines = [Club.Line("1", 10.5m, "tea"), Club.Line("2", 3)] } };
        Assert.True(club.Ledger.Handle(paid).IsAccepted);
        Assert.True(club.Ledger.Handle(paid with { Order = paid.Order with { Lines = [Club.Line("1", 10.50m, "tea"), Club.Line("2", 3.000m)] } }).IsReplayed);
        OrderPaid[] others =
        [
            paid with { Member = new("n") }, paid with { OccurredAt = Club.At("2026-01-03") }, paid with { Order = paid.Order with { Id = "P" } },
            paid with { Order = paid.Order with { Channel = null } }, paid with { Order = paid.Order with { Store = "" } }, paid with { Order = paid.Order with { Channel = "w", Store = "eb" } },
            paid with { Order = paid.Order with { Lines = [Club.Line("1", 10.5m, "tea"), Club.Line("2", 3) with { Eligible = false }] } },
            paid with { Order = paid.Order with { Lines = [Club.Line("2", 3), Club.Line("1", 10.5m, "tea")] } },
            paid with { Order = paid.Order with { Lines = [Club.Line("1", 10.5m, "tea"), Club.Line("2", 3) with { Quantity = 2 }] } },
            paid with { Order = paid.Order with { Lines = [Club.Line("1", 10.5m, "\ud800"), Club.Line("2", 3)] } },
        ];
        Assert.All(others, other => Assert.Equal(LedgerError.IdempotencyConflict, club.Ledger.Handle(other).Rejection?.Error));

        // Texts that no encoding can carry are not taken for one another either.
        Assert.True(club.Ledger.Handle(new PointsRedeemed { Key = "j", Member = new("m"), OccurredAt = Club.At("2026-01-03"), Points = 1, Source = "\ud800" }).IsAccepted);
        Assert.Equal(LedgerError.IdempotencyConflict, club.Ledger.Handle(new PointsRedeemed { Key = "j", Member = new("m"), OccurredAt = Club.At("2026-01-03"), Points = 1, Source = "\ud801" }).Rejection?.Error);
    }

    private static string Heads(LoyaltyLedger ledger) => string.Join("\n", ledger.Journal().GroupBy(entry => entry.Member).Select(journal => journal.Last()).Select(entry => entry.Member + ":" + entry.Hash)) + ledger.EntryCount + ledger.Members.Count;
}
