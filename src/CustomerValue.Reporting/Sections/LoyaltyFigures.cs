using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Reporting.Sections;

/// <summary>Points and their money as people read them.</summary>
internal static class LoyaltyFigures
{
    private static readonly NumberFormatInfo Signs = new() { NegativeSign = "−" };

    /// <summary>Units as points with the wallet's decimals: 12,345 or 12.50.</summary>
    public static string Points(this Wallet wallet, long units)
    {
        decimal points = units;
        for (int at = 0; at < wallet.Scale; at++)
            points /= 10;
        return points.ToString(wallet.Scale == 0 ? "#,0" : "#,0." + new string('0', wallet.Scale), Signs);
    }

    /// <summary>What the points of a wallet are called: its currency, or its id.</summary>
    public static string Unit(this Wallet wallet) => wallet.Currency?.Code ?? wallet.Id;

    /// <summary>Money of the books, with cents.</summary>
    public static string Of(Money money) => money.Amount.ToString("#,0.00", Signs) + " " + money.Currency.Code;

    /// <summary>What stands before a wallet's part where there are several.</summary>
    public static void Name(Sheet sheet, LoyaltyOverview overview, WalletOverview wallet)
    {
        if (overview.Wallets.Count > 1)
            sheet.Element("h4", wallet.Wallet.Id);
    }
}
