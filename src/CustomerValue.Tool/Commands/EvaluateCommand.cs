using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>evaluate: fits on calibration, forecasts the holdout, beside the naive benchmark.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string[]> Model = Models.Argument<string[]>("The models", Models.OfPurchases);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary with a holdout, as summarize writes it with --calibration-end.");
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.UnitOfSummary();
    private static readonly ValueOption<double> Penalizer = CommonOptions.Penalizer();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("evaluate", "Compares models by what happened after the calibration.", "customer-value evaluate bg-nbd mbg-nbd --summary summary.csv")
    {
        Model, Summary, Unit, Penalizer, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        string path = call.GetValue(Summary)!;
        SummaryTable summary = SummaryReader.Read(TableSource.File(path), Unit.Value(call), cancellationToken: cancellation);
        if (summary.Holdout is not { } holdout)
            throw new DataRejectedException(new DataProblem { Source = path, Message = "has no holdout; write it by summarize with --calibration-end." });

        FitOptions options = new() { Penalizer = Penalizer.Value(call) };
        List<(Fitted, HoldoutAccuracy)> models = [];
        foreach (string name in call.GetValue(Model)!.Distinct())
        {
            Fitted fitted = Models.Fit(name, summary.Columns, options, cancellation);
            models.Add((fitted, HoldoutEvaluation.Evaluate(fitted.Purchase!, summary.Columns, holdout)));
        }

        HoldoutAccuracy naive = HoldoutEvaluation.Naive(summary.Columns, holdout);
        if (call.GetValue(Json))
            EvaluationOutput.PrintJson(call.InvocationConfiguration.Output, summary.Columns.Unit, holdout.Length, models, naive);
        else
            EvaluationOutput.PrintTable(call.InvocationConfiguration.Output, models, naive);
        return CommandLine.Done;
    }
}
