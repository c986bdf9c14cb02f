using System.Globalization;
using System.Text.Json;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.Tool.Commands;
using NodaTime;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What report prints when the files are written.</summary>
internal sealed class ReportOutput
{
    public required ReportInput Input { get; init; }

    public required CustomerAppraisal Appraisal { get; init; }

    public required DisplayLanguage Language { get; init; }

    public required string Folder { get; init; }

    public required TimeSpan Duration { get; init; }

    private PurchaseSummaries Purchases => Appraisal.Customers.Purchases;

    /// <summary>The currency after an amount; nothing where none was named.</summary>
    private string Currency => Purchases.Currency == Customers.Currency.None ? "" : $" {Purchases.Currency}";

    private IEnumerable<string> Files => ReportFiles.Names.Select(name => Path.Combine(Folder, name));

    public void PrintJson(TextWriter output)
    {
        ReportFigures figures = ReportFigures.Of(Appraisal);
        JsonText.Print(output, json =>
        {
            json.WriteBoolean("simulated", Input.IsSimulated);
            json.WriteNumber("rows", Purchases.Report.Lines + (Input.Read?.SkippedRows ?? 0));
            json.WriteNumber("skippedRows", Input.Read?.SkippedRows ?? 0);
            json.WriteNumber("customers", Appraisal.Customers.Buyers);
            json.WriteNumber("prospects", Appraisal.Count - Appraisal.Customers.Buyers);
            json.WriteStartObject("window");
            json.WriteString("from", figures.From.Iso());
            json.WriteString("to", Purchases.Window.LastDay.Iso());
            json.WriteEndObject();
            json.WriteString("currency", Purchases.Currency.Code);
            json.WriteNumber("horizonMonths", Appraisal.Options.HorizonMonths);
            json.WriteNumber("discountRate", Appraisal.Options.DiscountRate);
            WriteTotals(json, figures);
            WriteModels(json);
            WriteSegments(json, figures);
            json.Texts("files", Files);
            json.Texts("warnings", Appraisal.Warnings.Select(warning => warning.In(Language)));
            json.Number("seconds", Duration.TotalSeconds);
        });
    }

    public void PrintTables(TextWriter output)
    {
        ReportFigures figures = ReportFigures.Of(Appraisal);
        IAnsiConsole console = Terminal.Tables(output);
        if (Input.IsSimulated)
            console.WriteLine("No purchases were given: these are those of a simulated retailer.");

        Table facts = new Table().HideHeaders().AddColumns("", "");
        void Fact(string name, FormattableString value) => facts.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Fact("customers", $"{Appraisal.Customers.Buyers:N0}, and {Appraisal.Count - Appraisal.Customers.Buyers:N0} prospects");
        Fact("purchase lines", $"{Purchases.Report.Lines:N0}, {figures.From.Iso()} to {Purchases.Window.LastDay.Iso()}");
        Fact("revenue", $"{figures.Revenue:N2}{Currency}");
        if (figures.Profit is decimal profit)
            Fact("profit", $"{profit:N2}{Currency}");
        Fact("expected alive", $"{figures.Alive:N0} customers");
        Fact("expected purchases", $"{figures.ExpectedPurchases:N0} in {Appraisal.Options.HorizonMonths:G6} months");
        if (figures.LifetimeValue is double value)
            Fact("lifetime value", $"{value:N2}{Currency} in {Appraisal.Options.HorizonMonths:G6} months, discounted by {Appraisal.Options.DiscountRate:0.##%} a year");
        console.Write(facts);

        Table segments = new Table().AddColumn("segment").AddColumn("customers", column => column.RightAligned());
        for (int segment = 0; segment < figures.SegmentSizes.Count; segment++)
            segments.AddRow(Markup.Escape(Appraisal.Segmentation.Segments[segment].Label.In(Language)), figures.SegmentSizes[segment].ToString("N0", CultureInfo.InvariantCulture));
        console.Write(segments);

        if (Appraisal.Choice is { } choice)
            console.WriteLine(choice.Reason.In(Language));
        foreach (LocalizedText warning in Appraisal.Warnings)
            console.WriteLine($"! {warning.In(Language)}");
        foreach (string file in Files)
            console.WriteLine(file);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Duration.TotalSeconds:F1} s"));
    }

    private static void WriteTotals(Utf8JsonWriter json, ReportFigures figures)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("revenue", figures.Revenue);
        if (figures.Profit is decimal profit)
            json.WriteNumber("profit", profit);
        json.Number("expectedAlive", figures.Alive);
        json.Number("expectedPurchases", figures.ExpectedPurchases);
        json.Number("lifetimeValue", figures.LifetimeValue);
        json.WriteEndObject();
    }

    private void WriteModels(Utf8JsonWriter json)
    {
        json.WriteString("model", Appraisal.PurchaseModel.Name);
        json.WriteString("unit", Appraisal.PurchaseModel.Unit.Name());
        json.Parameters(Appraisal.PurchaseModel.Parameters);
        json.Number("logLikelihood", Appraisal.PurchaseFit?.LogLikelihood);
        if (Appraisal.Choice is { } choice)
        {
            json.WriteStartObject("choice");
            json.WriteString("model", choice.Estimator.Name);
            json.WriteString("reason", choice.Reason.In(Language));
            json.WriteEndObject();
        }

        if (Appraisal.SpendModel is not { } spend)
            return;
        json.WriteStartObject("spendModel");
        json.WriteString("model", spend.Name);
        json.Parameters(spend.Parameters);
        json.Number("logLikelihood", Appraisal.SpendFit?.LogLikelihood);
        json.WriteEndObject();
    }

    private void WriteSegments(Utf8JsonWriter json, ReportFigures figures)
    {
        json.WriteStartArray("segments");
        for (int segment = 0; segment < figures.SegmentSizes.Count; segment++)
        {
            json.WriteStartObject();
            json.WriteString("key", Appraisal.Segmentation.Segments[segment].Key);
            json.WriteString("label", Appraisal.Segmentation.Segments[segment].Label.In(Language));
            json.WriteNumber("customers", figures.SegmentSizes[segment]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
