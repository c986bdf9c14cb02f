using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>segment: every customer's segment, with the reason.</summary>
internal static class SegmentCommand
{
    private static readonly Argument<string> Strategy = Strategies.Argument();
    private static readonly Option<string> Customers = CommonOptions.File("--customers", "One row a customer; all columns but the id are attributes. A file without ids has its rows numbered from 1.", required: false);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary as summarize writes it.", required: false);
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet.");
    private static readonly Option<string> Surveys = CommonOptions.File("--surveys", "One row a respondent, a column a question.", required: false);
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.UnitOfSummary();
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The day to which ages and silences are counted. Default: the last purchase, or the last date in the customers' file.");
    private static readonly Option<string> Options = CommonOptions.File("--options", "How the strategy works, as JSON.", required: false);
    private static readonly Option<string> Model = CommonOptions.File("--model", "A segmentation that --save wrote: it assigns, and nothing is fitted.", required: false);
    private static readonly Option<string> Save = CommonOptions.File("--save", "Where to keep the segmentation, to assign others by it.", required: false);
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("segment", "Gives every customer a segment, and says why.", """
        customer-value segment rfm --purchases sales.csv --out segments.csv
        customer-value segment demographic --customers customers.csv --as-of 2024-06-30 --save demographic.json --out segments.csv
        customer-value segment kmeans --customers customers.csv --options kmeans.json --out segments.csv
        """)
    {
        Strategy, Customers, Summary, Purchases, Surveys, Map, Unit, AsOf, Options, Model, Save, Language, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        SegmentFiles files = Files(call);
        string strategy = call.GetValue(Strategy)!;
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        string? kept = call.GetValue(Save) is { } save ? CheckedPath.ToWrite(save) : null;
        Segmented segmented = Terminal.WithProgress(error, "reading", progress =>
        {
            ISegmentation? stored = Strategies.Stored(strategy, call.GetValue(Model));
            SegmentInput input = SegmentInput.From(files, progress, cancellation);
            ISegmentation segmentation = stored ?? Strategies.Make(strategy, call.GetValue(Options), input.Order).Fit(input.Customers, cancellation);
            return new Segmented(input, segmentation, cancellation);
        });
        if (kept is not null)
            OutputFile.Write(kept, stream => SegmentationJson.Write(stream, segmented.Segmentation));
        OutputFile.WriteCsv(target, csv => SegmentsCsv.Write(csv, segmented, Language.Value(call), cancellation));

        if (segmented.Input.Read is { } read)
            Warnings.PrintSkipped(error, read);
        foreach (LocalizedText warning in segmented.Warnings)
            error.WriteLine(warning.In(Language.Value(call)));
        if (call.GetValue(Json))
            SegmentsOutput.PrintJson(output, segmented, Language.Value(call), target, kept);
        else
            SegmentsOutput.PrintTable(output, segmented, Language.Value(call), target);
        return CommandLine.Done;
    }

    private static SegmentFiles Files(ParseResult call)
    {
        SegmentFiles files = new()
        {
            Purchases = call.GetValue(Purchases) ?? [],
            Customers = call.GetValue(Customers),
            Surveys = call.GetValue(Surveys),
            Summary = call.GetValue(Summary),
            Map = call.GetValue(Map)!,
            Unit = Unit.Value(call),
            AsOf = call.GetValue(AsOf),
            Values = call.GetValue(Strategy) != Strategies.OfPurchasesAlone,
        };
        List<string> wrong = [];
        if (files.Sources == 0)
            wrong.Add("Nothing to segment: give at least one of --customers, --summary, --purchases, --surveys.");
        if (files.Purchases.Count > 0 && files.Summary is not null)
            wrong.Add("--summary: is what --purchases are summed up to; give one of the two.");
        if (call.GetValue(Model) is not null && call.GetValue(Options) is not null)
            wrong.Add("--options: say how a segmentation is fitted, but with --model nothing is; leave one of the two out.");
        return wrong.Count == 0 ? files : throw new WrongCallException([.. wrong]);
    }
}
