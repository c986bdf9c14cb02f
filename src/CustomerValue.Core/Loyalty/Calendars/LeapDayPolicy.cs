namespace CustomerValue.Loyalty.Calendars;

/// <summary>Where an anniversary of 29 February falls in a year without one.</summary>
public enum LeapDayPolicy
{
    /// <summary>On 28 February.</summary>
    LastDayOfFebruary,

    /// <summary>On 1 March.</summary>
    March1,
}
