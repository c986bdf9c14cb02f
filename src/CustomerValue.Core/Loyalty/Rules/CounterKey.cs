namespace CustomerValue.Loyalty.Rules;

/// <summary>Which counter: of a rule, cap or budget in one of its periods. Counters of members are kept with the member, shared ones with the programme.</summary>
/// <param name="Id">The cap's or budget's id; for a limit the rule's id followed by <see cref="Times"/>.</param>
/// <param name="Period">The first day of the period as days since 1970-01-01; 0 for all time.</param>
/// <param name="IsShared">Whether all members use it together.</param>
/// <param name="OfReferrer">Whether it is the counter of the one who refers.</param>
public readonly record struct CounterKey(string Id, int Period, bool IsShared, bool OfReferrer = false)
{
    /// <summary>What follows a rule's id in the counter of its limit.</summary>
    public const string Times = "#times";

    /// <summary>Whether times are counted rather than units of a wallet.</summary>
    public bool CountsTimes => Id.EndsWith(Times, StringComparison.Ordinal);
}
