using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>fit: a model from a summary.</summary>
internal static class FitCommand
{
    private static readonly Argument<string> Model = Models.Argument<string>("The model", Models.All);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "A summary as summarize writes it.");
    private static readonly ValueOption<TimeUnit> Unit = CommonOptions.UnitOfSummary();
    private static readonly Option<string> Weights = CommonOptions.Column("--weights", "Column that says how many customers a row stands for.");
    private static readonly ValueOption<(string Column, string Value)> Cohort = CommonOptions.Cohort();
    private static readonly ValueOption<double> Penalizer = CommonOptions.Penalizer();
    private static readonly ValueOption<int> Regularity = CommonOptions.Regularity();
    private static readonly ValueOption<int> Seed = CommonOptions.Seed();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The model file to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("fit", "Fits a model to a summary of purchases.", "customer-value fit mbg-nbd --summary summary.csv --out model.json")
    {
        Model, Summary, Unit, Weights, Cohort, Penalizer, Regularity, Seed, Target, Json,
    }.With(CovariateOptions.All).Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string name = call.GetValue(Model)!;
        if (name != Models.OfContracts && call.GetValue(Cohort) is not null)
            throw new WrongCallException($"--cohort: {name} fits no contracts; only {Models.OfContracts} takes it.");
        int? regularity = call.GetValue(Regularity);
        if (regularity is not null && !Models.WithRegularity.Contains(name))
            throw new WrongCallException($"--regularity: {name} has none; it is an option of {string.Join(" and ", Models.WithRegularity)}.");
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        IReadOnlyList<CovariateField> covariates = CovariateOptions.Fields(call, name);
        Fitted fitted = Terminal.WithProgress(error, $"fitting {name}", progress =>
        {
            FitOptions options = new() { Penalizer = Penalizer.Value(call) };
            TableSource source = TableSource.File(call.GetValue(Summary)!);
            if (name == Models.OfContracts)
            {
                ContractTable contracts = ContractReader.Read(source, Unit.Value(call), call.GetValue(Weights), call.GetValue(Cohort), cancellation);
                return Models.Fit(contracts.Columns, options with { Weights = contracts.Weights }, cancellation);
            }

            SummaryTable summary = SummaryReader.Read(source, Unit.Value(call), call.GetValue(Weights), covariates, cancellation);
            if (covariates.Count > 0)
                return Models.Fit(name, summary.Columns, CovariateTable.Of([.. summary.Covariates]), CovariateOptions.Options(call, Penalizer.Value(call), summary.Weights), cancellation);
            return Models.Fit(name, summary.Columns, options with { Weights = summary.Weights, Sampling = new() { Seed = Seed.Value(call), Progress = progress.Of($"fitting {name}") } }, cancellation, regularity);
        });
        // What was climbed without an end is told to whoever asks for JSON, but is no model; chains that have not mixed are one, with a warning.
        bool refused = !fitted.Report.Converged && fitted.Report.Sampling is null;
        if (!refused)
            OutputFile.Write(target, fitted.WriteModel);
        if (call.GetValue(Json))
            JsonText.Print(output, json => json.Fit(fitted.Report, fitted.Unit, fitted.Duration, fitted.Encoding));
        else if (!refused)
            FitTable.Print(output, fitted.Report, fitted.Duration, fitted.Encoding);
        return !refused ? CommandLine.Done
            : throw new DataRejectedException(new DataProblem { Source = name, Message = $"no model was fitted: {fitted.Report.Reason?.English ?? "the fit did not converge."}" });
    }
}
