using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>What the columns are called that every base has; others go by their own names.</summary>
internal static class ColumnTexts
{
    public static readonly LocalizedText Recency = new("Days since last purchase", "近度（天）");
    public static readonly LocalizedText Frequency = new("Purchases", "频度");
    public static readonly LocalizedText Revenue = new("Spend", "消费额");
    public static readonly LocalizedText MeanSpend = new("Spend per purchase", "客单价");
    public static readonly LocalizedText Tenure = new("Days since first purchase", "客龄（天）");
    public static readonly LocalizedText Profit = new("Profit", "所得利润");
    public static readonly LocalizedText Contribution = new("Contribution", "贡献");
    public static readonly LocalizedText Lifetime = new("Lifetime value to come", "未来生命周期价值");

    public static LocalizedText Of(string column) => column switch
    {
        ColumnNames.RecencyDays => Recency,
        ColumnNames.Frequency => Frequency,
        ColumnNames.Revenue => Revenue,
        ColumnNames.MeanSpend => MeanSpend,
        ColumnNames.TenureDays => Tenure,
        ColumnNames.Profit => Profit,
        ColumnNames.Contribution => Contribution,
        ColumnNames.Alive => TableTexts.Alive,
        ColumnNames.ExpectedPurchases => TableTexts.Purchases,
        ColumnNames.LifetimeValue => Lifetime,
        _ => new LocalizedText(column, column),
    };
}
