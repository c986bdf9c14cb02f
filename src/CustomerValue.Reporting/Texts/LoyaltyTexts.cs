using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the page says of a loyalty programme.</summary>
internal static class LoyaltyTexts
{
    public static readonly LocalizedText Title = new("Loyalty programme {0}", "忠诚度计划 {0}");
    public static readonly LocalizedText Subtitle = new("Version {0}, {1} members. As of {2}, {3}.", "版本 {0}，{1} 位会员，截至 {2}（{3}）。");
    public static readonly LocalizedText Heading = new("Loyalty points", "忠诚度积分");

    public static readonly LocalizedText Balances = new("Where the points are", "积分余额");
    public static readonly LocalizedText BalancesTakeaway = new("{0} of {1} members can spend {2} {3}. Of all that was granted {4} were redeemed and {5} expired.", "{1} 位会员中有 {0} 位持有可用积分，共 {2} {3}。全部发放中 {4} 已兑换，{5} 已过期。");
    public static readonly LocalizedText NothingGranted = new("Nothing was granted in {0} so far.", "{0} 尚未发放积分。");
    public static readonly LocalizedText Wallet = new("Wallet", "钱包");
    public static readonly LocalizedText Issued = new("Granted", "已发放");
    public static readonly LocalizedText Pending = new("Pending", "待生效");
    public static readonly LocalizedText Available = new("Available", "可用");
    public static readonly LocalizedText Held = new("Held", "冻结");
    public static readonly LocalizedText Redeemed = new("Redeemed", "已兑换");
    public static readonly LocalizedText Expired = new("Expired", "已过期");
    public static readonly LocalizedText Reversed = new("Taken back", "已收回");
    public static readonly LocalizedText Adjusted = new("Taken off by hand", "人工扣减");
    public static readonly LocalizedText Debt = new("Owed by members", "会员欠分");
    public static readonly LocalizedText WrittenOff = new("Written off", "已核销");
    public static readonly LocalizedText BalancesHow = new("Granted = pending + available + held + redeemed + expired + taken back + taken off by hand − owed by members − written off.", "已发放 = 待生效 + 可用 + 冻结 + 已兑换 + 已过期 + 已收回 + 人工扣减 − 会员欠分 − 已核销。");

    public static readonly LocalizedText Tiers = new("Members by tier", "各等级会员");
    public static readonly LocalizedText TiersTakeaway = new("{0} of members are above the lowest tier.", "{0} 的会员高于最低等级。");
    public static readonly LocalizedText TiersHow = new("each bar counts the members of a tier, the highest first.", "每根横条为该等级的会员数，最高等级在前。");
    public static readonly LocalizedText TierSizes = new("Tiers over time", "等级人数变化");
    public static readonly LocalizedText TierSizesTakeaway = new("From {0} to {1}, members above the lowest tier went from {2} to {3}.", "从 {0} 到 {1}，高于最低等级的会员由 {2} 位变为 {3} 位。");
    public static readonly LocalizedText TierSizesHow = new("every layer is a tier, the lowest at the bottom; its height is the number of members in it on that day.", "每一层是一个等级，最低等级在底部；高度为当日该等级的会员数。");
    public static readonly LocalizedText TierSizesTip = new("{0}: {1} members on {2}", "{0}：{2} 有 {1} 位会员");
    public static readonly LocalizedText Moves = new("How members moved between tiers", "等级变动");
    public static readonly LocalizedText MovesTakeaway = new("Of {0} members of {1}, {2} rose and {3} fell until {4}.", "{1} 的 {0} 位会员中，到 {4} 有 {2} 位升级、{3} 位降级。");
    public static readonly LocalizedText MovesFrom = new("Tier then", "当时等级");
    public static readonly LocalizedText MovesTip = new("{0} → {1}: {2} of {3} members", "{0} → {1}：{3} 位会员中的 {2} 位");
    public static readonly LocalizedText MovesHow = new("A row is the tier on the first day, a column the tier on the last; blue stays, orange moves.", "每行为首日等级，每列为末日等级；蓝色为保持，橙色为变动。");

    public static readonly LocalizedText Flow = new("Earned and used", "积分获得与使用");
    public static readonly LocalizedText FlowOf = new("{0} by month", "{0}：逐月");
    public static readonly LocalizedText FlowTakeaway = new("In {0} members earned {1} and redeemed {2}; {3} expired.", "{0} 会员获得 {1}，兑换 {2}，过期 {3}。");
    public static readonly LocalizedText FlowHow = new("three bars a month: what was earned, redeemed and expired. What refunds took back is left out.", "每月三根柱：获得、兑换、过期。因退款收回的积分未列出。");
    public static readonly LocalizedText FlowAxis = new("Points", "积分");
    public static readonly LocalizedText FlowTip = new("{0}: earned {1}, redeemed {2}, expired {3}, taken back {4}", "{0}：获得 {1}，兑换 {2}，过期 {3}，收回 {4}");
    public static readonly LocalizedText Earned = new("Earned", "获得");

    public static readonly LocalizedText Expiring = new("What expires soon", "即将过期");
    public static readonly LocalizedText ExpiringTakeaway = new("{0} {1} expire within 30 days, {2} within 90.", "{0} {1} 将在 30 天内过期，90 天内共 {2}。");
    public static readonly LocalizedText Days = new("Days left", "剩余天数");
    public static readonly LocalizedText UpTo = new("up to {0}", "{0} 天以内");
    public static readonly LocalizedText Between = new("{0} to {1}", "{0} 至 {1} 天");
    public static readonly LocalizedText Later = new("later, or never", "更晚或永不过期");
    public static readonly LocalizedText Points = new("Points left", "剩余积分");
    public static readonly LocalizedText Members = new("Members", "会员数");

    public static readonly LocalizedText Liability = new("What is owed", "积分负债");
    public static readonly LocalizedText LiabilityTakeaway = new("{0} is owed: points worth {1}, less {2} that are expected never to be redeemed.", "负债为 {0}：积分价值 {1}，减去预计不会兑换的 {2}。");
    public static readonly LocalizedText EarnedIn = new("Tier when earned", "获得时等级");
    public static readonly LocalizedText Gross = new("Worth", "价值");
    public static readonly LocalizedText Breakage = new("Not expected to be redeemed", "预计不兑换");
    public static readonly LocalizedText Owed = new("Owed", "负债");
    public static readonly LocalizedText AllTiers = new("All", "合计");
    public static readonly LocalizedText Reconciled = new("The lots add up to the accounts of the journal.", "批次合计与日记账一致。");
    public static readonly LocalizedText NotReconciled = new("The lots do not add up to the accounts of the journal: verify the ledger before you book this.", "批次合计与日记账不一致：入账前请先校验账本。");

    public static readonly LocalizedText Cost = new("What each rule costs", "各规则成本");
    public static readonly LocalizedText CostTakeaway = new("So far the programme cost {0}: {1} redeemed and {2} owed. Most went to {3}.", "计划迄今成本为 {0}：已兑换 {1}，负债 {2}。最多的是 {3}。");
    public static readonly LocalizedText Rule = new("Rule", "规则");
    public static readonly LocalizedText NoRule = new("by hand, or moved", "人工或转移");
    public static readonly LocalizedText RuleRedeemed = new("Value redeemed", "已兑换价值");
    public static readonly LocalizedText RuleCost = new("Cost", "成本");

    public static readonly LocalizedText Refused = new("What was refused", "被拒绝的事件");
    public static readonly LocalizedText RefusedTakeaway = new("{0} events were refused, most for {1}.", "{0} 个事件被拒绝，最多的原因是 {1}。");
    public static readonly LocalizedText Reason = new("Reason", "原因");
    public static readonly LocalizedText Events = new("Events", "事件数");
    public static readonly LocalizedText Said = new("What was said of the first", "首例说明");
}
