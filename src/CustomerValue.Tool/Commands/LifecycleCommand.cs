using System.CommandLine;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>lifecycle: every customer's stage, since when, and on what evidence.</summary>
internal static class LifecycleCommand
{
    private const string Month = "month";
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet.");
    private static readonly Option<string> Events = CommonOptions.File("--events", "What happened: customer, kind, date, and where there are any id, amount, of, recorded_on, term_end, reason, actor.", required: false);
    private static readonly Option<string> Definition = CommonOptions.File("--definition", "The lifecycle, as JSON. Default: the one of retail.", required: false);
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The last day looked at.");
    private static readonly ValueOption<LocalDate> From = CommonOptions.Date("--from", "Also tell the stages at this date and every month from it on, and how customers moved.");
    private static readonly ValueOption<Step> Every = new("--every", "The step of --from; there is only month.", "STEP", Month, text => text == Month ? Step.Month : null, Month);
    private static readonly ValueOption<DiagramForm> Diagram = new("--diagram", "Also print the definition as a diagram: mermaid or dot.", "FORM", "mermaid or dot", text => text switch { "mermaid" => DiagramForm.Mermaid, "dot" => DiagramForm.Dot, _ => null });
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    private enum Step
    {
        Month,
    }

    static LifecycleCommand() => AsOf.Required = true;

    public static Command Command { get; } = new ExampleCommand("lifecycle", "Every customer's stage, since when and why, and how customers move.", """
        customer-value lifecycle --purchases sales.csv --as-of 2025-12-31 --out stages.csv
        customer-value lifecycle --purchases sales.csv --from 2024-01-31 --every month --as-of 2025-12-31 --diagram mermaid --out stages.csv --json
        customer-value lifecycle --events events.csv --definition contract.json --as-of 2025-12-31 --out stages.csv
        """)
    {
        Purchases, Events, Definition, Map, AsOf, From, Every, Diagram, DiscountRate, Language, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        Check(call);
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        LifecycleDefinition definition = Defined(call.GetValue(Definition));
        LocalDate asOf = AsOf.Value(call);
        LifecycleAnswer answer = Terminal.WithProgress(error, "reading", progress => call.GetValue(Events) is { } events
            ? LifecycleAnswer.OfEvents(TableSource.File(events).Name, LifecycleEventReader.Read(TableSource.File(events), call.GetValue(Map)!, cancellation), definition, asOf, call.GetValue(From), cancellation)
            : LifecycleAnswer.OfPurchases(PurchaseReader.Read(TableSource.Files(call.GetValue(Purchases)!), new() { Columns = ColumnMap.OfPurchaseFile(call.GetValue(Map)!) }, progress, cancellation).Builder, definition, asOf, call.GetValue(From), cancellation));
        int[] sizes = new int[definition.Stages.Count];
        OutputFile.WriteCsv(target, csv => StagesCsv.Write(csv, answer, sizes, Language.Value(call), cancellation));
        LifecycleOutput result = new()
        {
            Answer = answer,
            Sizes = sizes,
            Diagram = call.GetValue(Diagram),
            MonthlyRate = Math.Pow(1 + DiscountRate.Value(call), 1 / 12.0) - 1,
            Language = Language.Value(call),
            Target = target,
        };
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }

    private static LifecycleDefinition Defined(string? file)
    {
        if (file is null)
            return RetailLifecycle.Create();
        using FileStream stream = File.OpenRead(CheckedPath.ToRead(file));
        return LifecycleJson.Read(stream, file);
    }

    private static void Check(ParseResult call)
    {
        List<string> wrong = [];
        bool buys = call.GetValue(Purchases) is { Length: > 0 }, happens = call.GetValue(Events) is not null;
        if (buys == happens)
            wrong.Add(buys ? "--events: hold the purchases too; give one of --purchases and --events." : "Nothing to look at: give --purchases or --events.");
        if (call.GetValue(From) is LocalDate from && from > AsOf.Value(call))
            wrong.Add($"--from: is after --as-of; give a day up to {AsOf.Value(call).Iso()}.");
        if (call.GetResult(Every) is { Implicit: false } && call.GetValue(From) is null)
            wrong.Add("--every: needs --from.");
        if (wrong.Count > 0)
            throw new WrongCallException([.. wrong]);
    }
}
