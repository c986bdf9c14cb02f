using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What members have in each wallet, and what became of all that was granted.</summary>
internal static class WalletTable
{
    private static readonly (LocalizedText Head, Func<PointsTotals, long> Units)[] Columns =
    [
        (LoyaltyTexts.Issued, totals => totals.Issued),
        (LoyaltyTexts.Pending, totals => totals.Pending),
        (LoyaltyTexts.Available, totals => totals.Available),
        (LoyaltyTexts.Held, totals => totals.Held),
        (LoyaltyTexts.Redeemed, totals => totals.Redeemed),
        (LoyaltyTexts.Expired, totals => totals.Expired),
        (LoyaltyTexts.Reversed, totals => totals.Reversed),
        (LoyaltyTexts.Adjusted, totals => totals.Adjusted),
        (LoyaltyTexts.Debt, totals => totals.Debt),
        (LoyaltyTexts.WrittenOff, totals => totals.WrittenOff),
    ];

    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        foreach (WalletOverview wallet in overview.Wallets)
            sheet.Write($"<p class=\"takeaway\">{Takeaway(sheet, overview, wallet)}</p>");
        // What no wallet has ever had is no column.
        (LocalizedText Head, Func<PointsTotals, long> Units)[] shown = [.. Columns.Where((column, at) => at is 0 or 2 or 4 || overview.Wallets.Any(wallet => column.Units(wallet.Totals) != 0))];
        sheet.OpenTable(LoyaltyTexts.Balances, "ledger");
        sheet.Element("th", sheet.Say(LoyaltyTexts.Wallet));
        foreach ((LocalizedText head, _) in shown)
            sheet.Element("th", sheet.Say(head), "number");
        sheet.Write("</tr></thead><tbody>");
        foreach (WalletOverview wallet in overview.Wallets)
        {
            sheet.Write($"<tr><th scope=\"row\">{Sheet.Encode(wallet.Wallet.Id)}</th>");
            foreach ((_, Func<PointsTotals, long> units) in shown)
                sheet.Element("td", wallet.Wallet.Points(units(wallet.Totals)), "number");
            sheet.Write("</tr>");
        }

        sheet.CloseTable();
        sheet.Element("p", sheet.Say(LoyaltyTexts.BalancesHow), "note");
    }

    private static string Takeaway(Sheet sheet, LoyaltyOverview overview, WalletOverview wallet)
    {
        PointsTotals totals = wallet.Totals;
        string Share(long units) => Format.Percent((double)units / totals.Issued);
        return totals.Issued == 0
            ? sheet.Sentence(LoyaltyTexts.NothingGranted, wallet.Wallet.Id)
            : sheet.Sentence(LoyaltyTexts.BalancesTakeaway, Format.Number(wallet.Holders), Format.Number(overview.Members), wallet.Wallet.Points(totals.Available), wallet.Wallet.Unit(), Share(totals.Redeemed), Share(totals.Expired));
    }
}
