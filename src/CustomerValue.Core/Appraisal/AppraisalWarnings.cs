using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Appraisal;

/// <summary>What a reader of an appraisal should know before trusting it.</summary>
internal static class AppraisalWarnings
{
    public static List<LocalizedText> Of(CustomerBase customers, FitReport purchases, FitReport? spend, double margin, ValueSources? sources, ThreeValueTable? threeValues)
    {
        List<LocalizedText> warnings = [];
        SummaryReport data = customers.Purchases.Report;
        if (data.UnmatchedRefunds > 0)
        {
            string amount = Wording.Amount(data.UnmatchedAmount, customers.Purchases.Currency.Beside);
            warnings.Add(new(
                $"No purchase was found for {Wording.Count(data.UnmatchedRefunds, "refund")} ({amount} in all); revenue alone is lowered.",
                $"有 {Wording.Number(data.UnmatchedRefunds)} 笔退款（合计 {amount}）找不到对应的购买，仅从收入中扣除。"));
        }

        if (data.LinesWithoutCost > 0)
        {
            warnings.Add(new(
                $"Without a cost though others have one: {Wording.Count(data.LinesWithoutCost, "line")}, counted as costing nothing, so profit looks too high.",
                $"有 {Wording.Number(data.LinesWithoutCost)} 行缺少成本（其他行有成本），按零成本计算，利润会偏高。"));
        }

        if (data.LeftTruncatedCustomers > 0)
        {
            warnings.Add(new(
                $"Left truncation: {Wording.Count(data.LeftTruncatedCustomers, "customer")} had bought before the window began, so the models take them for newer than they are.",
                $"有 {Wording.Number(data.LeftTruncatedCustomers)} 位客户在观察期开始前已购买过，看起来会比实际更“新”。"));
        }

        if (data.LinesAfterWindow > 0)
        {
            warnings.Add(new(
                $"Left out: {Wording.Count(data.LinesAfterWindow, "line")} dated after the last day observed.",
                $"有 {Wording.Number(data.LinesAfterWindow)} 行的日期晚于观察期最后一天，未计入。"));
        }

        if (!purchases.Converged)
            warnings.Add(Limit("purchases", "购买", purchases));
        if (spend is { Converged: false })
            warnings.Add(Limit("spend", "消费", spend));
        if (spend is null)
            warnings.Add(new("No customer has a repeat purchase with a value above 0: every purchase is expected to bring the average of all.", "没有金额大于 0 的复购记录：每次购买按全体平均金额估计。"));
        if (margin <= 0)
            warnings.Add(new("Costs are at least as high as revenue: every lifetime value is 0 or negative.", "成本不低于收入：所有客户的生命周期价值均不大于 0。"));
        warnings.AddRange(purchases.Warnings);
        warnings.AddRange(spend?.Warnings ?? []);
        if (sources is { Upside: not null, Kappa: null })
            warnings.Add(new("What customers could still buy is shown and not counted: nobody said which part of it campaigns win (kappa).", "可增购空间仅展示、未计入潜在价值：未给出营销可赢得的比例（κ）。"));
        warnings.AddRange(threeValues?.Segmentation.Fit.Warnings ?? []);
        return warnings;
    }

    private static LocalizedText Limit(string english, string chinese, FitReport report) => new(
        $"The model of {english} is taken at its limit. {report.Reason?.English}",
        $"{chinese}模型取其极限。{report.Reason?.Chinese}");
}
