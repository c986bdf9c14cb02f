using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules.Evaluation;
using CustomerValue.Validation;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What a programme's rules make of one event of a member who is written down, and why. Nothing is posted.</summary>
public sealed class EventExplanation
{
    private EventExplanation(CompiledProgram program, RuleTrace trace, IReadOnlyList<Award> awards) => (Program, Trace, Awards) = (program, trace, awards);

    /// <summary>The programme.</summary>
    public CompiledProgram Program { get; }

    /// <summary>What became of each rule that listens to the event.</summary>
    public RuleTrace Trace { get; }

    /// <summary>What is paid, in the order of priority and id of the rules.</summary>
    public IReadOnlyList<Award> Awards { get; }

    /// <summary>The rules that listen to other events, in the order of priority and id.</summary>
    public IEnumerable<Programs.LoyaltyRule> Others
    {
        get
        {
            string type = Trace.Facts.Event.Type;
            return Program.Rules.Where(rule => rule.On != type);
        }
    }

    /// <summary>Works it out.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="happened">The event.</param>
    /// <param name="member">The member just before it.</param>
    /// <exception cref="DataRejectedException">The event can't be rated, or the member has a tier, a limit, a cap or a budget that the programme has not; names every problem.</exception>
    public static EventExplanation Of(CompiledProgram program, LoyaltyEvent happened, MemberSnapshot member)
    {
        if (program is null)
            throw new ArgumentNullException(nameof(program));
        if (happened is null)
            throw new ArgumentNullException(nameof(happened));
        if (member is null)
            throw new ArgumentNullException(nameof(member));
        SnapshotCheck.Of(program, member).ThrowIfAny();
        OrderFacts? order = happened is OrderPaid paid ? new OrderFacts(paid.Order) : null;
        ReferralFacts? referral = happened is ReferralQualified && member.Referrer is { } referrer
            ? new ReferralFacts { Referrer = new SnapshotFacts(program, referrer), RefereeFirstOrder = member.FirstOrder, IsCycle = member.IsReferralCycle }
            : null;
        RuleFacts facts = new(happened, program.Calendar.LocalOf(happened.OccurredAt), new SnapshotFacts(program, member), order, referral);
        AwardList awards = new();
        RuleTrace trace = new();
        try
        {
            program.Evaluate(facts, new SnapshotCounters(program, member), awards, trace);
        }
        catch (OverflowException)
        {
            throw new DataRejectedException(new DataProblem { Field = "event", Value = happened.Key, Message = "earns more points than can be counted; look at its amounts and the rules' rates." });
        }

        return new(program, trace, awards.ToArray());
    }
}
