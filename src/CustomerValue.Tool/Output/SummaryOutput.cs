using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Data;
using NodaTime;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What was summed up, and what was left out.</summary>
internal sealed class SummaryOutput
{
    public required PurchaseReadResult Read { get; init; }

    public required PurchaseSummaries Summaries { get; init; }

    public HoldoutColumns? Holdout { get; init; }

    public required string File { get; init; }

    private SummaryReport Report => Summaries.Report;

    private long Repeats => Summaries.Columns.Frequency.ToArray().Sum(frequency => (long)frequency);

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteNumber("customers", Summaries.Count);
        json.WriteNumber("rows", Read.Rows);
        json.WriteNumber("skippedRows", Read.SkippedRows);
        json.WriteString("unit", Summaries.Columns.Unit.Name());
        json.WriteStartObject("window");
        json.WriteString("from", FirstDay.Iso());
        json.WriteString("to", Summaries.Window.LastDay.Iso());
        json.WriteEndObject();
        json.WriteBoolean("spend", Read.HasAmounts);
        json.WriteString("currency", Summaries.Currency.Code);
        json.WriteNumber("purchases", Repeats + Summaries.Count);
        json.WriteNumber("repeatPurchases", Repeats);
        json.WriteNumber("oneTimeBuyers", OneTimeBuyers());
        json.WriteNumber("revenue", Summaries.Revenue.ToArray().Sum());
        json.WriteStartObject("refunds");
        json.WriteNumber("full", Report.FullRefunds);
        json.WriteNumber("partial", Report.PartialRefunds);
        json.WriteNumber("unmatched", Report.UnmatchedRefunds);
        json.WriteNumber("unmatchedAmount", Report.UnmatchedAmount);
        json.WriteEndObject();
        json.WriteNumber("rowsBeforeWindow", Report.LinesBeforeWindow);
        json.WriteNumber("rowsAfterWindow", Report.LinesAfterWindow);
        json.WriteNumber("leftTruncatedCustomers", Report.LeftTruncatedCustomers);
        json.WriteNumber("customersWithoutPurchase", Report.CustomersWithoutPurchase.Count);
        if (Holdout is not null)
        {
            json.WriteStartObject("holdout");
            json.Number("length", Holdout.Length);
            json.WriteNumber("purchases", Holdout.Frequency.ToArray().Sum(frequency => (long)frequency));
            json.WriteEndObject();
        }

        json.WriteString("file", File);
    });

    public void PrintTable(TextWriter output)
    {
        Table table = new Table().HideHeaders().AddColumns("", "");
        void Row(string name, FormattableString value) => table.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Row("customers", $"{Summaries.Count:N0}, of whom {OneTimeBuyers():N0} bought once");
        Row("purchases", $"{Repeats + Summaries.Count:N0}, of which {Repeats:N0} are repeat purchases");
        Row("window", $"{FirstDay.Iso()} to {Summaries.Window.LastDay.Iso()}, in {Summaries.Columns.Unit.Name()}s");
        Row("refunds", $"{Report.FullRefunds:N0} of whole purchases, {Report.PartialRefunds:N0} of parts, {Report.UnmatchedRefunds:N0} unmatched ({Report.UnmatchedAmount})");
        if (Report.LinesBeforeWindow + Report.LinesAfterWindow > 0)
            Row("rows outside the window", $"{Report.LinesBeforeWindow:N0} before, {Report.LinesAfterWindow:N0} after");
        if (Report.LeftTruncatedCustomers > 0)
            Row("left truncation", $"{Report.LeftTruncatedCustomers:N0} customers bought before the window; they are older than their age here says");
        if (Report.CustomersWithoutPurchase.Count > 0)
            Row("without purchase", $"{Report.CustomersWithoutPurchase.Count:N0} customers have only refunded purchases; they are left out");
        if (Holdout is not null)
            Row("holdout", $"{Holdout.Frequency.ToArray().Sum(frequency => (long)frequency):N0} purchases in {Holdout.Length:G6} {Summaries.Columns.Unit.Name()}s");
        Row("written", $"{File}");
        Terminal.Tables(output).Write(table);
    }

    private LocalDate FirstDay => Summaries.Window.Start > LocalDate.MinIsoValue ? Summaries.Window.Start : Summaries.EarliestPurchase();

    private int OneTimeBuyers() => Summaries.Columns.Frequency.Count(0);
}
