using System.CommandLine;
using CustomerValue.Data;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>score: every customer's forecast by a fitted or hand-written model.</summary>
internal static class ScoreCommand
{
    private static readonly Option<string> Model = CommonOptions.File("--model", "A model of purchases, written by fit or by hand.");
    private static readonly Option<string> SpendModel = CommonOptions.File("--spend-model", "A model of spend; adds expected_spend and clv.", required: false);
    private static readonly Option<string> Summary = CommonOptions.File("--summary", "The customers, as summarize writes them, in the model's unit.");
    private static readonly ValueOption<double> Horizon = CommonOptions.Number("--horizon", "How far ahead, in the model's unit.", "a number above 0 in the model's unit, such as 52", horizon => horizon > 0, required: true);
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<double> Interval = CommonOptions.Number("--interval", "Part of the outcomes between low and high.", "a number between 0 and 1; 0.9 gives the 5 % and 95 % quantiles", level => level is > 0 and < 1, "0.9");
    private static readonly Option<string> Target = CommonOptions.File("--out", "The table to write.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("score", "Forecasts every customer.", "customer-value score --model model.json --spend-model spend.json --summary summary.csv --horizon 52 --out scores.csv")
    {
        Model, SpendModel, Summary, Horizon, DiscountRate, Interval, Target, Json,
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
        string path = call.GetValue(Summary)!;
        (SummaryTable customers, Forecaster model, SpendForecaster? spend) = ScoredModels.Read(call.GetValue(Model)!, call.GetValue(SpendModel), path, cancellation);
        if (spend is not null && !customers.Columns.HasSpend)
            throw new DataRejectedException(new DataProblem { Source = path, Field = "spend", Message = "is no column of it, but --spend-model needs it; write the summary by summarize with --amount." });
        return Scores.Of(customers.Columns, new() { Model = model, Spend = spend, Horizon = Horizon.Value(call), DiscountRate = DiscountRate.Value(call), Interval = Interval.Value(call) });
    }
}
