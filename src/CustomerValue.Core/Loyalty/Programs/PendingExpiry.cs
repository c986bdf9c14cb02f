namespace CustomerValue.Loyalty.Programs;

/// <summary>From when the life of points is counted that were pending first.</summary>
public enum PendingExpiry
{
    /// <summary>When they were earned.</summary>
    Earn,

    /// <summary>When they became available.</summary>
    Activation,
}
