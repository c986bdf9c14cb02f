using CustomerValue.Appraisal;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Reporting.Sections;

/// <summary>The grid of recency and frequency of a segmentation that scores.</summary>
internal static class RfmGrid
{
    public static void Write(Page page, IScoredSegmentation scored)
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
        page.Figure(page.Say(ChartTexts.GridTitle), takeaway, chart.ToSvg(), page.Say(money ? ChartTexts.GridHow : ChartTexts.GridHowAlive));
    }
}
