using CustomerValue.Lifecycle.Definition;
using static CustomerValue.Lifecycle.Standard.RetailLifecycle;
using static CustomerValue.Lifecycle.Standard.RetailTransitions;

namespace CustomerValue.Lifecycle.Standard;

/// <summary>
/// The lifecycle of business accounts: the stages of <see cref="RetailLifecycle"/> with a stage for quotations, and beside them who owns the account:
/// the pool (公海), from which accounts are claimed or allocated, and to which they return, or are reclaimed after days without progress.
/// </summary>
public static class AccountLifecycle
{
    /// <summary>The event of a quotation.</summary>
    public const string Quoted = "quoted";

    /// <summary>The event by which somebody takes an account from the pool.</summary>
    public const string Claimed = "claimed";

    /// <summary>The event by which an account is given to somebody, from the pool or from another.</summary>
    public const string Allocated = "allocated";

    /// <summary>The event by which an account is given back to the pool.</summary>
    public const string Returned = "returned";

    /// <summary>The event of progress: a visit, a call, a meeting. Quotations and purchases are progress too.</summary>
    public const string Progress = "progress";

    /// <summary>The definition.</summary>
    /// <param name="thresholds">Where stages begin; null for the defaults.</param>
    /// <param name="reclaimDays">Days without progress after which an account goes back to the pool; ≥ 1.</param>
    /// <exception cref="Validation.DataRejectedException">The thresholds are invalid; lists every problem.</exception>
    public static LifecycleDefinition Create(RetailThresholds? thresholds = null, int reclaimDays = 30) => Builder("account", new("Business account", "企业客户"), thresholds)
        .With(Event(Quoted, "Quotation", "报价"))
        .With(Stage("quoted", "Quoted", "已报价", 4, "A quotation was made, no purchase yet.", "已报价，尚未购买。"))
        .With(
            On(Quoted, "B1", ["prospect", "quoted"], "quoted"),
            On(LifecycleDefinition.Purchase, "B2", ["quoted"], "new"),
            On(Closed, "B3", ["quoted"], "closed") with { NeedsReason = true })
        .Beside(Ownership(reclaimDays))
        .Build();

    /// <summary>Who owns an account, as a lifecycle of its own.</summary>
    /// <param name="reclaimDays">Days without progress after which an account goes back to the pool; ≥ 1.</param>
    public static LifecycleDefinition Ownership(int reclaimDays = 30)
    {
        if (reclaimDays < 1)
            throw new ArgumentOutOfRangeException(nameof(reclaimDays), reclaimDays, "Give 1 day or more.");
        return new LifecycleBuilder("ownership", "1", new("Ownership", "归属"))
            .With(
                Event(LifecycleDefinition.Created, "Became known", "建档"),
                Event(Claimed, "Claimed", "领取"),
                Event(Allocated, "Allocated", "分配"),
                Event(Progress, "Progress", "跟进"),
                Event(Quoted, "Quotation", "报价"),
                Event(LifecycleDefinition.Purchase, "Purchase", "购买"),
                Event(Returned, "Returned", "退回"),
                Event(Closed, "Closed", "关闭"))
            .With(
                Stage("pool", "Pool", "公海", 1, "Nobody's; may be claimed.", "无归属，可领取。"),
                Stage("owned", "Owned", "私海", 2, "Somebody's.", "已有归属。"),
                Stage("ended", "Ended", "已结束", 0, "The account is closed.", "客户已关闭。") with { IsEnd = true })
            .With(
                On(LifecycleDefinition.Created, "O1", [], "pool"),
                On(LifecycleDefinition.Purchase, "O1-bought", [], "pool"),
                On(Claimed, "O2", ["pool"], "owned"),
                On(Allocated, "O3", ["pool", "owned"], "owned"),
                On(Progress, "O4", ["owned"], "owned"),
                On(Quoted, "O5", ["owned"], "owned"),
                On(LifecycleDefinition.Purchase, "O6", ["owned"], "owned"),
                On(LifecycleDefinition.Purchase, "O6-pool", ["pool"], "pool"),
                On(Quoted, "O5-pool", ["pool"], "pool"),
                On(Returned, "O7", ["owned"], "pool"),
                On(LifecycleDefinition.Time, "O8", ["owned"], "pool", Guard.AtLeast(Measure.DaysInStage, reclaimDays)),
                On(Closed, "O9", ["pool", "owned"], "ended") with { NeedsReason = true })
            .Build();
    }
}
