using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Reporting.Texts;
using NodaTime;

namespace CustomerValue.Reporting.Sections;

/// <summary>Which data the numbers rest on, and what was left out.</summary>
internal static class DataSection
{
    public static void Write(Page page)
    {
        CustomerAppraisal appraisal = page.Appraisal;
        PurchaseSummaries purchases = appraisal.Customers.Purchases;
        SummaryReport report = purchases.Report;
        page.Write("<dl class=\"facts\">");
        void Fact(LocalizedText name, string value) => page.Write($"<div><dt>{Page.Encode(page.Say(name))}</dt><dd>{Page.Encode(value)}</dd></div>");
        foreach (ReportSource source in page.Options.Sources)
            Fact(PageTexts.Source, page.Say(source.Skipped > 0 ? PageTexts.SourceSkipped : PageTexts.SourceRows, source.Name, Format.Number(source.Rows), Format.Number(source.Skipped)));
        (LocalDate first, LocalDate last) = Days(appraisal);
        Fact(PageTexts.Window, page.Say(PageTexts.WindowValue, page.Format.Date(first), page.Format.Date(last)));
        Fact(PageTexts.Lines, Format.Number(report.Lines));
        Fact(PageTexts.Buyers, Format.Number(appraisal.Customers.Buyers));
        if (appraisal.Count > appraisal.Customers.Buyers)
            Fact(PageTexts.Prospects, page.Say(PageTexts.ProspectsValue, Format.Number(appraisal.Count - appraisal.Customers.Buyers)));
        Fact(PageTexts.Currency, purchases.Currency == Currency.None ? page.Say(PageTexts.NoCurrency) : purchases.Currency.Code);
        Fact(PageTexts.Horizon, page.Say(PageTexts.HorizonValue, page.Months, Format.Percent(appraisal.Options.DiscountRate)));
        Fact(PageTexts.Margin, appraisal.Contribution.IsProfit ? page.Say(PageTexts.MarginValue, Format.Percent(appraisal.Margin)) : page.Say(PageTexts.MarginUnknown));
        if (report.LinesBeforeWindow + report.LinesAfterWindow > 0)
            Fact(PageTexts.Outside, page.Say(PageTexts.OutsideValue, Format.Number(report.LinesBeforeWindow), Format.Number(report.LinesAfterWindow)));
        if (report.FullRefunds + report.PartialRefunds + report.UnmatchedRefunds > 0)
            Fact(PageTexts.Refunds, page.Say(PageTexts.RefundsValue, Format.Number(report.FullRefunds), Format.Number(report.PartialRefunds), Format.Number(report.UnmatchedRefunds), page.Format.Money(report.UnmatchedAmount)));
        if (report.LeftTruncatedCustomers > 0)
            Fact(PageTexts.Truncated, page.Say(PageTexts.TruncatedValue, Format.Number(report.LeftTruncatedCustomers)));
        page.Write("</dl>");
    }

    /// <summary>The first day on which anything was bought in the window, and the window's last day.</summary>
    internal static (LocalDate First, LocalDate Last) Days(CustomerAppraisal appraisal)
    {
        int first = int.MaxValue;
        foreach (int day in appraisal.Customers.Purchases.FirstDays)
            first = Math.Min(first, day);
        return (PurchaseSummaries.Epoch.PlusDays(first), appraisal.Customers.Purchases.Window.LastDay);
    }
}
