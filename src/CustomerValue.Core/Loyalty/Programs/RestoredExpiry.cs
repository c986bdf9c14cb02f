namespace CustomerValue.Loyalty.Programs;

/// <summary>How long points live that come back from a cancelled redemption.</summary>
public enum RestoredExpiry
{
    /// <summary>As long as their lot did: if that has expired, they come back and expire at once.</summary>
    Original,

    /// <summary>At least some days from the cancellation.</summary>
    Grace,
}
