namespace CustomerValue.Loyalty.Programs;

/// <summary>Which points a redemption that is recorded late may use.</summary>
public enum RedemptionFunds
{
    /// <summary>Those there when it is recorded; one that would not have been possible when it occurred is marked <c>OutOfOrder</c>.</summary>
    AsOfRecorded,

    /// <summary>Only those that were there when it occurred; else <c>InsufficientAtOccurrence</c>.</summary>
    AsOfOccurred,
}
