using System.CommandLine;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>evaluate: fits on calibration, forecasts the holdout, beside the naive benchmark, and says which model to take.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string[]> Model = Models.Argument<string[]>("The models", Models.OfPurchases);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary with a holdout, as summarize writes it with --calibration-end.", required: false);
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "Instead of a summary: the purchases, from which holdouts are cut.");
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The last day of the last holdout. Default: the last purchase.");
    private static readonly ValueOption<int> Origins = new("--origins", "How many holdouts, one after the other.", "N", "a whole number from 1 to 100", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 100 ? count : null, "1");
    private static readonly ValueOption<double> Length = new("--holdout", "How long each holdout is. Default: a quarter of the time observed, shared by the origins.", "SPAN", Horizon.Allowed, Horizon.Months);
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.UnitOfSummary();
    private static readonly ValueOption<double> Penalizer = CommonOptions.Penalizer();
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("evaluate", "Compares models by what happened after the calibration.", """
        customer-value evaluate bg-nbd mbg-nbd --summary summary.csv
        customer-value evaluate bg-nbd mbg-nbd --purchases sales.csv --origins 4 --holdout 13w
        """)
    {
        Model, Summary, Purchases, Map, AsOf, Origins, Length, Unit, Penalizer, SkipBadRows, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        CheckCall(call);
        TimedEstimator[] estimators = Models.Timed(call.GetValue(Model)!);
        (ModelComparison comparison, PurchaseReadResult? read) = Terminal.WithProgress(error, "comparing models", progress =>
        {
            (IReadOnlyList<ForecastOrigin> origins, PurchaseReadResult? read) = call.GetValue(Summary) is { } path ? (FromSummary(path, call, cancellation), null) : FromPurchases(call, progress, cancellation);
            return (ModelComparison.Of(estimators, origins, new FitOptions { Penalizer = Penalizer.Value(call) }, cancellation), read);
        });
        if (read is not null)
            Warnings.PrintSkipped(error, read);
        if (comparison.Recommendation.Model is null)
            throw new DataRejectedException([.. comparison.Models.Select(model => new DataProblem { Source = model.Model, Message = $"no model was fitted: {model.Failure!.Value.English}" })]);

        if (call.GetValue(Json))
            EvaluationOutput.PrintJson(output, comparison, estimators);
        else
            EvaluationOutput.PrintTable(output, comparison);
        return CommandLine.Done;
    }

    private static void CheckCall(ParseResult call)
    {
        bool summary = call.GetValue(Summary) is not null;
        if (summary == (call.GetValue(Purchases) is { Length: > 0 }))
            throw new WrongCallException("evaluate: needs either --summary, with a holdout in it, or --purchases, from which holdouts are cut.");
        string[] needless = [.. ((Option[])[Map, AsOf, Origins, Length, SkipBadRows]).Where(option => call.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
        if (summary && needless.Length > 0)
            throw new WrongCallException([.. needless.Select(name => $"{name}: needs --purchases; a summary has the holdout that was written into it.")]);
    }

    private static ForecastOrigin[] FromSummary(string path, ParseResult call, CancellationToken cancellation)
    {
        SummaryTable summary = SummaryReader.Read(TableSource.File(path), Unit.Value(call), cancellationToken: cancellation);
        return summary.Holdout is { } holdout
            ? [new() { Calibration = summary.Columns, Holdout = holdout }]
            : throw new DataRejectedException(new DataProblem { Source = path, Message = "has no holdout; write it by summarize with --calibration-end." });
    }

    private static (IReadOnlyList<ForecastOrigin>, PurchaseReadResult) FromPurchases(ParseResult call, Progress progress, CancellationToken cancellation)
    {
        PurchaseReadOptions options = new() { Columns = call.GetValue(Map)!.Where(pair => pair.Key != ColumnMap.CustomersId).ToDictionary(), AmountRequired = false, SkipBadRows = call.GetValue(SkipBadRows) };
        PurchaseReadResult read = PurchaseReader.Read(TableSource.Files(call.GetValue(Purchases)!), options, progress, cancellation);
        LocalDate last = call.GetValue(AsOf) ?? LastPurchase.Of(read.Builder, AsOf.Name);
        int count = Origins.Value(call);
        int observed = Period.DaysBetween(read.Builder.FirstDate!.Value, last) + 1;
        int days = call.GetValue(Length) is double months ? Math.Max(1, (int)Math.Round(months * TimeUnit.Month.Days())) : Math.Max(1, observed / 4 / count);
        if ((long)days * count >= observed)
            throw new DataRejectedException(new DataProblem { Field = "origins", Value = count.ToString(CultureInfo.InvariantCulture), Message = $"holdouts of {days} days leave nothing of the {observed} days observed to fit on; take fewer or shorter ones." });
        return (ForecastOrigin.Rolling(read.Builder, last, Unit.Value(call), count, days, cancellation), read);
    }
}
