using CustomerValue.Contribution.Trends;
using CustomerValue.Labels;

namespace CustomerValue.Contribution.Demand;

/// <summary>Puts volume and regularity into words.</summary>
internal static class DemandReason
{
    public static LocalizedText Of(DemandTable table, int row)
    {
        DemandPattern pattern = table.Patterns[row];
        (string type, string typeChinese) = pattern.Class switch
        {
            DemandClass.Smooth => ("Smooth", "平稳型需求"),
            DemandClass.Intermittent => ("Intermittent", "间歇型需求"),
            DemandClass.Erratic => ("Erratic", "波动型需求"),
            DemandClass.Lumpy => ("Lumpy", "块状型需求"),
            _ => pattern.PeriodsWithDemand == 0 ? ("No demand", "无需求") : ("Too little to tell", "数据不足"),
        };
        (string period, string periodChinese) = table.ByPeriod.Length switch { PeriodLength.Month => ("month", "个月"), PeriodLength.Quarter => ("quarter", "个季度"), _ => ("year", "年") };
        string units = Wording.Number((double)table.Units[row]), part = table.Total > 0 ? Wording.Percent(table.Share[row]) : "";
        string rank = Wording.Number(table.Rank[row]), count = Wording.Number(table.Count);
        string english = $"{type}: {units} {(table.Units[row] == 1 ? "unit" : "units")}{(part == "" ? "" : $" ({part} of all)")}, rank {rank} of {count}";
        string chinese = $"{typeChinese}：{units}件{(part == "" ? "" : $"（占全部{part}）")}，在{count}名客户中排第{rank}";
        if (pattern.PeriodsWithDemand > 0)
        {
            string since = Wording.Count(pattern.PeriodsSinceFirst, period), interval = Wording.Number(pattern.Interval);
            bool varies = pattern.PeriodsWithDemand > 1;
            english += $"; demand in {pattern.PeriodsWithDemand} of {since} since the first (ADI {interval}{(varies ? $", CV² {Wording.Number(pattern.SizeVariation)}" : "")})";
            chinese += $"；自首次购买起{pattern.PeriodsSinceFirst}{periodChinese}中有{pattern.PeriodsWithDemand}{periodChinese}有需求（平均间隔{interval}{(varies ? $"，CV² {Wording.Number(pattern.SizeVariation)}" : "")}）";
        }

        int without = table.LinesWithoutQuantity[row];
        return new LocalizedText(
            english + "." + (without == 0 ? "" : $" {Wording.Count(without, "line")} without a quantity {(without == 1 ? "is" : "are")} not counted."),
            chinese + "。" + (without == 0 ? "" : $"另有{Wording.Number(without)}行没有数量，未计入。"));
    }
}
