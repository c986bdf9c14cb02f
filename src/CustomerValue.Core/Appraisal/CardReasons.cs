using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>Why a customer's numbers are what they are, in one sentence each.</summary>
internal static class CardReasons
{
    public static LocalizedText Alive(CustomerAppraisal appraisal, int row)
    {
        PurchaseSummaries purchases = appraisal.Customers.Purchases;
        int silent = NodaTime.Period.DaysBetween(purchases.LastPurchase(row), purchases.Window.LastDay);
        int repeats = purchases.Columns.Frequency[row];
        double alive = appraisal.ProbabilityAlive[row];
        if (repeats == 0)
        {
            return Text(
                "Bought once, {0} days ago; still a customer with a probability of {1}.",
                "仅在 {0} 天前购买过一次；仍为客户的概率为 {1}。",
                silent,
                Percent(alive));
        }

        double gap = (purchases.LastDays[row] - purchases.FirstDays[row]) / (double)repeats;
        return Text(
            "Came back {0} times, every {1:0.#} days on average, and was last seen {2} days ago; still a customer with a probability of {3}.",
            "复购 {0} 次，平均每 {1:0.#} 天一次，最近一次在 {2} 天前；仍为客户的概率为 {3}。",
            repeats,
            gap,
            silent,
            Percent(alive));
    }

    public static LocalizedText Value(CustomerAppraisal appraisal, int row)
    {
        double horizon = appraisal.Options.HorizonMonths;
        double expected = appraisal.ExpectedPurchases[row];
        if (appraisal.LifetimeValue.IsEmpty)
            return Text("{0:0.##} purchases are expected in the next {1:0.##} months; nothing is known of their value.", "预计未来 {1:0.##} 个月购买 {0:0.##} 次；金额未知。", expected, horizon);
        string currency = appraisal.Customers.Purchases.Currency == Currency.None ? "" : " " + appraisal.Customers.Purchases.Currency;
        LocalizedText margin = appraisal.Customers.Purchases.HasCost
            ? Text(", a margin of {0}", "，毛利率 {0}", Percent(appraisal.Margin))
            : new LocalizedText("", "");
        return new LocalizedText(
            Sentence("{0:0.##} purchases of {1:0.00}{2} are expected in the next {3:0.##} months{4}; discounted at {5} a year. {6} of outcomes lie between {7:0.00} and {8:0.00}.", margin.English),
            Sentence("预计未来 {3:0.##} 个月购买 {0:0.##} 次，每次 {1:0.00}{2}{4}；年折现率 {5}。{6} 的可能结果在 {7:0.00} 至 {8:0.00} 之间。", margin.Chinese));

        string Sentence(string form, string withMargin) => string.Format(
            CultureInfo.InvariantCulture,
            form,
            expected,
            appraisal.ExpectedSpend[row],
            currency,
            horizon,
            withMargin,
            Percent(appraisal.Options.DiscountRate),
            Percent(appraisal.Options.IntervalLevel),
            appraisal.LifetimeValueLow[row],
            appraisal.LifetimeValueHigh[row]);
    }

    private static string Percent(double part) => (100 * part).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static LocalizedText Text(string english, string chinese, params object[] values) => new(
        string.Format(CultureInfo.InvariantCulture, english, values),
        string.Format(CultureInfo.InvariantCulture, chinese, values));
}
