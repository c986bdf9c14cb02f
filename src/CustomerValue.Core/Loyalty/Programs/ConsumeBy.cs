namespace CustomerValue.Loyalty.Programs;

/// <summary>What decides which lot is spent first.</summary>
public enum ConsumeBy
{
    /// <summary>The lot that expires first; those that never expire come last.</summary>
    EarliestExpiry,

    /// <summary>The lot that was earned first.</summary>
    EarliestEarn,

    /// <summary>The lot that was recorded first.</summary>
    Sequence,
}
