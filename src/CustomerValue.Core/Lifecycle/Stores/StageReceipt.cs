namespace CustomerValue.Lifecycle.Stores;

/// <summary>What came of a run.</summary>
/// <param name="Run">The run as it was recorded.</param>
/// <param name="IsReplayed">Whether it had been recorded before, and nothing was written now.</param>
public sealed record StageReceipt(StoredRun Run, bool IsReplayed);
