using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>evaluate: fits on calibration, forecasts the holdout, beside the naive benchmark.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string[]> Model = Models.Argument<string[]>("The models", Models.OfPurchases);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary with a holdout, as summarize writes it with --calibration-end.");
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.Unit("The unit of the summary.", "week");
    private static readonly ValueOption<double> Penalizer = CommonOptions.Penalizer();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("evaluate", "Compares models by what happened after the calibration.", "customer-value evaluate bg-nbd mbg-nbd --summary summary.csv")
    {
        Model, Summary, Unit, Penalizer, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        throw new NotImplementedException();
    }
}
