using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What the points of each rule have cost, the dearest first.</summary>
internal static class RuleCostTable
{
    private const int Shown = 20;

    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        foreach (WalletOverview wallet in overview.Wallets)
        {
            if (wallet.Cost is { Rules.Count: > 0 } cost)
                Write(sheet, overview, wallet, cost);
        }
    }

    private static void Write(Sheet sheet, LoyaltyOverview overview, WalletOverview wallet, ProgramCost cost)
    {
        LoyaltyFigures.Name(sheet, overview, wallet);
        RuleCost[] rules = [.. cost.Rules.OrderByDescending(rule => rule.Cost.Amount).ThenBy(rule => rule.Rule, StringComparer.Ordinal)];
        sheet.Write($"<p class=\"takeaway\">{sheet.Sentence(LoyaltyTexts.CostTakeaway, LoyaltyFigures.Of(cost.Cost), LoyaltyFigures.Of(cost.Spent), LoyaltyFigures.Of(cost.Owed), Name(sheet, rules[0]))}</p>");
        sheet.OpenTable(LoyaltyTexts.Cost, "ledger");
        sheet.Element("th", sheet.Say(LoyaltyTexts.Rule));
        foreach (Labels.LocalizedText head in (Labels.LocalizedText[])[LoyaltyTexts.Issued, LoyaltyTexts.Redeemed, LoyaltyTexts.Expired, LoyaltyTexts.Points, LoyaltyTexts.RuleRedeemed, LoyaltyTexts.Owed, LoyaltyTexts.RuleCost])
            sheet.Element("th", sheet.Say(head), "number");
        sheet.Write("</tr></thead><tbody>");
        foreach (RuleCost rule in rules.Take(Shown))
        {
            sheet.Write($"<tr><th scope=\"row\">{Sheet.Encode(Name(sheet, rule))}</th>");
            foreach (long units in (long[])[rule.Granted, rule.Redeemed, rule.Expired, rule.Outstanding])
                sheet.Element("td", wallet.Wallet.Points(units), "number");
            foreach (Customers.Money money in (Customers.Money[])[rule.Spent, rule.Owed, rule.Cost])
                sheet.Element("td", LoyaltyFigures.Of(money), "number");
            sheet.Write("</tr>");
        }

        sheet.CloseTable();
    }

    private static string Name(Sheet sheet, RuleCost rule) => rule.Rule ?? sheet.Say(LoyaltyTexts.NoRule);
}
