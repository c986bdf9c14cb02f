using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>fit: a model from a summary.</summary>
internal static class FitCommand
{
    private static readonly Argument<string> Model = Models.Argument<string>("The model", Models.All);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary as summarize writes it.");
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.Unit("The unit of the summary's recency and age.", "week");
    private static readonly Option<string> Weights = CommonOptions.Column("--weights", "Column that says how many customers a row stands for.");
    private static readonly ValueOption<double> Penalizer = CommonOptions.Penalizer();
    private static readonly ValueOption<int> Seed = CommonOptions.Seed();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The model file to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("fit", "Fits a model to a summary of purchases.", "customer-value fit mbg-nbd --summary summary.csv --out model.json")
    {
        Model, Summary, Unit, Weights, Penalizer, Seed, Target, Json,
        CommonOptions.NotYet("--life-covariates", "this version fits no covariates; leave the option out."),
        CommonOptions.NotYet("--purchase-covariates", "this version fits no covariates; leave the option out."),
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string name = call.GetValue(Model)!;
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        Fitted fitted = Terminal.WithProgress(error, $"fitting {name}", progress =>
        {
            SummaryTable summary = SummaryReader.Read(TableSource.File(call.GetValue(Summary)!), Unit.Value(call), call.GetValue(Weights), cancellation);
            FitOptions options = new() { Penalizer = Penalizer.Value(call), Weights = summary.Weights, Sampling = new() { Seed = Seed.Value(call), Progress = progress.Of($"fitting {name}") } };
            return Models.Fit(name, summary.Columns, options, cancellation);
        });
        OutputFile.Write(target, fitted.WriteModel);

        if (call.GetValue(Json))
            JsonText.Print(output, json => json.Fit(fitted.Report, fitted.Purchase?.Unit, fitted.Duration));
        else
            FitTable.Print(output, fitted.Report, fitted.Duration);
        return CommandLine.Done;
    }
}
