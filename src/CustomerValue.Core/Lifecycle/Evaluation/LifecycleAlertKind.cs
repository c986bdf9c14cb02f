namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>What has changed about a customer.</summary>
public enum LifecycleAlertKind
{
    /// <summary>The stage became worse.</summary>
    StageWorse,

    /// <summary>The value fell by more than was asked about.</summary>
    ValueDropped,

    /// <summary>The customer bought for the first time.</summary>
    FirstPurchase,

    /// <summary>The customer came back after having been taken for lost.</summary>
    Reactivated,
}
