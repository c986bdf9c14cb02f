using CustomerValue.Labels;

namespace CustomerValue.Reporting.Texts;

/// <summary>Titles, takeaways and reading aids of the charts and tables.</summary>
internal static class ChartTexts
{
    public static readonly LocalizedText HowToRead = new("How to read it: ", "读图：");
    public static readonly LocalizedText Actual = new("Actual", "实际");
    public static readonly LocalizedText Expected = new("Expected by the model", "模型预期");
    public static readonly LocalizedText ShareOfCustomers = new("Share of customers", "客户占比");

    public static readonly LocalizedText AliveTitle = new("Probability of still being a customer, P(alive)", "仍为客户的概率 P(alive)");
    public static readonly LocalizedText AliveTakeaway = new("{0} of customers are above 80%, {1} are below 20%.", "{0} 的客户高于 80%，{1} 低于 20%。");
    public static readonly LocalizedText AliveHow = new("each bar counts the customers whose probability lies in that twentieth. Bars at the left are customers who have probably left.", "每根柱子是概率落在该区间（宽 5%）的客户数；越靠左，越可能已经流失。");
    public static readonly LocalizedText AliveAxis = new("Probability of still being a customer", "仍为客户的概率");
    public static readonly LocalizedText RangeTip = new("{0}: {1} customers", "{0}：{1} 位客户");

    public static readonly LocalizedText HeatTitle = new("P(alive) by frequency and silence", "复购次数、沉默时间与存活概率");
    public static readonly LocalizedText HeatTakeaway = new("A customer with {0} purchases is more likely gone than not after {1} {4} of silence; one with {2} purchases after {3}.", "购买过 {0} 次的客户沉默 {1} {4}后，流失的可能性过半；购买过 {2} 次的客户则为 {3} {4}。");
    public static readonly LocalizedText HeatPlain = new("The stronger the colour of a cell, the more probably its customers are still there.", "颜色越浓，该格客户仍为客户的概率越高。");
    public static readonly LocalizedText HeatHow = new("rows are how often customers came back, columns how long they have been silent; each number is their mean probability in percent of still being a customer. Empty: nobody there.", "每行是复购次数，每列是距上次购买的时间；格中数字为平均存活概率（%），空白表示没有客户。");
    public static readonly LocalizedText HeatX = new("Time since the last purchase ({0})", "距上次购买的时间（{0}）");
    public static readonly LocalizedText RepeatPurchases = new("Repeat purchases", "复购次数");
    public static readonly LocalizedText HeatTip = new("{0} repeat purchases, {1} to {2} {3} silent: {4} customers, {5} likely", "复购 {0} 次，沉默 {1} 至 {2} {3}：{4} 位客户，平均概率 {5}");

    public static readonly LocalizedText ValueTitle = new("Lifetime value, next {0} months", "客户生命周期价值（未来 {0} 个月）");
    public static readonly LocalizedText ValueTakeaway = new("Half of the customers are worth less than {0}, one in a hundred more than {1}; the mean is {2}.", "半数客户低于 {0}，百分之一的客户高于 {1}，平均为 {2}。");
    public static readonly LocalizedText ValueHow = new("each bar counts the customers whose value lies between its two amounts. The steps grow towards the right, so the long tail of the best customers fits in.", "每根柱子是价值介于两个金额之间的客户数；区间向右逐渐变宽，以容纳少数高价值客户。");
    public static readonly LocalizedText ValueAxis = new("Lifetime value", "生命周期价值");
    public static readonly LocalizedText NoSpend = new("Nothing is known of what purchases are worth, so there is no value in money; the expected purchases stand in for it.", "购买金额未知，无法计算货币价值，以下以预期购买次数代替。");

    public static readonly LocalizedText ParetoTitle = new("How contributions add up (Pareto curve)", "贡献集中度（帕累托曲线）");
    public static readonly LocalizedText ParetoTakeaway = new("The top 20% gave {0} of {1}, the top half {2}. The Gini coefficient is {3}.", "前 20% 的客户贡献了 {0} 的{1}，前 50% 贡献了 {2}。基尼系数为 {3}。");
    public static readonly LocalizedText ParetoHow = new("customers are lined up from the largest to the smallest; the curve adds up what they gave. Were all equal, it would be the straight line.", "客户按贡献从大到小排列，曲线为累计贡献占比；若人人相同，则为直线。");
    public static readonly LocalizedText ParetoY = new("Share of {0}", "{0}占比");

    public static readonly LocalizedText GridTitle = new("Recency and frequency scores", "近度与频度得分");
    public static readonly LocalizedText GridTakeaway = new("{0} customers ({1}) have the best scores in both, {2} ({3}) the worst in both.", "{0} 位客户（{1}）两项均为最高分，{2} 位（{3}）两项均为最低分。");
    public static readonly LocalizedText GridHow = new("numbers are customers, colour their mean lifetime value: the stronger, the more is still to come.", "数字为客户数，颜色为平均生命周期价值，越浓越高。");
    public static readonly LocalizedText GridHowAlive = new("numbers are customers, colour their mean probability of still being customers.", "数字为客户数，颜色为平均存活概率，越浓越高。");
    public static readonly LocalizedText GridX = new("Frequency score (right: often)", "频度得分（右：频繁）");
    public static readonly LocalizedText GridY = new("Recency score (top: lately)", "近度得分（上：最近）");
    public static readonly LocalizedText GridTip = new("Recency {0}, frequency {1}: {2} customers, {3}", "近度 {0}、频度 {1}：{2} 位客户，{3}");

    public static readonly LocalizedText HoldoutTitle = new("Foretold and come true", "预测与应验");
    public static readonly LocalizedText HoldoutTakeaway = new("Fitted on what was known on {0}, the model foretold {1} more repeat purchases of those customers; {2} were made.", "仅用截至 {0}的数据拟合，模型预测这些客户还会复购 {1} 次，实际为 {2} 次。");
    public static readonly LocalizedText HoldoutHow = new("right of the dotted line the model had not seen the purchases: how closely the lines run there is what its forecasts are worth. Customers who came later are left out. The curve says what such customers do on average; the table above knows each one's history.", "虚线右侧的数据模型未曾见过，两条线在此处的贴近程度就是预测的可信程度；此后新增的客户不计入。曲线表示此类客户的平均行为，上表则考虑了每位客户的购买历史。");
    public static readonly LocalizedText HoldoutStarts = new("forecast →", "预测 →");

    public static readonly LocalizedText CumulativeTitle = new("Repeat purchases, added up", "累计复购次数");
    public static readonly LocalizedText CumulativeTakeaway = new("By {0} the model expected {1}, and {2} were made.", "截至 {0}，模型预期 {1} 次，实际 {2} 次。");
    public static readonly LocalizedText CumulativeHow = new("where the two lines run together, the model knows how customers buy and leave. It was fitted on these same purchases, so this is a check of its form, not of its foresight.", "两条线越贴近，模型越能描述客户的购买与流失。模型正是用这些数据拟合的，因此这里检验的是形式是否合适，而非预见能力。");
    public static readonly LocalizedText IncrementalTitle = new("Repeat purchases, period by period", "各期复购次数");
    public static readonly LocalizedText IncrementalTakeaway = new("A typical period is {0} off; the largest gap is the one that ended {1}: {2} expected, {3} made.", "各期平均偏差 {0}；偏差最大的一期截至 {1}：预期 {2} 次，实际 {3} 次。");
    public static readonly LocalizedText IncrementalHow = new("peaks that the model doesn't follow are seasons, campaigns or holidays: it knows customers, not the calendar.", "模型未能跟上的高峰往往是季节、促销或节假日：模型了解客户，但不了解日历。");
    public static readonly LocalizedText Date = new("End of period", "期末日期");

    public static readonly LocalizedText CalibrationTitle = new("How often customers came back", "客户复购次数分布");
    public static readonly LocalizedText CalibrationTakeaway = new("{0} customers made exactly {1} repeat purchases; the model expects {2}. Over all bars it misplaces {3} of customers.", "复购 {1} 次的客户有 {0} 位，模型预期 {2} 位；总体上模型将 {3} 的客户归入了其他类别。");
    public static readonly LocalizedText CalibrationHow = new("pairs of bars of equal height mean that the model gives the right number of one-time, occasional and frequent buyers.", "每对柱子越接近等高，模型对一次性、偶尔和频繁购买者人数的估计越准确。");
    public static readonly LocalizedText PairTip = new("{0}: {1} actual, {2} expected", "{0}：实际 {1}，预期 {2}");

    public static readonly LocalizedText SpendTitle = new("What a repeat purchase is worth", "复购的平均金额");
    public static readonly LocalizedText SpendTakeaway = new("A mean of {0} a purchase is the most common. Over all bars the model misplaces {1} of customers.", "平均复购金额以 {0} 最为常见；总体上模型将 {1} 的客户归入了其他区间。");
    public static readonly LocalizedText SpendHow = new("bars are customers by their mean repeat spend, the line is what the spend model expects. The last bar holds everyone above.", "柱子为按平均复购金额划分的客户数，折线为消费模型的预期；最后一根柱子包含所有更高的金额。");
    public static readonly LocalizedText SpendAxis = new("Mean repeat spend", "平均复购金额");
}
