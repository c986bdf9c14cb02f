using System.Globalization;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Points by the days that are left to spend them.</summary>
internal static class ExpiringTable
{
    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        foreach (WalletOverview wallet in overview.Wallets.Where(Expires))
        {
            LoyaltyFigures.Name(sheet, overview, wallet);
            long within = wallet.Expiring.Where(each => each.Within is not null).Sum(each => each.Units);
            sheet.Write($"<p class=\"takeaway\">{sheet.Sentence(LoyaltyTexts.ExpiringTakeaway, wallet.Wallet.Points(wallet.Expiring[0].Units), wallet.Wallet.Unit(), wallet.Wallet.Points(within))}</p>");
            sheet.OpenTable(LoyaltyTexts.Expiring, "ledger");
            sheet.Element("th", sheet.Say(LoyaltyTexts.Days));
            sheet.Element("th", sheet.Say(LoyaltyTexts.Points), "number");
            sheet.Element("th", sheet.Say(LoyaltyTexts.Members), "number");
            sheet.Write("</tr></thead><tbody>");
            for (int at = 0; at < wallet.Expiring.Count; at++)
            {
                ExpiringPoints part = wallet.Expiring[at];
                sheet.Write($"<tr><th scope=\"row\">{Sheet.Encode(Days(sheet, at == 0 ? null : wallet.Expiring[at - 1].Within, part.Within))}</th>");
                sheet.Element("td", wallet.Wallet.Points(part.Units), "number");
                sheet.Element("td", Format.Number(part.Members), "number");
                sheet.Write("</tr>");
            }

            sheet.CloseTable();
        }
    }

    /// <summary>Whether anything in the wallet ever expires.</summary>
    public static bool Expires(WalletOverview wallet) => wallet.Months.Count > 0 && (wallet.Wallet.Expiry.Kind != ExpiryKind.Never || wallet.Expiring.Any(part => part is { Within: not null, Units: > 0 }));

    private static string Days(Sheet sheet, int? after, int? within) =>
        within is not { } most ? sheet.Say(LoyaltyTexts.Later)
        : after is not { } before ? sheet.Say(LoyaltyTexts.UpTo, most)
        : sheet.Say(LoyaltyTexts.Between, (before + 1).ToString(CultureInfo.InvariantCulture), most);
}
