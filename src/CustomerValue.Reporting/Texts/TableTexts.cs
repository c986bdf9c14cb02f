using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Column heads and facts of the tables.</summary>
internal static class TableTexts
{
    public static readonly LocalizedText Segment = new("Group", "客户群");
    public static readonly LocalizedText Share = new("Share", "占比");
    public static readonly LocalizedText Revenue = new("Revenue", "收入");
    public static readonly LocalizedText RevenueShare = new("Share of revenue", "收入占比");
    public static readonly LocalizedText MeanValue = new("Mean value to come", "人均未来价值");
    public static readonly LocalizedText MeanAlive = new("Mean P(alive)", "平均存活概率");
    public static readonly LocalizedText SegmentsHow = new("Each customer is in exactly one group. Money in {0}; value to come covers the next {1} months.", "每位客户只属于一个客户群。金额单位：{0}；未来价值指未来 {1} 个月。");

    public static readonly LocalizedText Customer = new("Customer", "客户");
    public static readonly LocalizedText Value = new("Value to come", "未来价值");
    public static readonly LocalizedText Interval = new("{0} of outcomes", "{0} 的结果区间");
    public static readonly LocalizedText Alive = new("P(alive)", "存活概率");
    public static readonly LocalizedText Purchases = new("Expected purchases", "预期购买次数");
    public static readonly LocalizedText Spend = new("Expected spend each", "预期每次金额");
    public static readonly LocalizedText Bought = new("Bought so far", "已购买次数");
    public static readonly LocalizedText Last = new("Last purchase", "最近购买");
    public static readonly LocalizedText TopTakeaway = new("Together they hold {0} of the value to come, {1} of the total.", "他们合计占未来价值的 {1}，即 {0}。");
    public static readonly LocalizedText TopHow = new("Money in {0}. A single customer's future is uncertain: the interval says where {1} of the outcomes lie.", "金额单位：{0}。单个客户的未来并不确定：区间给出 {1} 的可能结果所在范围。");
    public static readonly LocalizedText MajorUnits = new("the data's own currency", "数据所用币种");
}
