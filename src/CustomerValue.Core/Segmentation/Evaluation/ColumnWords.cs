using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation;

/// <summary>How people call usual columns, and customers who are high or low in them. Other columns go by their own names.</summary>
internal static class ColumnWords
{
    private static readonly (string[] Columns, LocalizedText Name, LocalizedText High, LocalizedText Low)[] Known =
    [
        ([ColumnNames.RecencyDays, "recency", "recency_days", "近度"], new("recency in days", "近度（天）"), new("long ago", "久未购买"), new("recent", "近期")),
        ([ColumnNames.Frequency, "frequency", "orders", "purchases", "频度"], new("purchases", "频度"), new("frequent", "高频"), new("infrequent", "低频")),
        ([ColumnNames.Revenue, "revenue", "monetary", "spend", "total_spend", "amount", "消费额"], new("revenue", "消费额"), new("high spend", "高消费"), new("low spend", "低消费")),
        ([ColumnNames.MeanSpend, "mean_spend", "basket", "habits.basket", "客单价"], new("spend per purchase", "客单价"), new("large baskets", "高客单价"), new("small baskets", "低客单价")),
        ([ColumnNames.TenureDays, "tenure", "tenure_days", "客龄"], new("tenure in days", "客龄（天）"), new("long-standing", "老客户"), new("new", "新客户")),
        ([ColumnNames.Profit, "profit", "margin", "利润"], new("profit", "利润"), new("high profit", "高利润"), new("low profit", "低利润")),
        ([ColumnNames.Alive, "alive", "p_alive"], new("probability of being active", "活跃概率"), new("active", "活跃"), new("at risk", "流失风险高")),
        ([ColumnNames.ExpectedPurchases], new("expected purchases", "预期购买次数"), new("many purchases expected", "预期高频"), new("few purchases expected", "预期低频")),
        ([ColumnNames.LifetimeValue, "clv", "ltv", "lifetime_value"], new("lifetime value", "生命周期价值"), new("high lifetime value", "高生命周期价值"), new("low lifetime value", "低生命周期价值")),
        ([ColumnNames.Contribution, "contribution", "贡献"], new("contribution", "贡献"), new("high contribution", "高贡献"), new("low contribution", "低贡献")),
        (["age", "年龄"], new("age", "年龄"), new("older", "年长"), new("younger", "年轻")),
        (["birth_year", "year_birth", "birthyear", "出生年份"], new("birth year", "出生年份"), new("younger", "年轻"), new("older", "年长")),
        (["income", "yearly_income", "yearlyincome", "annual_income", "收入"], new("income", "收入"), new("high income", "高收入"), new("low income", "低收入")),
        (["children", "total_children", "totalchildren", "kidhome", "子女数"], new("children", "子女数"), new("many children", "多子女"), new("few children", "少子女")),
        (["education", "学历"], new("education", "学历"), new("high education", "高学历"), new("low education", "低学历")),
        (["gender", "sex", "性别"], new("gender", "性别"), default, default),
        (["occupation", "职业"], new("occupation", "职业"), default, default),
        (["city", "城市"], new("city", "城市"), default, default),
        (["province", "state", "省份"], new("province", "省份"), default, default),
        (["country", "国家"], new("country", "国家"), default, default),
        (["marital_status", "maritalstatus", "婚姻状况"], new("marital status", "婚姻状况"), default, default),
    ];

    private static readonly Dictionary<string, int> ByColumn = Known
        .SelectMany((known, index) => known.Columns.Select(column => (column, index))).ToDictionary(pair => pair.column, pair => pair.index, StringComparer.OrdinalIgnoreCase);

    public static LocalizedText Name(string column) => ByColumn.TryGetValue(column, out int index) ? Known[index].Name : new LocalizedText(column, column);

    /// <summary>Customers who are high in a column, or low.</summary>
    public static LocalizedText Of(string column, bool high)
    {
        LocalizedText known = ByColumn.TryGetValue(column, out int index) ? high ? Known[index].High : Known[index].Low : default;
        return known.English.Length > 0 ? known
            : high ? new LocalizedText($"high {Name(column).English}", $"{Name(column).Chinese}高") : new LocalizedText($"low {Name(column).English}", $"{Name(column).Chinese}低");
    }
}
