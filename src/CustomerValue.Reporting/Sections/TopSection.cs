using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The customers with most to come, each with the reason.</summary>
internal static class TopSection
{
    private const int Count = 20;

    public static void Write(Page page)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        bool money = page.Overview.HasValue;
        int[] rows = Rows(money ? appraisal.LifetimeValue : appraisal.ExpectedPurchases);
        if (money)
        {
            double sum = 0;
            foreach (int row in rows)
                sum += appraisal.LifetimeValue[row];
            page.Write($"<p class=\"takeaway\">{page.Sentence(TableTexts.TopTakeaway, page.Format.Money(sum), Format.Percent(page.Overview.Value > 0 ? sum / page.Overview.Value : 0))}</p>");
        }

        string level = Format.Percent(appraisal.Options.IntervalLevel);
        page.OpenTable(PageTexts.Top, "top");
        page.Element("th", page.Say(TableTexts.Customer));
        string[] heads = [page.Say(TableTexts.Value), page.Say(TableTexts.Interval, level), page.Say(TableTexts.Alive), page.Say(TableTexts.Purchases), page.Say(TableTexts.Spend), page.Say(TableTexts.Bought), page.Say(TableTexts.Last)];
        foreach (string head in heads)
            page.Element("th", head, "number");
        page.Element("th", page.Say(TableTexts.Segment));
        page.Write("</tr></thead><tbody>");
        foreach (int row in rows)
            Customer(page, appraisal[row], heads.Length + 2);
        page.CloseTable();
        Currency currency = appraisal.Customers.Purchases.Currency;
        page.Element("p", page.Say(TableTexts.TopHow, currency == Currency.None ? page.Say(TableTexts.MajorUnits) : currency.Code, level), "note");
    }

    /// <summary>The rows of the largest values, largest first; equal ones in the order of the rows.</summary>
    internal static int[] Rows(ReadOnlySpan<double> values)
    {
        PriorityQueue<int, (double Value, int Order)> largest = new();
        for (int row = 0; row < values.Length; row++)
        {
            if (largest.Count < Count)
                largest.Enqueue(row, (values[row], -row));
            else
                largest.EnqueueDequeue(row, (values[row], -row));
        }

        int[] rows = new int[largest.Count];
        for (int i = rows.Length - 1; i >= 0; i--)
            rows[i] = largest.Dequeue();
        return rows;
    }

    private static void Customer(Page page, ValueCard card, int columns)
    {
        ForecastCard forecast = card.Forecast!;
        PurchaseCard purchases = card.Purchases!;
        static string Amount(Money? money) => money is { } known ? Format.Amount((double)known.Amount) : "–";
        page.Write($"<tr><th scope=\"row\"><bdi>{Page.Encode(card.Customer.Value)}</bdi></th>");
        page.Element("td", Amount(forecast.LifetimeValue), "number strong");
        page.Element("td", forecast.LifetimeValueLow is null ? "–" : $"{Amount(forecast.LifetimeValueLow)} – {Amount(forecast.LifetimeValueHigh)}", "number");
        page.Element("td", Format.Percent(forecast.ProbabilityAlive), "number");
        page.Element("td", Format.Small(forecast.ExpectedPurchases), "number");
        page.Element("td", Amount(forecast.ExpectedSpend), "number");
        page.Element("td", Format.Number(purchases.Summary.Frequency + 1), "number");
        page.Element("td", page.Format.Date(purchases.Last), "number");
        page.Element("td", page.Say(card.Segment.Label));
        string space = page.Options.Language == Labels.DisplayLanguage.Chinese ? "" : " ";
        page.Write($"</tr><tr class=\"why\"><td colspan=\"{columns}\"><p>{Page.Encode(page.Say(forecast.ValueReason) + space + page.Say(forecast.AliveReason))}</p></td></tr>");
    }
}
