using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>summarize: from purchases to what the models see.</summary>
internal static class SummarizeCommand
{
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet.", required: true);
    private static readonly Option<string> Customer = CommonOptions.Column("--customer", "Column of the customers' ids.", required: true);
    private static readonly Option<string> Date = CommonOptions.Column("--date", "Column of the dates of purchase.", required: true);
    private static readonly Option<string> Amount = CommonOptions.Column("--amount", "Column of the amounts, refunds negative. Without it spend is 0 throughout.");
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.Unit("The unit of recency and age.");
    private static readonly ValueOption<LocalDate> From = CommonOptions.Date("--from", "The first day observed. Default: the first purchase.");
    private static readonly ValueOption<LocalDate> CalibrationEnd = CommonOptions.Date("--calibration-end", "The last day of calibration; the holdout starts the day after.");
    private static readonly ValueOption<LocalDate> HoldoutEnd = CommonOptions.Date("--holdout-end", "The last day of the holdout. Default: the last purchase of the data.");
    private static readonly Option<bool> Details = new("--details") { Description = "Add log_gaps and log_spend, the sums of the logs of gaps and values: models of regular buyers and of single values read them." };
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The summary to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("summarize", "Sums purchases up: one row a customer, as the models see them.", """
        customer-value summarize --purchases sales.csv --customer id --date day --amount paid --unit week --out summary.csv
        customer-value summarize --purchases sales.csv --customer id --date day --unit week --calibration-end 1997-09-30 --holdout-end 1998-06-30 --out summary.csv
        """)
    {
        Purchases, Customer, Date, Amount, Unit, From, CalibrationEnd, HoldoutEnd, Details, SkipBadRows, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        CheckDates(call);
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        PurchaseReadResult read = Terminal.WithProgress(error, "reading purchases", progress =>
            PurchaseReader.Read(TableSource.Files(call.GetValue(Purchases)!), ReadOptions(call), progress, cancellation));

        ObservationWindow window = Window(call, read.Builder);
        PurchaseSummaries summaries = call.GetValue(Details) ? read.Builder.BuildDetailed(window, Unit.Value(call), cancellation) : read.Builder.Build(window, Unit.Value(call), cancellation);
        if (summaries.Count == 0)
            throw Refused("last day", summaries.Window.LastDay, "leaves no purchases to sum up.");
        HoldoutColumns? holdout = call.GetValue(CalibrationEnd) is null ? null : read.Builder.BuildHoldout(summaries, call.GetValue(HoldoutEnd) ?? LastPurchase.Of(read.Builder, HoldoutEnd.Name), cancellation);
        OutputFile.WriteCsv(target, csv => SummaryWriter.Write(csv, summaries.Columns, holdout));

        Warnings.PrintSkipped(error, read);
        SummaryOutput result = new() { Read = read, Summaries = summaries, Holdout = holdout, File = target };
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTable(output);
        return CommandLine.Done;
    }

    private static void CheckDates(ParseResult call)
    {
        (LocalDate? from, LocalDate? calibration, LocalDate? holdout) = (call.GetValue(From), call.GetValue(CalibrationEnd), call.GetValue(HoldoutEnd));
        if (holdout is not null && calibration is null)
            throw new WrongCallException("--holdout-end: needs --calibration-end, the last day before the holdout.");
        if (holdout <= calibration)
            throw new WrongCallException("--holdout-end: is not after --calibration-end.");
        if (from > calibration)
            throw new WrongCallException("--from: is after --calibration-end.");
    }

    private static PurchaseReadOptions ReadOptions(ParseResult call) => new()
    {
        // An empty column says that the table has none: what was not asked for is not to be guessed from a column's name.
        Columns = new Dictionary<string, string> { ["customer"] = call.GetValue(Customer)!, ["date"] = call.GetValue(Date)!, ["amount"] = call.GetValue(Amount) ?? "", ["cost"] = "" },
        AmountRequired = call.GetValue(Amount) is not null,
        SkipBadRows = call.GetValue(SkipBadRows),
    };

    private static ObservationWindow Window(ParseResult call, PurchaseSummaryBuilder purchases)
    {
        LocalDate? calibrationEnd = call.GetValue(CalibrationEnd);
        if (calibrationEnd is LocalDate end && call.GetValue(HoldoutEnd) is null && LastPurchase.Of(purchases, HoldoutEnd.Name) <= end)
            throw Refused(CalibrationEnd.Name, end, $"leaves no holdout, for the last purchase is on {purchases.LastDate!.Value.Iso()}; give an earlier day, or --holdout-end.");
        LocalDate last = calibrationEnd ?? LastPurchase.Of(purchases, CalibrationEnd.Name);
        if (call.GetValue(From) is not LocalDate from)
            return ObservationWindow.Through(last);
        return from <= last ? ObservationWindow.Between(from, last.PlusDays(1)) : throw Refused(From.Name, from, $"is after the last purchase, on {last.Iso()}; give an earlier day.");
    }

    private static DataRejectedException Refused(string field, LocalDate date, string message) =>
        new(new DataProblem { Field = field, Value = date.Iso(), Message = message });
}
