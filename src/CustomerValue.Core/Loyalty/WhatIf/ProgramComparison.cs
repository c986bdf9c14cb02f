using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using NodaTime;

namespace CustomerValue.Loyalty.WhatIf;

/// <summary>
/// The same events under two programmes: what each grants and costs, what is owed, who moves between tiers, and who wins and loses. People are taken to buy
/// and redeem as they did: what a better programme would make them do is not in it.
/// </summary>
public sealed record ProgramComparison
{
    private ProgramComparison(ProgramOutcome before, ProgramOutcome after, IReadOnlyList<MemberComparison> members) => (Before, After, Members) = (before, after, members);

    /// <summary>The first programme.</summary>
    public ProgramOutcome Before { get; }

    /// <summary>The second one.</summary>
    public ProgramOutcome After { get; }

    /// <summary>Every member, by id.</summary>
    public IReadOnlyList<MemberComparison> Members { get; }

    /// <summary>How many members have which tier under the one and the other, by the tiers' ids.</summary>
    public IReadOnlyList<TierMove> Tiers =>
    [
        .. Members.GroupBy(member => (member.TierBefore, member.TierAfter)).Select(move => new TierMove(move.Key.TierBefore, move.Key.TierAfter, move.Count()))
            .OrderBy(move => move.From, StringComparer.Ordinal).ThenBy(move => move.To, StringComparer.Ordinal),
    ];

    /// <summary>Replays events under two programmes.</summary>
    /// <param name="before">The first one.</param>
    /// <param name="after">The second one.</param>
    /// <param name="events">The events in the order in which they became known.</param>
    /// <param name="asOf">The instant of all balances.</param>
    /// <param name="wallet">The wallet, by its id in both; null where each programme has one.</param>
    /// <param name="breakage">Where breakage is taken from; null to estimate it for each from its own journal.</param>
    /// <exception cref="ArgumentException">There is no such wallet, it does not say what a point is worth, or the two say it in different currencies.</exception>
    public static ProgramComparison Of(ProgramVersions before, ProgramVersions after, IEnumerable<LoyaltyEvent> events, Instant asOf, string? wallet = null, BreakageCurves? breakage = null)
    {
        LoyaltyLedger one = new(before);
        LoyaltyLedger other = new(after);
        Dictionary<LedgerError, int> refusedByOne = [];
        Dictionary<LedgerError, int> refusedByOther = [];
        int count = 0;
        foreach (LoyaltyEvent happened in events ?? throw new ArgumentNullException(nameof(events)))
        {
            count++;
            Handle(one, happened, refusedByOne);
            Handle(other, happened, refusedByOther);
        }

        PointValue oneValue = PointValue.Of(before, asOf, wallet);
        PointValue otherValue = PointValue.Of(after, asOf, wallet);
        if (oneValue.Currency != otherValue.Currency)
            throw new ArgumentException($"Points are worth {oneValue.Currency} under the one programme and {otherValue.Currency} under the other; they can't be compared.", nameof(after));
        List<MemberComparison> members = [];
        foreach (CustomerId id in one.OwnMembers.Union(other.OwnMembers).OrderBy(id => id))
        {
            members.Add(new()
            {
                Member = id,
                Before = Kept(one, id, asOf, oneValue),
                After = Kept(other, id, asOf, otherValue),
                TierBefore = one.Tier(id, asOf)?.Level,
                TierAfter = other.Tier(id, asOf)?.Level,
            });
        }

        return new(Outcome(one, count, refusedByOne, asOf, wallet, breakage), Outcome(other, count, refusedByOther, asOf, wallet, breakage), members);
    }

    /// <summary>Winners and losers by label: of a segmentation, or of value bands.</summary>
    /// <param name="labels">The label of each member; those left out have none.</param>
    /// <returns>A comparison for each label, by label; members without one first.</returns>
    public IReadOnlyList<LabelComparison> By(IReadOnlyDictionary<CustomerId, string> labels)
    {
        if (labels is null)
            throw new ArgumentNullException(nameof(labels));
        Currency currency = Before.Cost.Cost.Currency;
        return
        [
            .. Members.GroupBy(member => labels.TryGetValue(member.Member, out string? label) ? label : null, StringComparer.Ordinal).OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => new LabelComparison
                {
                    Label = label.Key,
                    Members = label.Count(),
                    Winners = label.Count(member => member.Gain.Amount > 0),
                    Losers = label.Count(member => member.Gain.Amount < 0),
                    Before = new(label.Sum(member => member.Before.Amount), currency),
                    After = new(label.Sum(member => member.After.Amount), currency),
                }),
        ];
    }

    private static void Handle(LoyaltyLedger ledger, LoyaltyEvent happened, Dictionary<LedgerError, int> refused)
    {
        if (ledger.Handle(happened).Rejection is not { } rejection)
            return;
        refused.TryGetValue(rejection.Error, out int known);
        refused[rejection.Error] = known + 1;
    }

    private static Money Kept(LoyaltyLedger ledger, CustomerId id, Instant asOf, PointValue value)
    {
        PointsBalance balance = ledger.Balance(id, asOf, value.Wallet.Id);
        return value.Times(balance.Issued - balance.Reversed);
    }

    private static ProgramOutcome Outcome(LoyaltyLedger ledger, int events, Dictionary<LedgerError, int> refused, Instant asOf, string? wallet, BreakageCurves? breakage)
    {
        Rules.CompiledProgram last = ledger.Programs.All[ledger.Programs.All.Count - 1];
        return new()
        {
            Program = last.Program.Id + " " + last.Program.Version,
            Accepted = events - refused.Values.Sum(),
            Refused = refused,
            Totals = ledger.Totals(asOf, wallet),
            Cost = ProgramCost.Of(ledger, asOf, wallet, breakage),
            Liability = LiabilityReport.Of(ledger, asOf, wallet, breakage),
        };
    }
}
