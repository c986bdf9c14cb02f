using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>Puts the evidence of a score into words.</summary>
internal static class RfmReason
{
    public static LocalizedText Of(double recencyDays, double purchases, Money money, RfmScores scores, RfmScores highest)
    {
        string days = Wording.Number(recencyDays), times = Wording.Number(purchases);
        string revenue = Wording.Amount(money.Amount, money.Currency.Beside);
        string when = recencyDays == 0 ? "on the day of counting" : Wording.Count(recencyDays, "day") + " ago";
        string often = purchases == 1 ? "once" : $"{times} times";
        return new LocalizedText(
            $"Bought last {when} (recency {scores.Recency} of {highest.Recency}), {often} ({scores.Frequency} of {highest.Frequency}), {revenue} in all ({scores.Monetary} of {highest.Monetary}).",
            $"最近一次购买{(recencyDays == 0 ? "在统计当日" : $"在{days}天前")}（近度{scores.Recency}/{highest.Recency}），共购买{times}次（频度{scores.Frequency}/{highest.Frequency}），累计消费{revenue}（额度{scores.Monetary}/{highest.Monetary}）。");
    }

    public static LocalizedText OfProspect(LocalDate lastDay)
    {
        string day = LocalDatePattern.Iso.Format(lastDay);
        return new LocalizedText($"No purchase up to {day}, or all were refunded.", $"截至{day}尚无购买，或购买均已退款。");
    }
}
