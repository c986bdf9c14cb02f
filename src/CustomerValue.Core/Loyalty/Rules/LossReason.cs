namespace CustomerValue.Loyalty.Rules;

/// <summary>Why a rule that fired lost to another one.</summary>
public enum LossReason
{
    /// <summary>The other one pays what the group prefers: more for the member, or less for the issuer.</summary>
    Points,

    /// <summary>The other one has the lower priority number.</summary>
    Priority,

    /// <summary>The other one has the same priority and the lower id.</summary>
    Id,

    /// <summary>The other one's group excludes its group.</summary>
    Excluded,
}
