using CustomerValue.Customers;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What is owed for points that are left, by the tier in which they were earned.</summary>
internal static class LiabilityTable
{
    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        foreach (WalletOverview wallet in overview.Wallets)
        {
            if (wallet.Liability is { Lots.Count: > 0 } owed)
                Write(sheet, overview, wallet, owed);
        }

        sheet.Element("p", sheet.Say(overview.IsReconciled ? LoyaltyTexts.Reconciled : LoyaltyTexts.NotReconciled), overview.IsReconciled ? "note" : "warning");
    }

    private static void Write(Sheet sheet, LoyaltyOverview overview, WalletOverview wallet, LiabilityReport owed)
    {
        LoyaltyFigures.Name(sheet, overview, wallet);
        sheet.Write($"<p class=\"takeaway\">{sheet.Sentence(LoyaltyTexts.LiabilityTakeaway, LoyaltyFigures.Of(owed.Amount), LoyaltyFigures.Of(owed.Gross), LoyaltyFigures.Of(owed.Breakage))}</p>");
        sheet.OpenTable(LoyaltyTexts.Liability, "ledger");
        sheet.Element("th", sheet.Say(LoyaltyTexts.EarnedIn));
        foreach (Labels.LocalizedText head in (Labels.LocalizedText[])[LoyaltyTexts.Points, LoyaltyTexts.Gross, LoyaltyTexts.Breakage, LoyaltyTexts.Owed])
            sheet.Element("th", sheet.Say(head), "number");
        sheet.Write("</tr></thead><tbody>");
        if (owed.Tiers.Count > 1)
        {
            foreach (TierLiability tier in owed.Tiers.OrderBy(tier => RankOf(overview, tier.Tier)))
                Row(sheet, NameOf(sheet, overview, tier.Tier), wallet.Wallet.Points(tier.Units), tier.Gross, tier.Amount);
        }

        Row(sheet, sheet.Say(LoyaltyTexts.AllTiers), wallet.Wallet.Points(owed.Reconciliation.Outstanding), owed.Gross, owed.Amount);
        sheet.CloseTable();
    }

    private static int RankOf(LoyaltyOverview overview, string? tier) => overview.Tiers is { } tiers ? Enumerable.Range(0, tiers.Levels.Count).FirstOrDefault(rank => tiers.Levels[rank].Id == tier, -1) : -1;

    private static string NameOf(Sheet sheet, LoyaltyOverview overview, string? tier) =>
        overview.Tiers?.Levels.FirstOrDefault(level => level.Id == tier)?.Name is { } name ? sheet.Say(name) : tier ?? "";

    private static void Row(Sheet sheet, string name, string points, Money gross, Money amount)
    {
        sheet.Write($"<tr><th scope=\"row\">{Sheet.Encode(name)}</th>");
        foreach (string cell in (string[])[points, LoyaltyFigures.Of(gross), LoyaltyFigures.Of(gross - amount), LoyaltyFigures.Of(amount)])
            sheet.Element("td", cell, "number");
        sheet.Write("</tr>");
    }
}
