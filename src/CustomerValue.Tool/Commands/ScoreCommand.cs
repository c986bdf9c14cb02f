using System.CommandLine;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

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
        throw new NotImplementedException();
    }
}
