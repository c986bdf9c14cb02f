using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>A cap or a budget with its wallet and its units.</summary>
internal sealed class CompiledCap
{
    public required Cap Cap { get; init; }

    public required int Wallet { get; init; }

    /// <summary>The most units.</summary>
    public required long Limit { get; init; }

    /// <summary>Whether all members use it together.</summary>
    public required bool IsShared { get; init; }

    public CounterKey KeyOf(LoyaltyCalendar calendar, in RuleFacts facts, bool ofReferrer) =>
        Counters.KeyOf(Cap.Id, Cap.Period, IsShared, ofReferrer && !IsShared, calendar, facts);
}
