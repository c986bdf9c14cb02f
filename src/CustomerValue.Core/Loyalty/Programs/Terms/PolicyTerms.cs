using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Programs.Terms;

/// <summary>The policies in words: what happens on refunds, cancellations and events that come late.</summary>
internal static class PolicyTerms
{
    public static void Write(TermsText text, LoyaltyProgram program)
    {
        ProgramPolicies policies = program.Policies;
        text.Section(new("Refunds and special cases", "退款与特殊情况"));
        text.Item(Shortfall(policies));
        text.Item(policies.EarnReversal switch
        {
            ReversalPools.RemainingSpentExpired => new("A refund takes back what is left of the points first, then what was spent, then what expired.", "退款依次收回：剩余积分、已使用部分、已过期部分。"),
            ReversalPools.ProRata => new("A refund takes back what is left of the points first, then spent and expired points in proportion.", "退款先收回剩余积分，其余按已使用与已过期的比例收回。"),
            ReversalPools.Strict => new("A refund takes back all points, also those that expired.", "退款收回全部积分，包括已过期部分。"),
            _ => new("A refund takes back what is left of the points first, then what expired, then what was spent.", "退款依次收回：剩余积分、已过期部分、已使用部分。"),
        });
        text.Item(policies.RedemptionReversal == RestoredExpiry.Grace
            ? new($"Points that come back from a cancelled redemption live for at least {Say.Days(policies.RestoredGraceDays)}.", $"取消兑换退回的积分至少 {policies.RestoredGraceDays} 天有效。")
            : new("Points that come back from a cancelled redemption keep their expiry; those that have expired by then expire at once.", "取消兑换退回的积分保留原有效期；已到期者立即失效。"));
        text.Item(policies.OnceReversal == OnceReversal.ReArm
            ? new("A one-time award whose order is refunded in full may be earned again.", "一次性奖励所属订单全额退款后可再次获得。")
            : new("A one-time award whose order is refunded in full can't be earned again.", "一次性奖励所属订单全额退款后不可再次获得。"));
        text.Item(policies.PendingExpiry == PendingExpiry.Activation
            ? new("The life of pending points counts from the day they become available.", "待生效积分的有效期自可用之日起算。")
            : new("The life of pending points counts from the day they are earned.", "待生效积分的有效期自获得之日起算。"));
        text.Item(policies.BackdatedExpiry == ExpiryFrom.Recorded
            ? new("The life of points that are recorded late counts from the recording.", "补录积分的有效期自入账之日起算。")
            : new("The life of points that are recorded late counts from when they were earned.", "补录积分的有效期自实际获得之日起算。"));
        text.Item(policies.RerateLater
            ? new("Orders are rated by the rules in force on their day; those after a late event are rated again.", "订单按当日有效规则计分；补录事件之后的订单重新计分。")
            : new("Orders are rated by the rules in force on their day, and are not rated again for late events.", "订单按当日有效规则计分，不因补录事件重新计分。"));
        text.Item(policies.Funds == RedemptionFunds.AsOfOccurred
            ? new("A redemption that is recorded late may use only points that were there when it happened.", "补录的兑换只能使用发生时已有的积分。")
            : new("A redemption that is recorded late may use the points that are there when it is recorded.", "补录的兑换可使用入账时已有的积分。"));
        text.Item(policies.LeapDay == LeapDayPolicy.March1
            ? new("Who was born or joined on 29 February celebrates on 1 March in other years.", "2 月 29 日出生或入会者，平年以 3 月 1 日为准。")
            : new("Who was born or joined on 29 February celebrates on 28 February in other years.", "2 月 29 日出生或入会者，平年以 2 月 28 日为准。"));
        text.Item(new(
            $"Points set aside come back after {(policies.HoldMinutes == 1 ? "1 minute" : $"{Say.Number(policies.HoldMinutes)} minutes")} where nothing else is said.", $"除另有说明外，冻结的积分在 {Say.Number(policies.HoldMinutes)} 分钟后退回。"));
    }

    private static LocalizedText Shortfall(ProgramPolicies policies) => policies.ShortfallOnClawback switch
    {
        ClawbackShortfall.AllowNegative => policies.NegativeLimit is { } limit
            ? new($"Points that are taken back but no longer there make the balance negative, down to −{Say.Number(limit)}; the rest is waived.", $"应收回而不足的积分使余额为负，最低 −{Say.Number(limit)}；其余免除。")
            : new("Points that are taken back but no longer there make the balance negative.", "应收回而不足的积分使余额为负。"),
        ClawbackShortfall.WriteOff => new("Points that are taken back but no longer there are waived.", "应收回而不足的积分予以免除。"),
        ClawbackShortfall.Reject => new("A refund whose points are no longer there is refused.", "积分不足以收回时，退款不予受理。"),
        _ => new("Points that are taken back but no longer there are owed; the next points pay them first.", "应收回而不足的积分记为欠分，由后续积分优先抵扣。"),
    };
}
