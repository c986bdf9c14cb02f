using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Reporting.Sections;

/// <summary>The segments and, where the segmentation scores, the grid of recency and frequency.</summary>
internal static class SegmentSection
{
    public static void Write(Page page)
    {
        Table(page);
        if (page.Appraisal.Segmentation is IScoredSegmentation scored)
            Grid(page, scored);
    }

    private static void Table(Page page)
    {
        page.OpenTable(PageTexts.Segments);
        page.Element("th", page.Say(TableTexts.Segment));
        foreach (Labels.LocalizedText head in new[] { PageTexts.Customers, TableTexts.Share, TableTexts.Revenue, TableTexts.RevenueShare, TableTexts.MeanValue, TableTexts.MeanAlive })
            page.Element("th", page.Say(head), "number");
        page.Write("</tr></thead><tbody>");
        foreach (SegmentTotals total in SegmentTotals.Of(page.Appraisal).Where(total => total.Customers > 0))
        {
            page.Write($"<tr><th scope=\"row\">{Page.Encode(page.Say(total.Segment.Label))}<small>{Page.Encode(page.Say(total.Segment.Description))}</small></th>");
            page.Element("td", Format.Number(total.Customers), "number");
            Share(page, total.CustomerShare);
            page.Element("td", Format.Amount((double)total.Revenue), "number");
            Share(page, total.RevenueShare);
            page.Element("td", total.MeanValue is { } value ? Format.Amount(value) : "–", "number");
            page.Element("td", total.MeanAlive is { } alive ? Format.Percent(alive) : "–", "number");
            page.Write("</tr>");
        }

        page.CloseTable();
        Currency currency = page.Appraisal.Customers.Purchases.Currency;
        page.Element("p", page.Say(TableTexts.SegmentsHow, currency == Currency.None ? page.Say(TableTexts.MajorUnits) : currency.Code, page.Months), "note");
    }

    private static void Share(Page page, double share) =>
        page.Write(FormattableString.Invariant($"<td class=\"number share\"><i style=\"width:{Math.Clamp(100 * share, 0, 100):0.#}%\"></i>{Page.Encode(Format.Percent(share))}</td>"));

    private static void Grid(Page page, IScoredSegmentation scored)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        bool money = page.Overview.HasValue;
        int rows = scored.Highest.Recency, columns = scored.Highest.Frequency;
        (int Customers, double Sum)[,] cells = new (int, double)[rows, columns];
        for (int row = 0; row < appraisal.Customers.Buyers; row++)
        {
            if (scored.Score(appraisal.Customers, row) is not RfmScores scores)
                continue;
            ref (int Customers, double Sum) cell = ref cells[scores.Recency - 1, scores.Frequency - 1];
            cell.Customers++;
            cell.Sum += money ? appraisal.LifetimeValue[row] : appraisal.ProbabilityAlive[row];
        }

        double highest = cells.Cast<(int Customers, double Sum)>().Where(cell => cell.Customers > 0).Select(cell => cell.Sum / cell.Customers).DefaultIfEmpty(1).Max();
        static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(i => Format.Number(i))];
        Chart chart = new(page.Say(ChartTexts.GridTitle), Axis.Places(page.Say(ChartTexts.GridX), Names(columns)), Axis.Places(page.Say(ChartTexts.GridY), Names(rows)), 90 + (42 * rows), grid: false);
        for (int recency = 0; recency < rows; recency++)
        {
            for (int frequency = 0; frequency < columns; frequency++)
            {
                (int customers, double sum) = cells[recency, frequency];
                if (customers == 0)
                    continue;
                double mean = sum / customers;
                string tip = page.Say(ChartTexts.GridTip, recency + 1, frequency + 1, Format.Number(customers), money ? page.Format.Money(mean) : Format.Percent(mean));
                chart.Cell(frequency, recency, highest > 0 ? Math.Sqrt(Math.Max(0, mean / highest)) : 0, Format.Number(customers), tip);
            }
        }

        int best = cells[rows - 1, columns - 1].Customers, worst = cells[0, 0].Customers, all = page.Overview.Buyers;
        string takeaway = page.Sentence(ChartTexts.GridTakeaway, Format.Number(best), Format.Percent((double)best / all), Format.Number(worst), Format.Percent((double)worst / all));
        page.Write("<div class=\"lone\">");
        page.Figure(page.Say(ChartTexts.GridTitle), takeaway, chart.ToSvg(), page.Say(money ? ChartTexts.GridHow : ChartTexts.GridHowAlive));
        page.Write("</div>");
    }
}
