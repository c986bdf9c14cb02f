using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Appraisal;

/// <summary>Why a customer's numbers are what they are, in one sentence each.</summary>
internal static class CardReasons
{
    public static LocalizedText Alive(CustomerAppraisal appraisal, int row)
    {
        PurchaseSummaries purchases = appraisal.Customers.Purchases;
        int silent = Period.DaysBetween(purchases.LastPurchase(row), purchases.Window.LastDay);
        int repeats = purchases.Columns.Frequency[row];
        string alive = Wording.Percent(appraisal.ProbabilityAlive[row]);
        string ago = silent == 0 ? "on the last day observed" : Wording.Count(silent, "day") + " ago";
        string agoChinese = silent == 0 ? "观察期最后一天" : $" {Wording.Number(silent)} 天前";
        if (repeats == 0)
        {
            return new LocalizedText(
                $"Bought once, {ago}; still a customer with a probability of {alive}.",
                $"仅在{agoChinese}购买过一次；仍为客户的概率为 {alive}。");
        }

        string gap = Wording.Count((purchases.LastDays[row] - purchases.FirstDays[row]) / (double)repeats, "day");
        return new LocalizedText(
            $"Came back {Wording.Count(repeats, "time")}, {gap} apart on average, and was last seen {ago}; still a customer with a probability of {alive}.",
            $"复购 {Wording.Number(repeats)} 次，平均间隔 {Wording.Number((purchases.LastDays[row] - purchases.FirstDays[row]) / (double)repeats)} 天，最近一次在{agoChinese}；仍为客户的概率为 {alive}。");
    }

    public static LocalizedText Value(CustomerAppraisal appraisal, int row)
    {
        string months = Wording.Number(appraisal.Options.HorizonMonths);
        string expected = Wording.Number(appraisal.ExpectedPurchases[row]);
        if (appraisal.LifetimeValue.IsEmpty)
        {
            return new LocalizedText(
                $"In the next {months} months {expected} purchases are expected; nothing is known of their value.",
                $"预计未来 {months} 个月购买 {expected} 次；金额未知。");
        }

        PurchaseSummaries purchases = appraisal.Customers.Purchases;
        string spend = Wording.Amount(CardMaker.Money(appraisal.ExpectedSpend[row]), purchases.Currency.Beside);
        CustomerTerms? terms = appraisal.TermsOf(row);
        string rate = Wording.Percent(terms?.DiscountRate ?? appraisal.Options.DiscountRate);
        string margin = purchases.HasCost ? $" at a margin of {Wording.Percent(appraisal.Margin)}" : "";
        string marginChinese = purchases.HasCost ? $"，毛利率 {Wording.Percent(appraisal.Margin)}" : "";
        return new LocalizedText(
            $"In the next {months} months {expected} purchases of {spend} are expected{margin}{Costs(terms, purchases.Currency.Beside).English}, discounted at {rate} a year.",
            $"预计未来 {months} 个月购买 {expected} 次，每次 {spend}{marginChinese}{Costs(terms, purchases.Currency.Beside).Chinese}，年折现率 {rate}。");
    }

    /// <summary>What the customer costs to serve; empty where nothing is known of it.</summary>
    private static LocalizedText Costs(CustomerTerms? terms, string currency)
    {
        (string english, string chinese) = ("", "");
        if (terms?.CostPerPurchase is decimal purchase)
            (english, chinese) = ($", less {Wording.Amount(purchase, currency)} a purchase to serve", $"，扣除每次服务成本 {Wording.Amount(purchase, currency)}");
        if (terms?.CostPerYear is decimal year)
            (english, chinese) = (english + $", less {Wording.Amount(year, currency)} a year to serve", chinese + $"，扣除每年服务成本 {Wording.Amount(year, currency)}");
        return new(english, chinese);
    }
}
