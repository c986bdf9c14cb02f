using System.CommandLine;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tool.Arguments;

/// <summary>The options of which commands are made.</summary>
internal static class CommonOptions
{
    /// <summary>The last day that may be observed; later ones are slips of the pen, or stand for "unknown".</summary>
    public static readonly LocalDate LatestDate = new(2199, 12, 31);

    private static readonly LocalDate EarliestDate = new(1900, 1, 1);

    public static ValueOption<LocalDate> Date(string name, string description) =>
        new(name, description, "DATE", "a date from 1900 to 2199 as yyyy-mm-dd, such as 1997-09-30", text => LocalDatePattern.Iso.Parse(text) is { Success: true } date && date.Value >= EarliestDate && date.Value <= LatestDate ? date.Value : null);

    /// <summary>A number in a range; <paramref name="allowed"/> says which.</summary>
    public static ValueOption<double> Number(string name, string description, string allowed, Func<double, bool> isAllowed, string? standard = null, bool required = false) =>
        new(name, description, "NUMBER", allowed, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && isAllowed(number) ? number : null, standard) { Required = required };

    public static ValueOption<double> DiscountRate() =>
        Number("--discount-rate", "Effective discount rate a year.", "a number from 0 to 10; 0.10 is 10 % a year", rate => rate is >= 0 and <= 10, "0.10");

    public static ValueOption<double> Penalizer() =>
        Number("--penalizer", "Ridge penalty of the fit; 0 is maximum likelihood.", "a number from 0 to 1000000; 0.01 is a light penalty", penalty => penalty is >= 0 and <= 1e6, "0");

    /// <summary>The unit in which purchases are summarised.</summary>
    public static ValueOption<TimeUnit> Unit(string description) =>
        new("--unit", description, "day|week|month", "day, week or month", text => text == "year" ? null : UnitOf(text)) { Required = true };

    /// <summary>The unit of a summary, which may count yearly opportunities or renewals; a week where none is named.</summary>
    public static ValueOption<TimeUnit> UnitOfSummary() =>
        new("--unit", "The unit of the summary's recency and age.", "day|week|month|year", "day, week, month or year", UnitOf, "week");

    private static TimeUnit? UnitOf(string text) => text switch
    {
        "day" => TimeUnit.Day,
        "week" => TimeUnit.Week,
        "month" => TimeUnit.Month,
        "year" => TimeUnit.Year,
        _ => null,
    };

    public static ValueOption<int> Regularity() =>
        new("--regularity", "The k of bg-cnbd-k and mbg-cnbd-k: how regularly customers buy, 1 being at random. Default: the likelihood chooses it.", "K", "a whole number from 1 to 100", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k is >= 1 and <= 100 ? k : null);

    public static ValueOption<DisplayLanguage> Language() =>
        new("--lang", "Language of labels and explanations.", "en|zh-CN", "en or zh-CN", text => text switch { "en" => DisplayLanguage.English, "zh-CN" => DisplayLanguage.Chinese, _ => null }, "en");

    public static ValueOption<Currency> Currency() =>
        new("--currency", "ISO 4217 code of the amounts. Default: none is named.", "ISO", "an ISO 4217 code of three capital letters, such as CNY", text => Customers.Currency.IsValid(text) ? new Currency(text) : null);

    public static ValueOption<int> Seed() =>
        new("--seed", "Seed of models that are sampled, such as pareto-nbd-hb: the same seed gives the same draws. It changes nothing for the others.", "N", "a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed) ? seed : null, "1");

    public static Option<string> File(string name, string description, bool required = true) =>
        NotEmpty(new Option<string>(name) { Description = description, HelpName = "FILE", Required = required });

    /// <summary>One file or several, after one option or after its repetitions.</summary>
    public static Option<string[]> Files(string name, string description, bool required = false) =>
        NotEmpty(new Option<string[]>(name) { Description = description, HelpName = "FILE", Required = required, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore });

    public static Option<string> Column(string name, string description, bool required = false) =>
        NotEmpty(new Option<string>(name) { Description = description, HelpName = "COLUMN", Required = required });

    /// <summary>Which rows of a file of contracts are taken.</summary>
    public static ValueOption<(string Column, string Value)> Cohort() =>
        new("--cohort", $"With a model of contracts: take only the rows with this value in this column.", "COLUMN=VALUE", "COLUMN=VALUE, such as plan=premium", text => text.Split('=', 2) is [{ Length: > 0 } column, { Length: > 0 } value] ? (column, value) : null);

    public static Option<string> Folder(string name, string description, string standard) =>
        NotEmpty(new Option<string>(name) { Description = description, HelpName = "DIR", DefaultValueFactory = _ => standard });

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document to stdout and nothing else." };

    public static Option<bool> SkipBadRows() => new("--skip-bad-rows") { Description = "Leave rows that can't be read out and count them, instead of refusing the file." };

    /// <summary>A script's unset variable is an empty text; it must not pass for a name.</summary>
    private static T NotEmpty<T>(T option)
        where T : Option
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError($"{option.Name}: is empty; give a name.");
        });
        return option;
    }
}
