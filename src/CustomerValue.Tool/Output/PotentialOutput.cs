using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What potential prints when the table is written.</summary>
internal sealed class PotentialOutput
{
    public required PotentialAnswer Answer { get; init; }

    public required DisplayLanguage Language { get; init; }

    public required string Target { get; init; }

    public required TimeSpan Duration { get; init; }

    private PurchaseSummaries Purchases => Answer.Appraisal.Customers.Purchases;

    private RecommenderValidation? Validation => Answer.Sold?.Recommendations.Validation;

    private double Residual => Answer.Potential.Residual.ToArray().Sum();

    private double? Upside => Answer.Sold is null ? null : Answer.Potential.Upside.ToArray().Where(each => !double.IsNaN(each)).Sum();

    private double Potential => Answer.Potential.Value.ToArray().Sum();

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteNumber("customers", Answer.Potential.Value.Length);
        json.WriteString("asOf", Purchases.Window.LastDay.Iso());
        json.WriteString("currency", Purchases.Currency.Code);
        json.WriteNumber("horizonMonths", Answer.Appraisal.Options.HorizonMonths);
        json.WriteNumber("discountRate", Answer.Appraisal.Options.DiscountRate);
        json.WriteString("model", Answer.Appraisal.PurchaseModel.Name);
        json.Number("kappa", Answer.Potential.Kappa);
        json.WriteNumber("intervalLevel", Answer.Potential.IntervalLevel);
        json.WriteStartObject("totals");
        json.Number("residual", Residual);
        json.Number("upside", Upside);
        json.Number("potential", Potential);
        json.WriteEndObject();
        WriteRecommender(json);
        json.Texts("warnings", [.. Answer.Sentences.Concat(Answer.Appraisal.Warnings).Select(warning => warning.In(Language))]);
        json.WriteString("out", Target);
        json.Number("seconds", Duration.TotalSeconds);
    });

    public void PrintTables(TextWriter output)
    {
        IAnsiConsole console = Terminal.Tables(output);
        Table facts = new Table().HideHeaders().AddColumns("", "");
        void Fact(string name, FormattableString value) => facts.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Fact("customers", $"{Answer.Potential.Value.Length:N0}");
        Fact("residual value", $"{Residual:N2} in {Answer.Appraisal.Options.HorizonMonths:G6} months, by {Answer.Appraisal.PurchaseModel.Name}");
        if (Upside is double upside)
            Fact("upside", $"{upside:N2} from products not yet owned");
        Fact("potential value", $"{Potential:N2}{(Answer.Potential.Kappa is double kappa ? string.Create(CultureInfo.InvariantCulture, $", with {kappa:0.##%} of the upside") : Upside is null ? "" : ", the upside not counted")}");
        console.Write(facts);
        if (Validation is { } validation)
        {
            Table table = new Table().AddColumn("recommender");
            foreach (int k in validation.At)
                table.AddColumns($"recall@{k}", $"NDCG@{k}");
            foreach (RecommenderScore score in validation.Scores)
            {
                table.AddRow([Markup.Escape(score.Name), .. score.Recall.Zip(score.Ndcg).SelectMany(pair => score.Refusal is null
                    ? new[] { pair.First.ToString("0.000", CultureInfo.InvariantCulture), pair.Second.ToString("0.000", CultureInfo.InvariantCulture) }
                    : ["-", "-"])]);
            }

            console.Write(table);
            console.WriteLine(validation.Reason.In(Language));
        }

        foreach (LocalizedText warning in Answer.Appraisal.Warnings)
            console.WriteLine($"! {warning.In(Language)}");
        console.WriteLine(Target);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Duration.TotalSeconds:F1} s"));
    }

    private void WriteRecommender(Utf8JsonWriter json)
    {
        if (Validation is not { } validation)
        {
            json.WriteNull("recommender");
            return;
        }

        json.WriteStartObject("recommender");
        json.WriteString("model", validation.Chosen);
        json.WriteString("reason", validation.Reason.In(Language));
        json.WriteString("cut", validation.Cut.Iso());
        json.WriteNumber("customers", validation.Customers);
        Numbers(json, "at", validation.At.Select(k => (double)k));
        json.WriteStartArray("compared");
        foreach (RecommenderScore score in validation.Scores)
        {
            json.WriteStartObject();
            json.WriteString("model", score.Name);
            Numbers(json, "recall", score.Refusal is null ? score.Recall : []);
            Numbers(json, "ndcg", score.Refusal is null ? score.Ndcg : []);
            json.WriteString("refusal", score.Refusal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("chances");
        for (int rank = 0; rank < Answer.Sold!.Chances.PerYear.Length; rank++)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", rank + 1);
            json.WriteNumber("recommended", Answer.Sold.Chances.Recommended[rank]);
            json.WriteNumber("bought", Answer.Sold.Chances.Bought[rank]);
            json.WriteNumber("perYear", Answer.Sold.Chances.PerYear[rank]);
            json.WriteNumber("perYearLow", Answer.Sold.Chances.PerYearLow[rank]);
            json.WriteNumber("perYearHigh", Answer.Sold.Chances.PerYearHigh[rank]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("marginRate", Answer.Sold!.Margins.Rate);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
