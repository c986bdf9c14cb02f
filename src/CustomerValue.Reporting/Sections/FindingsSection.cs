using CustomerValue.Appraisal;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>What a reader should take away, in sentences, and the key figures.</summary>
internal static class FindingsSection
{
    public static void Write(Page page)
    {
        page.Write("<ul class=\"findings\">");
        foreach (string sentence in Sentences(page))
            page.Write($"<li>{sentence}</li>");
        page.Write("</ul>");
        Tiles(page);
        if (page.Appraisal.Warnings.Count > 0)
        {
            page.Write("<div class=\"warnings\">");
            page.Element("h3", page.Say(PageTexts.KeepInMind));
            page.Write("<ul>");
            foreach (Labels.LocalizedText warning in page.Appraisal.Warnings)
                page.Element("li", page.Say(warning));
            page.Write("</ul></div>");
        }
    }

    private static IEnumerable<string> Sentences(Page page)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        Overview all = page.Overview;
        if (!appraisal.PurchaseFit.Converged)
            yield return page.Sentence(FindingTexts.NoFit);
        if (all.Contribution > 0)
            yield return page.Sentence(FindingTexts.Pareto, Format.Percent(all.ContributionOfTop(20)), page.Contribution, Format.Percent(all.ContributionOfTop(1)));
        yield return page.Sentence(FindingTexts.Alive, Format.Number(all.Buyers), Format.Number(all.Alive), Format.Percent(all.Alive / all.Buyers), Format.Number(all.ExpectedPurchases), page.Months);
        if (all.Value > 0)
            yield return page.Sentence(FindingTexts.Value, page.Format.Money(all.Value), Format.Percent(all.ValueOfTop(10)));

        (int purchases, int customers, decimal revenue) = Lost(appraisal);
        if (customers > 0 && all.Revenue > 0)
            yield return page.Sentence(FindingTexts.Lost, Format.Number(customers), Format.Number(purchases), page.Format.Money(revenue), Format.Percent((double)(revenue / all.Revenue)));
        if (all.Repeaters > 0 && all.Repeaters < all.Buyers && all.Revenue > 0)
            yield return page.Sentence(FindingTexts.OneTime, Format.Percent(1 - ((double)all.Repeaters / all.Buyers)), Format.Percent((double)(all.RepeatersRevenue / all.Revenue)));
        if (SegmentTotals.Of(appraisal).MaxBy(segment => segment.RevenueShare - segment.CustomerShare) is { } best && best.RevenueShare > best.CustomerShare)
            yield return page.Sentence(FindingTexts.Segment, page.Say(best.Segment.Label), Format.Percent(best.CustomerShare), Format.Percent(best.RevenueShare));
        if (appraisal.Influence is not null && page.Parts.Sums[3] > 0 && page.Parts.Sums[4] >= 0)
            yield return page.Sentence(FindingTexts.Influence, page.Format.Money(page.Parts.Sums[3] + page.Parts.Sums[4]), page.Format.Money(page.Parts.Sums[3]));
        if (appraisal.Influence is not null && appraisal.ThreeValues is { } table && new ThreeValueShares(table) is var shares && shares.OfValue(shares.Best) > shares.OfCustomers(shares.Best))
            yield return page.Sentence(FindingTexts.ThreeValues, page.Say(table.Segmentation.Segments[shares.Best].Label), Format.Percent(shares.OfCustomers(shares.Best)), Format.Percent(shares.OfValue(shares.Best)));
        if (appraisal.Tracking.Count > 0 && appraisal.Tracking[^1].ActualCumulative > 0)
            yield return Fit(page, appraisal.Tracking);
    }

    /// <summary>Judges the whole curve: totals that agree at the end say nothing of the way there.</summary>
    private static string Fit(Page page, IReadOnlyList<TrackingPoint> curve)
    {
        static double Gap(TrackingPoint point) => Math.Abs(point.ExpectedCumulative - point.ActualCumulative);
        TrackingPoint last = curve[^1];
        TrackingPoint worst = curve.MaxBy(Gap)!;
        double gap = Gap(worst) / last.ActualCumulative;
        return gap < 0.1
            ? page.Sentence(FindingTexts.FitGood, Format.Number(last.ExpectedCumulative), Format.Number(last.ActualCumulative), Format.Percent(gap))
            : page.Sentence(FindingTexts.FitPoor, page.Format.Date(worst.LastDay), Format.Number(worst.ExpectedCumulative), Format.Number(worst.ActualCumulative));
    }

    /// <summary>Customers among the keenest quarter of those who came back, at least three purchases, who are more likely gone than not.</summary>
    internal static (int Purchases, int Customers, decimal Revenue) Lost(CustomerAppraisal appraisal)
    {
        ReadOnlySpan<int> frequency = appraisal.Customers.Purchases.Columns.Frequency;
        int[] repeaters = [.. frequency.ToArray().Where(x => x > 0).Order()];
        int often = Math.Max(2, repeaters.Length == 0 ? 0 : repeaters[3 * repeaters.Length / 4]);
        int customers = 0;
        decimal revenue = 0;
        for (int row = 0; row < frequency.Length; row++)
        {
            if (frequency[row] < often || appraisal.ProbabilityAlive[row] >= 0.5)
                continue;
            customers++;
            revenue += appraisal.Contribution.Revenue[row];
        }

        return (often + 1, customers, revenue);
    }

    private static void Tiles(Page page)
    {
        Overview all = page.Overview;
        page.Write("<dl class=\"tiles\">");
        Tile(page, page.Say(PageTexts.Customers), Format.Number(all.Buyers), "", page.Say(PageTexts.TileCustomersNote, Format.Number(all.Repeaters)));
        Tile(page, page.Say(PageTexts.TileRevenue), Format.Amount((double)all.Revenue), page.Format.Unit, page.Say(PageTexts.TileRevenueNote, page.Format.Money(all.Revenue / all.Buyers)));
        if (page.Appraisal.Contribution.IsNet && all.Revenue > 0)
            Tile(page, page.Say(PageTexts.TileNet), Format.Amount(all.Contribution), page.Format.Unit, page.Say(PageTexts.TileProfitNote, Format.Percent(all.Contribution / (double)all.Revenue)));
        else if (page.Appraisal.Contribution.IsProfit)
            Tile(page, page.Say(PageTexts.TileProfit), Format.Amount(all.Contribution), page.Format.Unit, page.Say(PageTexts.TileProfitNote, Format.Percent(page.Appraisal.Margin)));
        else
            Tile(page, page.Say(PageTexts.TileGini, page.Contribution), Format.Gini(page.Appraisal.Contribution.Gini), "", page.Say(PageTexts.TileGiniNote));
        Tile(page, page.Say(PageTexts.TileAlive), Format.Number(all.Alive), "", page.Say(PageTexts.TileAliveNote, Format.Percent(all.Alive / all.Buyers)));
        Tile(page, page.Say(PageTexts.TilePurchases), Format.Number(all.ExpectedPurchases), "", page.Say(PageTexts.TileHorizon, page.Months));
        if (all.HasValue)
            Tile(page, page.Say(PageTexts.TileValue), Format.Amount(all.Value), page.Format.Unit, page.Say(PageTexts.TileValueNote, page.Months, page.Format.Money(all.Value / all.Buyers)));
        page.Write("</dl>");
    }

    private static void Tile(Page page, string name, string value, string unit, string note) =>
        page.Write($"<div><dt>{Page.Encode(name)}</dt><dd class=\"figure\">{Page.Encode(value)}<small>{Page.Encode(unit)}</small></dd><dd>{Page.Encode(note)}</dd></div>");
}
