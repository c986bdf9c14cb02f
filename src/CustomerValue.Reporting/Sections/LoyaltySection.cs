using CustomerValue.Labels;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>A loyalty programme: sections of a page of its own, or one section of the page on customers.</summary>
internal static class LoyaltySection
{
    /// <summary>What there is to tell of a programme, in the order of the page.</summary>
    public static IReadOnlyList<(string Id, LocalizedText Heading, Action Write)> Of(Sheet sheet, LoyaltyOverview overview)
    {
        List<(string, LocalizedText, Action)> parts = [("balances", LoyaltyTexts.Balances, () => WalletTable.Write(sheet, overview))];
        if (overview.Tiers is { } tiers && overview.Members > 0)
            parts.Add(("tiers", LoyaltyTexts.Tiers, () => TierFigures.Write(sheet, tiers)));
        if (overview.Wallets.Any(wallet => wallet.Months.Count > 0))
            parts.Add(("flow", LoyaltyTexts.Flow, () => PointsFlow.Write(sheet, overview)));
        if (overview.Wallets.Any(ExpiringTable.Expires))
            parts.Add(("expiring", LoyaltyTexts.Expiring, () => ExpiringTable.Write(sheet, overview)));
        if (overview.Wallets.Any(wallet => wallet.Liability is { Lots.Count: > 0 }))
            parts.Add(("liability", LoyaltyTexts.Liability, () => LiabilityTable.Write(sheet, overview)));
        if (overview.Wallets.Any(wallet => wallet.Cost is { Rules.Count: > 0 }))
            parts.Add(("cost", LoyaltyTexts.Cost, () => RuleCostTable.Write(sheet, overview)));
        if (overview.Refused.Count > 0)
            parts.Add(("refused", LoyaltyTexts.Refused, () => RefusedTable.Write(sheet, overview.Refused)));
        return parts;
    }

    public static void Write(Sheet sheet, LoyaltyOverview overview)
    {
        foreach ((_, LocalizedText heading, Action write) in Of(sheet, overview))
        {
            sheet.Element("h3", sheet.Say(heading), "part lead");
            write();
        }
    }
}
