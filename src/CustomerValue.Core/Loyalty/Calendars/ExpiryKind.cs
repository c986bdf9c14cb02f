namespace CustomerValue.Loyalty.Calendars;

/// <summary>The form of a term of expiry.</summary>
public enum ExpiryKind
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>A period of calendar time after the earn: earned on 11 March, 12 months, valid through the next 11 March.</summary>
    Rolling,

    /// <summary>As rolling, said by a rule for its own lots.</summary>
    FixedAfter,

    /// <summary>At the end of the civil period in which they were earned, or some time after it.</summary>
    EndOfPeriod,

    /// <summary>On a stated day.</summary>
    FixedDate,
}
