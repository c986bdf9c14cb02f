using System.Globalization;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What score prints when its table is written.</summary>
internal static class ScoresOutput
{
    public static void PrintJson(TextWriter output, Scores scores, string file) => JsonText.Print(output, json =>
    {
        ScoreSettings settings = scores.Settings;
        json.WriteNumber("customers", scores.Count);
        json.WriteString("model", settings.Model);
        if (settings.SpendModel is not null)
            json.WriteString("spendModel", settings.SpendModel);
        json.WriteString("unit", settings.Unit.Name());
        json.WriteNumber("horizon", settings.Horizon);
        json.WriteNumber("discountRate", settings.DiscountRate);
        json.WriteNumber("interval", settings.Interval);
        json.Texts("columns", ScoresCsv.Columns(scores));
        json.WriteStartObject("totals");
        json.Number("logLikelihood", scores.LogLikelihood.Sum());
        json.Number("alive", scores.Alive.Sum());
        json.Number("expectedPurchases", scores.Expected.Sum());
        if (scores.Dert is not null)
            json.Number("dert", scores.Dert.Sum());
        if (scores.Value is not null)
            json.Number("clv", scores.Value.Where(double.IsFinite).Sum());
        json.WriteEndObject();
        json.WriteString("file", file);
        json.Texts("warnings", scores.Warnings);
    });

    public static void PrintTable(TextWriter output, Scores scores, string file)
    {
        ScoreSettings settings = scores.Settings;
        Table table = new Table().HideHeaders().AddColumns("", "");
        void Row(string name, FormattableString value) => table.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Row("customers", $"{scores.Count:N0}");
        Row("model", $"{settings.Model}{(settings.SpendModel is null ? "" : $" and {settings.SpendModel}")}, log-likelihood {scores.LogLikelihood.Sum():F4}");
        Row("expected alive", $"{scores.Alive.Sum():N1}");
        Row("expected purchases", $"{scores.Expected.Sum():N1} in {settings.Horizon:G6} {settings.Unit.Name()}s");
        if (scores.Value is not null)
            Row("lifetime value", $"{scores.Value.Where(double.IsFinite).Sum():N2}, discounted by {settings.DiscountRate:0.##%} a year");
        Row("written", $"{file}");
        Terminal.Tables(output).Write(table);
    }
}
