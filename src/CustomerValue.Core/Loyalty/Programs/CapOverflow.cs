namespace CustomerValue.Loyalty.Programs;

/// <summary>What happens to awards that together pass a cap.</summary>
public enum CapOverflow
{
    /// <summary>What fits is paid, rules taken by priority and id.</summary>
    TrimByPriority,

    /// <summary>Each is cut in the same proportion; units left by rounding go by largest remainder, then priority and id.</summary>
    ProRata,

    /// <summary>An award that does not fit whole is not paid.</summary>
    AllOrNothing,
}
