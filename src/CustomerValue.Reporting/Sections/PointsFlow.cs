using System.Globalization;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What was earned, redeemed and expired, month by month.</summary>
internal static class PointsFlow
{
    /// <summary>More months than these would be too thin to see; the latest are shown.</summary>
    private const int Most = 24;

    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        sheet.Write("<div class=\"figures\">");
        foreach (WalletOverview wallet in overview.Wallets.Where(wallet => wallet.Months.Count > 0))
            Write(sheet, wallet);
        sheet.Write("</div>");
    }

    private static void Write(Sheet sheet, WalletOverview wallet)
    {
        PointsMonth[] months = [.. wallet.Months.TakeLast(Most)];
        double scale = Math.Pow(10, wallet.Wallet.Scale);
        string title = sheet.Say(LoyaltyTexts.FlowOf, wallet.Wallet.Id);
        string[] labels = [.. months.Select(month => month.Month.ToString("uuuu-MM", CultureInfo.InvariantCulture))];
        double most = months.Max(month => Math.Max(month.Earned, Math.Max(month.Redeemed, month.Expired))) / scale;
        Chart chart = new(title, Axis.Places("", labels, 5), Axis.FromZero(wallet.Wallet.Currency?.Code ?? sheet.Say(LoyaltyTexts.FlowAxis), most, Format.Edge));
        for (int at = 0; at < months.Length; at++)
        {
            PointsMonth month = months[at];
            string tip = sheet.Say(LoyaltyTexts.FlowTip, [labels[at], .. new[] { month.Earned, month.Redeemed, month.Expired, month.TakenBack }.Select(wallet.Wallet.Points)]);
            chart.Bar(at + 0.14, at + 0.38, month.Earned / scale, "actual", tip);
            chart.Bar(at + 0.38, at + 0.62, Math.Max(0, month.Redeemed / scale), "model", tip);
            chart.Bar(at + 0.62, at + 0.86, month.Expired / scale, "reach", tip);
        }

        PointsMonth last = months[^1];
        string takeaway = sheet.Sentence(LoyaltyTexts.FlowTakeaway, labels[^1], wallet.Wallet.Points(last.Earned), wallet.Wallet.Points(last.Redeemed), wallet.Wallet.Points(last.Expired));
        sheet.Figure(title, takeaway, chart.ToSvg(), sheet.Say(LoyaltyTexts.FlowHow), ("actual", LoyaltyTexts.Earned), ("model", LoyaltyTexts.Redeemed), ("reach", LoyaltyTexts.Expired));
    }
}
