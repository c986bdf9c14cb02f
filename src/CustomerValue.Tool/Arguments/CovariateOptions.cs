using System.CommandLine;
using System.Globalization;
using CustomerValue.Data;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Arguments;

/// <summary>The options of fit that speak of covariates.</summary>
internal static class CovariateOptions
{
    private static readonly Option<string[]> Purchase = Columns("--purchase-covariates", "Columns of the summary that act on how often customers buy.");
    private static readonly Option<string[]> Life = Columns("--life-covariates", "Columns of the summary that act on how soon customers leave.");
    private static readonly Option<string[]> Spend = Columns("--spend-covariates", "Columns of the summary that act on spend; for gamma-gamma.");

    private static readonly Option<string[]> BaseLevels = Texts("--base-level", "column=level", "The level that a category's other levels are compared with; makes the column a category. Default: the most frequent.");

    private static readonly Option<string[]> Ties = Texts("--tie", "tie", "Ties coefficients: life.age==purchase.age, b.age==-a.age, life.age==0; or none, so that all are free. Default: none, but b coefficients are 0.");

    private static readonly ValueOption<double> Penalizer =
        CommonOptions.Number("--coefficient-penalizer", "Ridge penalty of the coefficients, per standard deviation or level; 0 is maximum likelihood.", "a number from 0 to 1000000; 0.01 is a light penalty", penalty => penalty is >= 0 and <= 1e6, "0");

    public static IEnumerable<Option> All => [Purchase, Life, Spend, BaseLevels, Ties, Penalizer];

    /// <summary>The columns to be read; none where no covariates were asked for.</summary>
    /// <exception cref="WrongCallException">Options that don't go together, or with this model.</exception>
    public static IReadOnlyList<CovariateField> Fields(ParseResult call, string model)
    {
        string[] acting = Names(call, Purchase).Concat(Names(call, Life)).Distinct(StringComparer.Ordinal).ToArray();
        string[] spend = Names(call, Spend);
        if (acting.Length > 0 && !CovariateEstimator.Models.Contains(model))
            throw new WrongCallException($"--purchase-covariates and --life-covariates: {model} takes none; {string.Join(", ", CovariateEstimator.Models)} do.");
        if (spend.Length > 0 && model != "gamma-gamma")
            throw new WrongCallException($"--spend-covariates: {model} is no model of spend; gamma-gamma takes them.");
        string[] names = [.. acting, .. spend];
        string? without = new Option[] { BaseLevels, Ties, Penalizer }.Where(option => names.Length == 0 && call.GetResult(option) is { Implicit: false }).Select(option => option.Name).FirstOrDefault();
        if (without is not null)
            throw new WrongCallException($"{without}: there are no covariates; name some by --purchase-covariates, --life-covariates or --spend-covariates.");
        Dictionary<string, string> levels = [];
        foreach (string text in call.GetValue(BaseLevels) ?? [])
        {
            string? column = names.Where(name => text.StartsWith(name + "=", StringComparison.Ordinal) && text.Length > name.Length + 1).MaxBy(name => name.Length);
            if (column is null || !levels.TryAdd(column, text[(column.Length + 1)..]))
                throw new WrongCallException($"--base-level: '{text}' is not column=level of a covariate, each once; covariates: {string.Join(", ", names)}.");
        }

        return names.Select(name => new CovariateField { Name = name, BaseLevel = levels.GetValueOrDefault(name) }).ToArray();
    }

    /// <summary>How to fit them.</summary>
    /// <exception cref="WrongCallException">A tie that is none.</exception>
    public static CovariateFitOptions Options(ParseResult call, double penalizer, IReadOnlyList<double>? weights) => new()
    {
        PurchaseCovariates = Names(call, Purchase),
        LifeCovariates = Names(call, Life),
        Weights = weights,
        Penalizer = penalizer,
        CoefficientPenalizer = Penalizer.Value(call),
        Ties = call.GetValue(Ties) is { Length: > 0 } ties ? ties.Where(text => text != "none").Select(Tie).ToArray() : null,
    };

    private static CoefficientTie Tie(string text)
    {
        string[] sides = text.Split("==", 2);
        if (sides.Length < 2 || sides[0].Length == 0 || sides[1].Length == 0)
            throw new WrongCallException($"--tie: '{text}' is not coefficient==coefficient, coefficient==-coefficient or coefficient==number, such as life.age==purchase.age; or none.");
        if (double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return CoefficientTie.Fixed(sides[0], number);
        return sides[1][0] == '-' ? CoefficientTie.Opposite(sides[0], sides[1][1..]) : CoefficientTie.Equal(sides[0], sides[1]);
    }

    private static string[] Names(ParseResult call, Option<string[]> option) =>
        (call.GetValue(option) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).ToArray();

    private static Option<string[]> Columns(string name, string description)
    {
        Option<string[]> option = Texts(name, "A,B", description);
        option.Validators.Add(result =>
        {
            if (result.Tokens.SelectMany(token => token.Value.Split(',')).Any(string.IsNullOrWhiteSpace))
                result.AddError($"{name}: is empty between commas; give names of columns, such as age,gender.");
        });
        return option;
    }

    private static Option<string[]> Texts(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
