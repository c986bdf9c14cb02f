using CustomerValue.Appraisal;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Reporting.Sections;

/// <summary>Established, potential and influence value, each high or low: two pictures of four segments, and what to do in each.</summary>
internal static class CubeSection
{
    private const double Strongest = 42;

    public static void Write(Page page, ThreeValueTable table)
    {
        ThreeValueShares shares = new(table);
        ThreeValueDecision best = table.Segmentation.Decisions.Segments[shares.Best];
        page.Write($"<p class=\"takeaway\">{page.Sentence(CubeTexts.Takeaway, page.Say(best.Label), Format.Percent(shares.OfValue(shares.Best)), Format.Percent(shares.OfCustomers(shares.Best)), page.Say(best.Decision))}</p>");
        page.Write("<div class=\"figures\">");
        bool known = page.Appraisal.Influence is not null;
        if (known)
            Face(page, table, shares, high: true, page.Say(CubeTexts.InfluenceHigh));
        Face(page, table, shares, high: false, page.Say(known ? CubeTexts.InfluenceLow : CubeTexts.InfluenceUnknown));
        page.Write("</div>");
        page.Write($"<p class=\"note\"><b>{Page.Encode(page.Say(ChartTexts.HowToRead))}</b>{Page.Encode(page.Say(CubeTexts.How) + (known ? "" : " " + page.Say(CubeTexts.NoInfluence)))}</p>");
        CubeMap.Write(page, table, known);
        CubeTables.Write(page, table, shares);
        if (page.Options.ValueMigration is { } migration)
            MigrationSection.Write(page, migration);
    }

    private static void Face(Page page, ThreeValueTable table, ThreeValueShares shares, bool high, string title)
    {
        page.Write("<figure class=\"cube\">");
        page.Element("h3", title);
        page.Write($"<p class=\"legend\"><span><i class=\"key actual\"></i>{Page.Encode(page.Say(ChartTexts.ShareOfCustomers))}</span> <span><i class=\"key model\"></i>{Page.Encode(page.Say(CubeTexts.ShareOfValue))}</span></p>");
        page.Write("<div class=\"face\">");
        foreach (bool potential in new[] { true, false })
        {
            page.Element("p", page.Say(potential ? CubeTexts.PotentialHigh : CubeTexts.PotentialLow), "side");
            foreach (bool established in new[] { false, true })
                Cell(page, table, shares, (established ? 0 : 4) + (potential ? 0 : 2) + (high ? 0 : 1));
        }

        page.Write($"<p></p><p class=\"foot\">{Page.Encode(page.Say(CubeTexts.EstablishedLow))}</p><p class=\"foot\">{Page.Encode(page.Say(CubeTexts.EstablishedHigh))}</p></div></figure>");
    }

    private static void Cell(Page page, ThreeValueTable table, ThreeValueShares shares, int segment)
    {
        ThreeValueDecision decision = table.Segmentation.Decisions.Segments[segment];
        double customers = shares.OfCustomers(segment), value = shares.OfValue(segment);
        double shade = Math.Round(4 + (Strongest * Math.Clamp(shares.Most > 0 ? value / shares.Most : 0, 0, 1)));
        page.Write(FormattableString.Invariant($"<div class=\"block\" style=\"--shade-part:{(table.SegmentTotals[segment].Customers == 0 ? 0 : shade)}%\">"));
        page.Element("b", page.Say(decision.Label));
        page.Element("span", page.Say(CubeTexts.Customers, Format.Number(table.SegmentTotals[segment].Customers)));
        Bar(page, "actual", customers, shares.Longest);
        Bar(page, "model", value, shares.Longest);
        page.Element("small", page.Say(decision.Decision));
        page.Write("</div>");
    }

    private static void Bar(Page page, string style, double share, double longest) =>
        page.Write(FormattableString.Invariant($"<em><i class=\"{style}\" style=\"width:{68 * Math.Clamp(longest > 0 ? share / longest : 0, 0, 1):0.#}%\"></i>{Page.Encode(Format.Percent(share))}</em>"));
}
