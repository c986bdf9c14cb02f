using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>potential: what every customer is still going to bring, what could be sold beyond it, and which products to offer.</summary>
internal static class PotentialCommand
{
    private const string Auto = "auto";
    private static readonly string[] Names = [Auto, .. RecommenderCandidate.Defaults.Select(candidate => candidate.Name)];
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet; with a product column, products are recommended.", required: true);
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly Option<string> Recommender = new Option<string>("--recommender") { Description = $"Which model recommends: {string.Join(", ", Names)}. auto compares them all and takes the simplest that is not clearly behind. Default auto.", HelpName = "NAME", DefaultValueFactory = _ => Auto };
    private static readonly ValueOption<LocalDate> Cut = CommonOptions.Date("--cut", "The first day of the purchases by which models are compared and chances learnt. Default: that of the last fifth of the days.");
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The last day observed, included. Default: the last purchase.");
    private static readonly ValueOption<int> Top = new("--top", "How many products a customer is offered and counted for.", "K", "a whole number from 1 to 100", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top is >= 1 and <= 100 ? top : null, "5");
    private static readonly ValueOption<double> Kappa = CommonOptions.Number("--kappa", "The part of the upside that campaigns win; without it the upside is shown and not counted.", "a number from 0 to 1; take it from a campaign", kappa => kappa is >= 0 and <= 1);
    private static readonly ValueOption<double> MarginRate = CommonOptions.Number("--margin-rate", "Profit of a unit of revenue of products whose costs are unknown. Default: that of the lines with costs, else 1.", "a number from 0 to 1; 0.3 leaves 0.3 of every unit", rate => rate is >= 0 and <= 1);
    private static readonly Option<string> Unavailable = CommonOptions.File("--unavailable", "Products that can't be had now, one a line.", required: false);
    private static readonly ValueOption<Currency> Currency = CommonOptions.Currency();
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<double> Horizon = new("--horizon", "How far ahead value is counted.", "SPAN", Arguments.Horizon.Allowed, Arguments.Horizon.Months, "12mo");
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    static PotentialCommand() => Recommender.Validators.Add(result =>
    {
        foreach (string name in result.Tokens.Select(token => token.Value).Where(name => !Names.Contains(name)))
            result.AddError($"--recommender: '{name}' is not known; known: {string.Join(", ", Names)}.");
    });

    public static Command Command { get; } = new ExampleCommand("potential", "What every customer is still going to bring, and which products to offer.", """
        customer-value potential --purchases sales.csv --out potential.csv
        customer-value potential --purchases sales.csv --map product=ProductKey --recommender popularity --kappa 0.2 --top 3 --unavailable sold-out.txt --out potential.csv --json
        """)
    {
        Purchases, Map, Recommender, Cut, AsOf, Top, Kappa, MarginRate, Unavailable, Currency, DiscountRate, Horizon, Language, SkipBadRows, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        Stopwatch clock = Stopwatch.StartNew();
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        PotentialQuestion question = new()
        {
            Candidates = [.. RecommenderCandidate.Defaults.Where(candidate => call.GetValue(Recommender) is Auto or null || candidate.Name == call.GetValue(Recommender))],
            Cut = call.GetValue(Cut),
            AsOf = call.GetValue(AsOf),
            Top = Top.Value(call),
            Kappa = call.GetValue(Kappa),
            MarginRate = call.GetValue(MarginRate),
            Unavailable = call.GetValue(Unavailable) is { } file ? [.. File.ReadLines(CheckedPath.ToRead(file)).Select(line => line.Trim()).Where(line => line.Length > 0)] : [],
            Options = new() { HorizonMonths = Horizon.Value(call), DiscountRate = DiscountRate.Value(call) },
        };
        if (question.Cut > question.AsOf)
            throw new WrongCallException("--cut: is after --as-of; chances are learnt from purchases between the two.");
        (PurchaseReadResult read, PotentialAnswer answer) = Terminal.WithProgress(error, "reading purchases", progress =>
        {
            PurchaseReadOptions options = new() { Columns = ColumnMap.OfPurchaseFile(call.GetValue(Map)!), Currency = call.GetValue(Currency), SkipBadRows = call.GetValue(SkipBadRows), Lines = true };
            PurchaseReadResult read = PurchaseReader.Read(TableSource.Files(call.GetValue(Purchases)!), options, progress, cancellation);
            return (read, PotentialAnswer.To(question, read, progress, cancellation));
        });
        OutputFile.WriteCsv(target, csv => PotentialCsv.Write(csv, answer, Language.Value(call), cancellation));

        Warnings.PrintSkipped(error, read);
        foreach (LocalizedText sentence in answer.Sentences)
            error.WriteLine(sentence.In(Language.Value(call)));
        PotentialOutput result = new() { Answer = answer, Language = Language.Value(call), Target = target, Duration = clock.Elapsed };
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }
}
