using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Who brought whom, what came of it, and to whom it is credited.</summary>
internal static class ReferralSection
{
    private const int Bars = 8;
    private const int Trees = 3;

    public static void Write(Page page, ReferralLedger ledger)
    {
        ReferralNetwork network = ledger.Network;
        int referrers = 0, referred = 0;
        decimal credit = 0, value = 0, none = 0, all = 0;
        for (int row = 0; row < network.Count; row++)
        {
            EstablishedInfluence influence = ledger.Influence(row);
            referrers += network.Referred(row).Length > 0 ? 1 : 0;
            referred += network.Referrer[row] >= 0 ? 1 : 0;
            (credit, value, none, all) = (credit + ledger.Credit[row], value + influence.Value, none + influence.IfNoneCaused, all + influence.IfAllCaused);
        }

        // Saved cost and rewards are spoken of only where there are any.
        string[] brought = [Format.Number(referrers), Format.Number(referred), page.Format.Money(ledger.ReferredMargin), page.Format.Money(credit)];
        string lead = none == 0 && value == credit ? page.Sentence(InfluenceTexts.LeadPlain, brought) : page.Sentence(InfluenceTexts.Lead, [.. brought, page.Format.Money(value), page.Format.Money(none), page.Format.Money(all)]);
        page.Write($"<p class=\"takeaway\">{lead}</p>");
        int[] best = Best(ledger);
        if (best.Length == 0)
            return;
        page.Write("<div class=\"trees\">");
        Ranking(page, ledger, best, value);
        int[] trees = [.. best.Take(Trees - 1).Append(Widest(ledger)).Concat(best).Distinct().Take(Trees)];
        foreach (int row in trees)
            Tree(page, ledger, row, row == best[0] ? page.Say(InfluenceTexts.TreeHow) : "");
        page.Write("</div>");
    }

    /// <summary>The rows of most established influence among those who brought somebody, the best first.</summary>
    internal static int[] Best(ReferralLedger ledger)
    {
        PriorityQueue<int, (decimal, decimal, int, int)> best = new();
        for (int row = 0; row < ledger.Network.Count; row++)
        {
            int brought = ledger.Network.Referred(row).Length;
            if (brought == 0)
                continue;
            EstablishedInfluence influence = ledger.Influence(row);
            best.Enqueue(row, (influence.Value, influence.IfAllCaused, brought, -row));
            if (best.Count > Bars)
                best.Dequeue();
        }

        int[] rows = new int[best.Count];
        for (int i = rows.Length - 1; i >= 0; i--)
            rows[i] = best.Dequeue();
        return rows;
    }

    /// <summary>Who brought most customers directly; of equal ones the earlier. A rich tree may be a small one, and both are worth a look.</summary>
    private static int Widest(ReferralLedger ledger)
    {
        int widest = 0;
        for (int row = 1; row < ledger.Network.Count; row++)
            widest = ledger.Network.Referred(row).Length > ledger.Network.Referred(widest).Length ? row : widest;
        return widest;
    }

    private static void Ranking(Page page, ReferralLedger ledger, int[] best, decimal all)
    {
        string title = page.Say(InfluenceTexts.BestTitle);
        decimal shown = best.Sum(row => ledger.Influence(row).Value);
        string takeaway = all > 0 && shown > 0 && shown <= all
            ? page.Sentence(InfluenceTexts.BestTakeaway, Format.Number(best.Length), Format.Percent((double)(shown / all)))
            : page.Sentence(InfluenceTexts.BestTakeawayOne, ledger.Network.Customers[best[0]].Value, page.Format.Money(ledger.Influence(best[0]).Value));
        string bars = RangeBars.Draw(title, [.. best.Select(row =>
        {
            EstablishedInfluence influence = ledger.Influence(row);
            string name = ledger.Network.Customers[row].Value, worth = page.Format.Money(influence.Value);
            return (page.Say(InfluenceTexts.BroughtCount, Lettering.FitBold(name, 330), Format.Number(ledger.Network.Referred(row).Length)), (double)influence.Value, (double)influence.IfNoneCaused, (double)influence.IfAllCaused, Format.Amount((double)influence.Value),
                page.Say(InfluenceTexts.BestTip, name, worth, page.Format.Money(influence.IfNoneCaused), page.Format.Money(influence.IfAllCaused)));
        })]);
        page.Figure(page.Format.WithCurrency(title), takeaway, bars, page.Say(InfluenceTexts.BestHow));
    }

    private static void Tree(Page page, ReferralLedger ledger, int row, string how)
    {
        ReferralTree tree = new(ledger, row);
        string title = page.Say(InfluenceTexts.TreeTitle, ledger.Network.Customers[row].Value);
        string takeaway = page.Sentence(InfluenceTexts.TreeTakeaway, Format.Number(tree.Customers), Format.Number(tree.Generations), page.Format.Money(ledger.Influence(row).Value));
        page.Figure(title, takeaway, TreeChart.Draw(title, page.Say(InfluenceTexts.TreeMargin), page.Say(InfluenceTexts.TreeCredit), tree.Rows(page)), how);
    }
}
