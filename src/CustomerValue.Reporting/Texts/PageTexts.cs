using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Headings, tiles and facts of the page. Every text that the report writes of its own stands in this folder, in both languages.</summary>
internal static class PageTexts
{
    public static readonly LocalizedText Title = new("Customer value report", "客户价值报告");
    public static readonly LocalizedText Subtitle = new("{0} customers, purchases from {1} to {2}. As of {3}.", "{0} 位客户，购买记录自 {1}至 {2}，截至 {3}。");
    public static readonly LocalizedText Simulated = new("Simulated data: these customers are invented. The report shows what it would say of yours.", "模拟数据：以下客户均为虚构，仅用于展示报告内容。");
    public static readonly LocalizedText KeepInMind = new("Keep in mind", "阅读须知");

    public static readonly LocalizedText Findings = new("What the purchases say", "主要发现");
    public static readonly LocalizedText Alive = new("Who is still a customer", "谁仍是客户");
    public static readonly LocalizedText Value = new("What customers gave, and what is still to come", "既成价值与未来价值");
    public static readonly LocalizedText Segments = new("Groups of customers", "客户分群");
    public static readonly LocalizedText Top = new("The customers with most to come", "未来价值最高的客户");
    public static readonly LocalizedText Composition = new("What the value is made of", "价值构成");
    public static readonly LocalizedText ThreeValues = new("Eight segments by three values", "三维价值分群");
    public static readonly LocalizedText Referrals = new("Who brought whom", "客户推荐");
    public static readonly LocalizedText Ambassadors = new("Who may win others", "影响网络");
    public static readonly LocalizedText Products = new("What to offer next", "产品推荐");
    public static readonly LocalizedText Trust = new("How far to trust the forecast", "预测是否可信");
    public static readonly LocalizedText Models = new("The models behind it", "模型说明");
    public static readonly LocalizedText Data = new("What the numbers rest on", "数据说明");

    public static readonly LocalizedText TileCustomersNote = new("{0} bought more than once", "{0} 位多次购买");
    public static readonly LocalizedText TileRevenue = new("Revenue so far", "累计收入");
    public static readonly LocalizedText TileRevenueNote = new("{0} a customer", "人均 {0}");
    public static readonly LocalizedText TileNet = new("Net contribution so far", "累计净贡献");
    public static readonly LocalizedText TileProfit = new("Profit so far", "累计利润");
    public static readonly LocalizedText TileProfitNote = new("{0} of revenue", "占收入 {0}");
    public static readonly LocalizedText TileAlive = new("Probably still customers", "预计仍为客户");
    public static readonly LocalizedText TileAliveNote = new("{0} of all: the sum of their probabilities", "占全部 {0}，按概率加总");
    public static readonly LocalizedText TilePurchases = new("Purchases expected", "预期购买次数");
    public static readonly LocalizedText TileValue = new("Lifetime value", "客户生命周期价值");
    public static readonly LocalizedText TileHorizon = new("in the next {0} months", "未来 {0} 个月");
    public static readonly LocalizedText TileValueNote = new("next {0} months, {1} a customer", "未来 {0} 个月，人均 {1}");
    public static readonly LocalizedText TileGini = new("Gini of {0}", "{0}的基尼系数");
    public static readonly LocalizedText TileGiniNote = new("0: all give the same; 1: one gives all", "0 为完全平均，1 为全部来自一人");

    public static readonly LocalizedText Revenue = new("revenue", "收入");
    public static readonly LocalizedText NetContribution = new("net contribution", "净贡献");
    public static readonly LocalizedText Profit = new("profit", "利润");
    public static readonly LocalizedText Customers = new("Customers", "客户数");
    public static readonly LocalizedText Day = new("days", "天");
    public static readonly LocalizedText Week = new("weeks", "周");
    public static readonly LocalizedText Month = new("months", "个月");
    public static readonly LocalizedText Year = new("years", "年");

    public static readonly LocalizedText Source = new("Source", "数据来源");
    public static readonly LocalizedText SourceRows = new("{0}: {1} rows read", "{0}：读取 {1} 行");
    public static readonly LocalizedText SourceSkipped = new("{0}: {1} rows read, {2} left out as unreadable", "{0}：读取 {1} 行，另有 {2} 行无法识别，未计入");
    public static readonly LocalizedText Window = new("Purchases seen", "观察期");
    public static readonly LocalizedText WindowValue = new("{0} to {1}", "{0}至 {1}");
    public static readonly LocalizedText Buyers = new("Customers who bought", "有购买的客户");
    public static readonly LocalizedText Prospects = new("Without a purchase", "无有效购买的客户");
    public static readonly LocalizedText ProspectsValue = new("{0}, known by profile only or with everything refunded", "{0} 位，仅有档案或已全部退款");
    public static readonly LocalizedText Lines = new("Purchase and refund lines", "购买与退款记录");
    public static readonly LocalizedText Currency = new("Currency", "币种");
    public static readonly LocalizedText NoCurrency = new("not named", "未注明");
    public static readonly LocalizedText Outside = new("Lines outside these days", "观察期之外的记录");
    public static readonly LocalizedText OutsideValue = new("{0} before, {1} after: left out", "之前 {0} 条、之后 {1} 条，未计入");
    public static readonly LocalizedText Refunds = new("Refunds", "退款");
    public static readonly LocalizedText RefundsValue = new("{0} undid a purchase, {1} lowered one, {2} matched no purchase ({3}; counted in revenue only)", "{0} 笔全额抵销、{1} 笔部分抵销、{2} 笔找不到对应购买（合计 {3}，仅计入收入）");
    public static readonly LocalizedText Truncated = new("Bought before these days too", "观察期之前已购买");
    public static readonly LocalizedText TruncatedValue = new("{0} customers: the models see them as newer than they are", "{0} 位客户：模型会低估其客龄");
    public static readonly LocalizedText Horizon = new("Looking ahead", "预测期");
    public static readonly LocalizedText HorizonValue = new("{0} months, money discounted at {1} a year", "{0} 个月，年折现率 {1}");
    public static readonly LocalizedText Margin = new("Margin", "毛利率");
    public static readonly LocalizedText MarginValue = new("{0} of revenue is profit; value to come is counted in profit", "利润占收入 {0}；未来价值按利润计");
    public static readonly LocalizedText MarginUnknown = new("costs are not known, so value is counted in revenue", "成本未知，价值按收入计");
}
