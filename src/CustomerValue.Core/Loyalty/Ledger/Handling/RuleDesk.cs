using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Puts before the rules what they ask for: facts about members, and counters of members and of the programme.</summary>
internal sealed class RuleDesk(Func<long, MemberProfile> profileOf, SharedCounters shared) : ICounterView
{
    private readonly AwardList awards = new();
    private MemberState? member;
    private MemberState? referrer;

    public IMemberFacts FactsOf(LedgerTransaction tx, MemberBook book, CompiledProgram program, MemberProfile? profile = null) =>
        new LedgerMemberFacts(book.State, profile ?? profileOf(book.State.Number), Rank(tx, book, program), tx.OccurredAt);

    public AwardList Evaluate(CompiledProgram program, in RuleFacts facts, MemberState of, MemberState? by = null)
    {
        (member, referrer) = (of, by);
        awards.Clear();
        program.Evaluate(facts, this, awards);
        return awards;
    }

    public void Rate(LedgerTransaction tx, MemberBook book, CompiledProgram program, OrderState order, int was, int @is) => Rewarding.Difference(
        tx, book, program, order, new LedgerMemberFacts(book.State, profileOf(book.State.Number), was, order.OccurredAt), new LedgerMemberFacts(book.State, profileOf(book.State.Number), @is, order.OccurredAt), this);

    /// <summary>What is used of a counter of a member, or of all members together.</summary>
    public long Used(in CounterKey key, MemberState of)
    {
        (member, referrer) = (of, of);
        return Used(key);
    }

    public long Used(in CounterKey key)
    {
        if (key.IsShared)
            return shared.Used(key);
        (key.OfReferrer ? referrer! : member!).Counters.TryGetValue(key, out long used);
        return used;
    }

    /// <summary>Whether the two have a hash of identity in common that a rule of the programme compares.</summary>
    public bool AreOnePerson(CompiledProgram program, MemberState one, MemberState other)
    {
        IReadOnlyDictionary<string, string> left = profileOf(one.Number).IdentityHashes;
        IReadOnlyDictionary<string, string> right = profileOf(other.Number).IdentityHashes;
        return program.Rules.Where(rule => rule.On == EventTypes.ReferralQualified && rule.When is not null).SelectMany(rule => Compared(rule.When!)).Distinct()
            .Any(name => left.TryGetValue(name, out string? a) && right.TryGetValue(name, out string? b) && a == b);
    }

    private static IEnumerable<string> Compared(Condition condition) => condition switch
    {
        SameIdentityCondition same => same.Of,
        NotCondition not => Compared(not.Of),
        AllCondition all => all.Of.SelectMany(Compared),
        AnyCondition any => any.Of.SelectMany(Compared),
        _ => [],
    };

    private static int Rank(LedgerTransaction tx, MemberBook book, CompiledProgram program)
    {
        if (program.Program.Tiers is not { } tiers)
            return -1;
        return book.State.Tier.RankAt(book.State, tiers, program.Calendar, tx.OccurredAt, Spendable(tx.Setup, book.State, tiers, book.Now));
    }

    /// <summary>What can be spent when something is recorded, where tiers go by that.</summary>
    public static decimal Spendable(LedgerSetup setup, MemberState state, TierScheme tiers, Instant now)
    {
        if (tiers.Basis != TierBasis.SpendableBalance || setup.FindWallet(tiers.Wallet) is not (>= 0 and var at) || at >= state.Wallets.Length || state.Wallets[at] is not { } wallet)
            return 0;
        decimal points = Settlement.SettledAt(wallet, state, now)[LedgerAccount.Available];
        for (int scale = 0; scale < wallet.Wallet.Scale; scale++)
            points /= 10;
        return points;
    }
}
