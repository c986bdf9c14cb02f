using System.CommandLine;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>score: every customer's forecast by a fitted or hand-written model.</summary>
internal static class ScoreCommand
{
    private static readonly Option<string> Model = CommonOptions.File("--model", "A model of purchases or of contracts, written by fit or by hand.");
    private static readonly Option<string> SpendModel = CommonOptions.File("--spend-model", "A model of spend; adds expected_spend and clv.", required: false);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "The customers, as summarize writes them, in the model's unit.");
    private static readonly ValueOption<double> Horizon = CommonOptions.Number("--horizon", "How far ahead, in the model's unit.", "a number above 0 in the model's unit, such as 52", horizon => horizon > 0, required: true);
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<double> Interval = CommonOptions.Number("--interval", "Part of the outcomes between low and high.", "a number between 0 and 1; 0.9 gives the 5 % and 95 % quantiles", level => level is > 0 and < 1, "0.9");
    private static readonly ValueOption<(string Column, string Value)> Cohort = CommonOptions.Cohort();
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("score", "Forecasts every customer.", "customer-value score --model model.json --spend-model spend.json --summary summary.csv --horizon 52 --out scores.csv")
    {
        Model, SpendModel, Summary, Horizon, DiscountRate, Interval, Cohort, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        Scores scores = Terminal.WithProgress(error, "scoring", _ => Score(call, cancellation));
        OutputFile.WriteCsv(target, csv => ScoresCsv.Write(csv, scores, cancellation));

        foreach (string warning in scores.Warnings)
            error.WriteLine(warning);
        if (call.GetValue(Json))
            ScoresOutput.PrintJson(output, scores, target);
        else
            ScoresOutput.PrintTable(output, scores, target);
        return CommandLine.Done;
    }

    private static Scores Score(ParseResult call, CancellationToken cancellation)
    {
        string file = call.GetValue(Model)!;
        string path = call.GetValue(Summary)!;
        if (IsOfContracts(file))
            return ScoreContracts(call, file, path, cancellation);
        if (call.GetValue(Cohort) is not null)
            throw new WrongCallException($"--cohort: the model is none of contracts; only {Models.OfContracts} takes it.");
        (SummaryColumns customers, Forecaster model, SpendForecaster? spend) = ScoredModels.Read(file, call.GetValue(SpendModel), path, cancellation);
        if (spend is not null && !customers.HasSpend)
            throw new DataRejectedException(new DataProblem { Source = path, Field = "spend", Message = "is no column of it, but --spend-model needs it; write the summary by summarize with --amount." });
        return Scores.Of(customers, model, spend, Settings(call, model.Name, model.Unit) with { SpendModel = spend?.Name });
    }

    private static Scores ScoreContracts(ParseResult call, string file, string path, CancellationToken cancellation)
    {
        if (call.GetValue(SpendModel) is not null)
            throw new WrongCallException($"--spend-model: {Models.OfContracts} forecasts renewals, whose price is in the contract; leave the option out.");
        ShiftedBetaGeometricModel model = ScoredModels.Read(file, ModelJson.ReadContractModel).Model;
        ContractTable contracts = ContractReader.Read(TableSource.File(path), model.Unit, cohort: call.GetValue(Cohort), cancellationToken: cancellation);
        return Scores.Of(contracts.Columns, model, Settings(call, model.Name, model.Unit));
    }

    private static ScoreSettings Settings(ParseResult call, string model, TimeUnit unit) =>
        new() { Model = model, Unit = unit, Horizon = Horizon.Value(call), DiscountRate = DiscountRate.Value(call), Interval = Interval.Value(call) };

    /// <summary>Whether the file names the model of contracts; whatever else is wrong with it, the reader of the model says.</summary>
    private static bool IsOfContracts(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(CheckedPath.ToRead(path));
            using JsonDocument document = JsonDocument.Parse(file);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("model", out JsonElement model)
                && model.ValueKind == JsonValueKind.String && model.ValueEquals(Models.OfContracts);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
