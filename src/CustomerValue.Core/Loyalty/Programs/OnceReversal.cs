namespace CustomerValue.Loyalty.Programs;

/// <summary>What happens to a once-only award that is reversed in full.</summary>
public enum OnceReversal
{
    /// <summary>It stays used (<c>OnceConsumed</c>).</summary>
    Consumed,

    /// <summary>The next occasion may earn it again.</summary>
    ReArm,
}
