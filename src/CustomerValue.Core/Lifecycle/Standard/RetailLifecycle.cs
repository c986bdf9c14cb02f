using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Standard;

/// <summary>
/// The lifecycle of customers without a contract, from prospect to lost and back: the default definition. Silence is judged by each customer's own gap
/// and by the probability to be alive, that of one-time buyers by the curve of second purchases.
/// </summary>
public static class RetailLifecycle
{
    /// <summary>The event by which an account is closed for good: deceased, bankrupt, blocked, merged, erased.</summary>
    public const string Closed = "closed";

    /// <summary>The definition.</summary>
    /// <param name="thresholds">Where stages begin; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The thresholds are invalid; lists every problem.</exception>
    public static LifecycleDefinition Create(RetailThresholds? thresholds = null) => Builder("retail", new("Retail", "零售"), thresholds).Build();

    internal static LifecycleBuilder Builder(string key, LocalizedText label, RetailThresholds? thresholds)
    {
        RetailThresholds t = thresholds ?? new();
        if (t.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        return new LifecycleBuilder(key, "1", label)
            .With(
                Event(LifecycleDefinition.Created, "Became known", "建档"),
                Event(LifecycleDefinition.Purchase, "Purchase", "购买"),
                Event(LifecycleDefinition.ModelChanged, "Model refitted", "模型更新"),
                Event(Closed, "Closed", "关闭"))
            .With(
                Stage("prospect", "Prospect", "潜在客户", 4, "Known, no purchase yet.", "已建档，尚未购买。"),
                Stage("new", "New", "新客户", 6, "One purchase, and a second may still be expected.", "购买一次，仍可期待第二次。"),
                Stage("one-timer", "One-timer", "一次性客户", 3, "One purchase, and most who come back would have by now.", "仅购买一次，多数会回来的客户此时已经回来。"),
                Stage("developing", "Developing", "成长客户", 7, "A few purchases, the last one not long ago.", "购买数次，最近一次不久。"),
                Stage("active", "Active", "活跃客户", 8, "Buys regularly, and the last purchase is not long ago.", "持续购买，最近一次不久。"),
                Stage("cooling", "Cooling", "降温客户", 5, "Silent for longer than is usual for this customer.", "沉默时间超过其平常间隔。"),
                Stage("at-risk", "At risk", "流失预警客户", 4, "Silent for much longer than usual.", "沉默时间远超平常间隔。"),
                Stage("dormant", "Dormant", "沉睡客户", 2, "Silent for so long that coming back would be a surprise.", "长期沉默，回来的可能性很小。"),
                Stage("lost", "Lost", "流失客户", 1, "Taken for lost; provisional, a purchase opens the account anew.", "视为流失；为暂定结论，再次购买即重新激活。"),
                Stage("reactivated", "Reactivated", "重新激活客户", 6, "Came back after being dormant, lost or a one-timer.", "沉睡、流失或一次性购买后重新购买。"),
                Stage("closed", "Closed", "已关闭", 0, "Deceased, bankrupt, blocked, merged or erased.", "去世、破产、封禁、合并或删除。") with { IsEnd = true })
            .With(RetailTransitions.Of(t))
            .With(
                new StageGrouping
                {
                    Key = "phases",
                    Label = new("Phases", "阶段"),
                    Groups =
                    [
                        Group("acquisition", "Acquisition", "获取", "prospect", "new", "one-timer"),
                        Group("maintenance", "Maintenance", "维护", "developing", "active"),
                        Group("retention", "Retention", "挽留", "cooling", "at-risk", "dormant"),
                    ],
                },
                new StageGrouping
                {
                    Key = "coarse",
                    Label = new("Coarse stages", "粗分阶段"),
                    Groups =
                    [
                        Group("prospect", "Prospect", "潜在客户", "prospect"),
                        Group("new", "New", "新客户", "new", "one-timer"),
                        Group("loyal", "Loyal", "忠诚客户", "developing", "active", "cooling", "at-risk", "reactivated"),
                        Group("lost", "Lost", "流失客户", "dormant", "lost", "closed"),
                    ],
                });
    }

    internal static LifecycleEventType Event(string key, string english, string chinese) => new() { Key = key, Label = new(english, chinese) };

    internal static LifecycleStage Stage(string key, string english, string chinese, int standing, string description, string descriptionChinese) =>
        new() { Key = key, Label = new(english, chinese), Standing = standing, Description = new(description, descriptionChinese) };

    internal static StageGroup Group(string key, string english, string chinese, params string[] stages) => new() { Key = key, Label = new(english, chinese), Stages = stages };
}
