namespace CustomerValue.Loyalty.Rules;

/// <summary>What became of a rule.</summary>
public enum OutcomeKind
{
    /// <summary>It pays all that it wanted.</summary>
    Fired,

    /// <summary>Its window, its conditions or its limit stopped it.</summary>
    NotFired,

    /// <summary>It pays less than it wanted, or nothing, because of a cap or a budget.</summary>
    Trimmed,

    /// <summary>Another rule of its group, or of a group that excludes its group, pays instead.</summary>
    LostTo,
}
