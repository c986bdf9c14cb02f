using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation;

/// <summary>How people call usual columns, and customers who are high or low in them. Other columns go by their own names.</summary>
public static class ColumnWords
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
        ([ColumnNames.LifecycleStage], new("lifecycle stage", "生命周期阶段"), default, default),
        ([HabitColumns.Orders], new("orders", "订单数"), new("many orders", "订单多"), new("few orders", "订单少")),
        ([HabitColumns.Lines], new("lines bought", "购买行数"), new("many items", "购买品项多"), new("few items", "购买品项少")),
        ([HabitColumns.BasketValue], new("basket value", "平均篮额"), new("large baskets", "大篮"), new("small baskets", "小篮")),
        ([HabitColumns.BasketLines], new("lines a basket", "每单行数"), new("full baskets", "每单品项多"), new("single items", "每单品项少")),
        ([HabitColumns.BasketPieces], new("pieces a basket", "每单件数"), new("many pieces", "每单件数多"), new("few pieces", "每单件数少")),
        ([HabitColumns.DiscountShare], new("discount share", "折扣占比"), new("bargain hunters", "偏好折扣"), new("full price", "少用折扣")),
        ([HabitColumns.ReturnRate], new("return rate", "退货率"), new("many returns", "退货多"), new("few returns", "退货少")),
        ([HabitColumns.ReturnLines], new("returned lines", "退货行占比"), new("often return", "常退货"), new("seldom return", "少退货")),
        ([HabitColumns.Channels], new("channels used", "渠道数"), new("many channels", "多渠道"), new("one channel", "单一渠道")),
        ([HabitColumns.MainChannel], new("main channel", "主渠道"), default, default),
        ([HabitColumns.MainChannelShare], new("share of the main channel", "主渠道占比"), new("true to one channel", "渠道集中"), new("across channels", "渠道分散")),
        ([HabitColumns.Categories], new("categories bought", "品类数"), new("many categories", "品类多"), new("few categories", "品类少")),
        ([HabitColumns.MainCategory], new("main category", "主品类"), default, default),
        ([HabitColumns.MainCategoryShare], new("share of the main category", "主品类占比"), new("one category", "品类集中"), new("mixed categories", "品类分散")),
        ([HabitColumns.WeekendShare], new("weekend share", "周末占比"), new("weekend shoppers", "周末购买"), new("weekday shoppers", "工作日购买")),
        ([HabitColumns.NightShare], new("share at night", "夜间占比"), new("at night", "夜间购买"), default),
        ([HabitColumns.MorningShare], new("share in the morning", "上午占比"), new("in the morning", "上午购买"), default),
        ([HabitColumns.MiddayShare], new("share at midday", "中午占比"), new("at midday", "中午购买"), default),
        ([HabitColumns.AfternoonShare], new("share in the afternoon", "下午占比"), new("in the afternoon", "下午购买"), default),
        ([HabitColumns.EveningShare], new("share in the evening", "晚间占比"), new("in the evening", "晚间购买"), default),
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

    /// <summary>What a column is called.</summary>
    /// <param name="column">The column's name.</param>
    public static LocalizedText Name(string column) => ByColumn.TryGetValue(column ?? throw new ArgumentNullException(nameof(column)), out int index) ? Known[index].Name
        : column.StartsWith(HabitColumns.ChannelShare, StringComparison.Ordinal) ? Share("channel", "渠道", column.Substring(HabitColumns.ChannelShare.Length))
        : column.StartsWith(HabitColumns.CategoryShare, StringComparison.Ordinal) ? Share("category", "品类", column.Substring(HabitColumns.CategoryShare.Length))
        : new LocalizedText(column, column);

    /// <summary>Customers who are high in a column, or low.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="high">High, or low.</param>
    public static LocalizedText Of(string column, bool high)
    {
        LocalizedText known = ByColumn.TryGetValue(column, out int index) ? high ? Known[index].High : Known[index].Low : default;
        return known.English.Length > 0 ? known
            : high ? new LocalizedText($"high {Name(column).English}", $"{Name(column).Chinese}高") : new LocalizedText($"low {Name(column).English}", $"{Name(column).Chinese}低");
    }

    private static LocalizedText Share(string english, string chinese, string name) => new($"share of {english} {name}", $"{chinese}{name}占比");
}
