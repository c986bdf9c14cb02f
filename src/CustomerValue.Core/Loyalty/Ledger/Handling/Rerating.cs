using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>
/// Where the programme rates again (<see cref="Programs.ProgramPolicies.RerateLater"/>): what became known late raised the tier of orders that came
/// after it, and they get the difference by entries of their own. What a lower tier would have paid less is not taken back.
/// </summary>
internal static class Rerating
{
    /// <param name="tx">The command.</param>
    /// <param name="book">The member.</param>
    /// <param name="before">How many qualifications there were before the command.</param>
    /// <param name="desk">The rules.</param>
    public static void After(LedgerTransaction tx, MemberBook book, int before, RuleDesk desk)
    {
        if (book.State.Qualifications.Count != before && tx.Setup.Programs.Nearest(book.Now).Program.Policies.RerateLater)
            Rerate(tx, book, before, desk);
    }

    // By itself, so that what needs no rating makes nothing for it.
    private static void Rerate(LedgerTransaction tx, MemberBook book, int before, RuleDesk desk)
    {
        MemberState state = book.State;
        // Whatever is known now counts from when it occurred.
        TierQualification[] now = [.. state.Qualifications.Select(each => each with { KnownAt = each.OccurredAt })];
        TierQualification[] then = [.. now.Take(before)];
        foreach (OrderState order in state.Orders.Values.Where(order => order.OccurredAt > tx.OccurredAt && !order.IsRefunded).OrderBy(order => order.OccurredAt).ThenBy(order => order.Order.Id, StringComparer.Ordinal).ToArray())
        {
            if (tx.Setup.Programs.At(order.OccurredAt) is not { Program.Tiers: { } tiers } program)
                continue;
            int was = Rank(then);
            int @is = Rank(now);
            if (@is > was)
                desk.Rate(tx, book, program, order, was, @is);

            int Rank(TierQualification[] known) => TierMachine.At(tiers, program.Calendar, state.Joined, known, state.Assignments, 0, order.OccurredAt).Rank;
        }
    }
}
