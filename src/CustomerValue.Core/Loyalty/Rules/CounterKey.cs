namespace CustomerValue.Loyalty.Rules;

/// <summary>Which counter: of a rule, cap or budget in one of its periods. Counters of members are kept with the member, shared ones with the programme.</summary>
/// <param name="Id">The cap's or budget's id; for a limit the rule's id followed by <c>#times</c>.</param>
/// <param name="Period">The first day of the period as days since 1970-01-01; 0 for all time.</param>
/// <param name="IsShared">Whether all members use it together.</param>
public readonly record struct CounterKey(string Id, int Period, bool IsShared);
