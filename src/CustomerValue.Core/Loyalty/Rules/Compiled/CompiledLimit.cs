using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>How often a rule may pay, with its counter's name.</summary>
internal sealed class CompiledLimit
{
    public required RuleLimit Limit { get; init; }

    public required string Id { get; init; }

    public bool OfReferrer => Limit.Of == AwardTo.Referrer;

    public CounterKey KeyOf(LoyaltyCalendar calendar, in RuleFacts facts) => Counters.KeyOf(Id, Limit.Period, false, OfReferrer, calendar, facts);

    /// <summary>Whether the rule may pay once more; not where the one whose times are counted is not known.</summary>
    public bool IsOpen(LoyaltyCalendar calendar, in RuleFacts facts, ICounterView counters) =>
        !(OfReferrer && facts.Referral is null) && counters.Used(KeyOf(calendar, facts)) < Limit.Times;
}
