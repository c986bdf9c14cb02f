namespace CustomerValue.Loyalty.Programs;

/// <summary>Whom an award goes to.</summary>
public enum AwardTo
{
    /// <summary>The member of the event.</summary>
    Member,

    /// <summary>The one who referred.</summary>
    Referrer,

    /// <summary>The one who was referred.</summary>
    Referee,
}
