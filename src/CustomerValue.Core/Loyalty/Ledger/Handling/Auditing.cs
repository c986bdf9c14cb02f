using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.Details;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Recomputes what orders earned. Journals are folded anew, entry by entry, so that each order meets the member as he was known when it came.</summary>
internal sealed class Auditing
{
    private readonly LedgerSetup setup;
    private readonly LedgerBooks books;
    private readonly RuleDesk desk;
    private readonly List<AuditDifference> differences = [];
    private readonly SortedDictionary<string, long> unknown = new(StringComparer.Ordinal);
    private long orders;
    private long awards;

    public Auditing(LedgerSetup setup, LedgerBooks books)
    {
        (this.setup, this.books) = (setup, books);
        // What all members together had used when an order came is not told by one journal; amounts before caps don't hang on it.
        desk = new RuleDesk(books.ProfileOf, new SharedCounters(_ => 0));
    }

    public LedgerAudit Result => new() { Orders = orders, Awards = awards, Unknown = unknown, Differences = differences };

    public void Add(long number, Instant from, Instant to)
    {
        MemberState state = new(number);
        JournalEntry[] journal = [.. books.JournalOf(number)];
        for (int at = 0; at < journal.Length; at++)
        {
            if (journal[at] is { Detail: OrderDetail { Order: var order } } entry && entry.OccurredAt >= from && entry.OccurredAt < to)
                Compare(state, entry, order, Recorded(journal, at, order.Id));
            books.Fold.Apply(state, journal[at]);
        }
    }

    /// <summary>The awards that an order got with its own command; those that a later change of tier added are not its own.</summary>
    private static JournalEntry[] Recorded(JournalEntry[] journal, int order, string id) =>
        [.. journal.Skip(order + 1).TakeWhile(entry => entry.Key == journal[order].Key).Where(entry => entry.Origin is { Rule: not null } origin && origin.Source == id)];

    private void Compare(MemberState state, JournalEntry entry, Order order, JournalEntry[] recorded)
    {
        CompiledProgram? program = setup.Programs.At(entry.OccurredAt);
        if (recorded.Length > 0 && recorded[0].Origin!.ProgramHash is var hash && program?.Hash != hash)
        {
            program = setup.Programs.All.FirstOrDefault(version => version.Hash == hash);
            if (program is null)
            {
                unknown.TryGetValue(hash, out long count);
                unknown[hash] = count + recorded.Length;
                return;
            }
        }

        if (program is null)
            return;
        orders++;
        Dictionary<string, Fraction> then = Sums(recorded.Select(each => (each.Origin!.Rule!, each.Origin.Exact)));
        Award[] made = Recompute(state, entry, order, program);
        Dictionary<string, Fraction> now = Sums(made.Where(award => award.Wanted > 0).Select(award => (program.Rules[award.Rule].Id, award.Exact)));
        foreach (string rule in then.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal).OrderBy(rule => rule, StringComparer.Ordinal))
        {
            Fraction? was = then.TryGetValue(rule, out Fraction recordedUnits) ? recordedUnits : null;
            Fraction? @is = now.TryGetValue(rule, out Fraction units) ? units : null;
            // Where caps, budgets or limits left nothing, nothing was recorded.
            if (was is null && program.Rules.Single(each => each.Id == rule) is { } limited && (limited.Budget is not null || limited.Limit is not null || limited.SharedCaps.Count > 0))
                continue;
            awards++;
            if (was != @is)
                differences.Add(new(entry.Member, entry.Sequence, order.Id, program.Hash, rule, was, @is));
        }
    }

    private Award[] Recompute(MemberState state, JournalEntry entry, Order order, CompiledProgram program)
    {
        int rank = program.Program.Tiers is not { } tiers ? -1 : state.Tier.RankAt(state, tiers, program.Calendar, entry.OccurredAt, RuleDesk.Spendable(setup, state, tiers, entry.RecordedAt));
        OrderPaid paid = new() { Key = entry.Key, Member = new("audited"), OccurredAt = entry.OccurredAt, Order = order };
        IMemberFacts member = new LedgerMemberFacts(state, books.ProfileOf(state.Number), rank, entry.OccurredAt);
        return desk.Evaluate(program, new RuleFacts(paid, program.Calendar.LocalOf(entry.OccurredAt), member, new OrderFacts(order)), state).ToArray();
    }

    private static Dictionary<string, Fraction> Sums(IEnumerable<(string Rule, Fraction Exact)> awards)
    {
        Dictionary<string, Fraction> sums = new(StringComparer.Ordinal);
        foreach ((string rule, Fraction exact) in awards)
            sums[rule] = sums.TryGetValue(rule, out Fraction sum) ? sum + exact : exact;
        return sums;
    }
}
