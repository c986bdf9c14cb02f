using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>What stands in for a customer's own numbers, and why.</summary>
internal static class CardFallbacks
{
    private static readonly LocalizedText NoSpend = new("Nothing is known of what purchases are worth: the value is in purchases only.", "购买金额未知：仅以购买次数表示价值。");
    private static readonly LocalizedText NoModel = new("No customer has a repeat purchase with a value above 0: the mean of all purchases stands in.", "没有金额大于 0 的复购记录：以全体购买的平均金额代替。");
    private static readonly LocalizedText NoMean = new("The fitted spend has no finite mean for this customer: the mean of all purchases stands in.", "拟合的消费分布对该客户没有有限均值：以全体购买的平均金额代替。");
    private static readonly LocalizedText Once = new("One purchase only: the population's mean spend stands in.", "仅购买过一次：以全体客户的平均消费代替。");
    private static readonly LocalizedText NothingLeft = new("Mean repeat spend is 0 or below after refunds: it counts as 0, and the rest leans on the population's mean.", "退款后平均复购金额不大于 0：按 0 计，其余参照全体客户的平均消费。");
    private static readonly LocalizedText NoMargin = new("Margin is 0 or below: costs are at least as high as revenue in the whole base, so every purchase brings nothing or a loss.", "毛利率不大于 0：全体成本不低于收入，每次购买不盈利或亏损。");

    /// <summary>Null where every number is the customer's own.</summary>
    public static LocalizedText? Of(CustomerAppraisal appraisal, int row)
    {
        if (appraisal.LifetimeValue.IsEmpty)
            return NoSpend;
        PurchaseSummary customer = appraisal.Customers.Purchases.Columns[row];
        LocalizedText? spend = appraisal.SpendModel is not { } model ? NoModel
            : double.IsInfinity(model.ExpectedSpend(customer.Frequency, customer.Spend)) ? NoMean
            : customer.Frequency == 0 ? Once
            : customer.Spend <= 0 ? NothingLeft
            : null;
        if (appraisal.Margin > 0)
            return spend;
        return spend is { } both ? new($"{both.English} {NoMargin.English}", both.Chinese + NoMargin.Chinese) : NoMargin;
    }
}
