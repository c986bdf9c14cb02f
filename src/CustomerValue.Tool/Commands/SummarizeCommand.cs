using System.CommandLine;
using System.CommandLine.Parsing;
using CustomerValue.Customers;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
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
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The summary to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = Create();

    private static ExampleCommand Create()
    {
        ExampleCommand command = new("summarize", "Sums purchases up: one row a customer, as the models see them.", """
            customer-value summarize --purchases sales.csv --customer id --date day --amount paid --unit week --out summary.csv
            customer-value summarize --purchases sales.csv --customer id --date day --unit week --calibration-end 1997-09-30 --holdout-end 1998-06-30 --out summary.csv
            """)
        {
            Purchases, Customer, Date, Amount, Unit, From, CalibrationEnd, HoldoutEnd, SkipBadRows, Target, Json,
        };
        command.Validators.Add(CheckDates);
        return command.Does(Run);
    }

    private static void CheckDates(CommandResult call)
    {
        (LocalDate? from, LocalDate? calibration, LocalDate? holdout) = (call.GetValue(From), call.GetValue(CalibrationEnd), call.GetValue(HoldoutEnd));
        if (holdout is not null && calibration is null)
            call.AddError("--holdout-end: needs --calibration-end, the last day before the holdout.");
        if (holdout <= calibration)
            call.AddError("--holdout-end: is not after --calibration-end.");
        if (from > calibration)
            call.AddError("--from: is after --calibration-end.");
    }

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        throw new NotImplementedException();
    }
}
