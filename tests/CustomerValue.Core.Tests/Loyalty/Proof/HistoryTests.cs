using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T1 and T23: whatever happens, in whatever order, the ledger says at every instant what a ledger says that only keeps the list of commands and adds up.</summary>
public sealed class HistoryTests
{
    private const int Steps = 14;

    [Fact]
    public void Ten_thousand_random_histories_agree_with_the_list_of_their_commands()
    {
        int first = LongTests.Asked ? 1_000_000 : 0;
        int count = LongTests.Asked ? 1_000_000 : LongTests.IsMutation ? 300 : 10_000;
        string?[] wrong = new string?[4];
        int accepted = 0;
        // Each history is its own ledger.
        Parallel.For(0, 4, part =>
        {
            for (int seed = first + part; seed < first + count && wrong[part] is null; seed += 4)
            {
                if (Difference(seed, Steps, out int taken) is { } difference)
                    wrong[part] = Shortest(seed) ?? difference;
                Interlocked.Add(ref accepted, taken);
            }
        });
        Assert.True(Array.TrueForAll(wrong, each => each is null), wrong.FirstOrDefault(each => each is not null));
        Assert.InRange(accepted, count * Steps / 3, count * Steps);
    }

    /// <summary>The difference in as few steps as show it.</summary>
    private static string? Shortest(int seed)
    {
        for (int steps = 1; steps <= Steps; steps++)
        {
            if (Difference(seed, steps, out _) is { } difference)
                return difference;
        }

        return null;
    }

    private static string? Difference(int seed, int steps, out int accepted)
    {
        Histories history = new(seed);
        LoyaltyLedger ledger = new(new ProgramVersions(history.Variant.Program));
        NaiveLedger naive = new(history.Variant.Policies, history.Variant.PendingDays);
        List<string> story = [$"seed {seed}, {history.Variant.Policies}"];
        accepted = 0;
        for (int step = 0; step < steps; step++)
        {
            LoyaltyEvent next = history.Next();
            story.Add(Told(next));
            if (history.HasJobs && history.Chance(20))
                ledger.Materialize(history.Now);
            LedgerError? expected = naive.Handle(next);
            LedgerError? actual;
            try
            {
                actual = ledger.Handle(next).Rejection?.Error;
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                return string.Join("\n", story) + "\n" + thrown;
            }

            if (expected != actual)
                return string.Join("\n", story) + $"\nexpected {expected?.ToString() ?? "acceptance"}, not {actual?.ToString() ?? "acceptance"}";
            accepted += actual is null ? 1 : 0;
            foreach (string member in (string[])["a", "b"])
            {
                if (Compare(ledger, naive, member, NaiveLedger.Local(history.Now), null) is { } now)
                    return string.Join("\n", story) + "\n" + now;
            }
        }

        for (int asked = 0; asked < 3; asked++)
        {
            string member = history.AnyMember();
            long at = history.AnyInstant();
            long? known = asked == 0 ? history.AnyInstant() : null;
            if (Compare(ledger, naive, member, at, known) is { } then)
                return string.Join("\n", story) + "\n" + then;
        }

        return ledger.Verify() is { } fault ? string.Join("\n", story) + "\n" + fault : null;
    }

    private static string? Compare(LoyaltyLedger ledger, NaiveLedger naive, string member, long at, long? known)
    {
        NaiveBalance expected = (known is { } limit ? naive.KnownAt(limit) : naive).Balance(member, at);
        PointsBalance balance;
        try
        {
            balance = ledger.Balance(new(member), Histories.Global(at), null, known is { } time ? Histories.Global(time) : null);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return thrown.ToString();
        }

        NaiveBalance actual = new(balance.Available, balance.Pending, balance.Held, balance.Debt, balance.Redeemed, balance.Expired, balance.Reversed, balance.WrittenOff);
        return expected == actual ? null : $"{member} at {Histories.Global(at)}{(known is null ? "" : " as known at " + Histories.Global(known.Value))}:\nexpected {expected}\nbut was  {actual}";
    }

    private static string Told(LoyaltyEvent happened) => happened switch
    {
        OrderPaid paid => paid + " " + string.Join(", ", paid.Order.Lines.Select(line => line.Amount)),
        OrderRefunded { Share: null } refunded => refunded + " " + string.Join(", ", refunded.Lines.Select(line => line.Id + ":" + line.Amount)),
        _ => happened.ToString(),
    };
}
