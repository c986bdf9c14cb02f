using System.Globalization;
using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Evaluation.Profiles;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What segment prints when its table is written.</summary>
internal static class SegmentsOutput
{
    /// <summary>Categories told of a segment, the most over-represented.</summary>
    private const int MostCategories = 10;

    public static void PrintJson(TextWriter output, Segmented segmented, DisplayLanguage language, string file, string? kept) => JsonText.Print(output, json =>
    {
        json.WriteString("strategy", segmented.Segmentation.Strategy);
        json.WriteNumber("customers", segmented.Rows.Count);
        json.WriteString("asOf", segmented.Input.Customers.AsOf.Iso());
        if (segmented.Fit is { } fit)
        {
            json.WriteNumber("iterations", fit.Iterations);
            json.WriteBoolean("converged", fit.Converged);
        }

        foreach (KeyValuePair<string, double> figure in Figures(segmented))
            json.Number(figure.Key, figure.Value);
        json.WriteStartArray("segments");
        foreach (SegmentProfile profile in segmented.Profile.Segments)
            Write(json, profile, language);
        json.WriteEndArray();
        if (segmented.Segmentation is DemographicSegmentation demographic)
            Write(json, demographic.Report(segmented.Input.Customers));
        json.Texts("columns", SegmentsCsv.Columns(segmented));
        json.WriteString("file", file);
        if (kept is not null)
            json.WriteString("model", kept);
        json.Texts("warnings", segmented.Warnings.Select(warning => warning.In(language)));
    });

    public static void PrintTable(TextWriter output, Segmented segmented, DisplayLanguage language, string file)
    {
        Table table = new Table().AddColumns("segment", "label", "customers", "share", "described by");
        foreach (SegmentProfile profile in segmented.Profile.Segments)
        {
            string rule = profile.Rules.Count > 0 ? profile.Rules[0].Description.In(language) : "";
            string[] texts = [profile.Segment.Key, profile.Segment.Label.In(language), profile.Customers.ToString("N0", CultureInfo.InvariantCulture), profile.Share.ToString("P1", CultureInfo.InvariantCulture), rule];
            table.AddRow([.. texts.Select(Markup.Escape)]);
        }

        IAnsiConsole console = Terminal.Tables(output);
        console.Write(table);
        foreach (KeyValuePair<string, double> figure in Figures(segmented))
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:G10}"));
        console.WriteLine($"Written: {file}");
    }

    /// <summary>The fit's figures, and of clusters how well they are parted.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Figures(Segmented segmented)
    {
        foreach (KeyValuePair<string, double> figure in segmented.Fit?.Figures ?? [])
            yield return figure;
        if (segmented.Quality?.Silhouette is double silhouette)
            yield return new("silhouette", silhouette);
        if (segmented.Quality?.CalinskiHarabasz is double ratio)
            yield return new("calinskiHarabasz", ratio);
        if (segmented.Quality?.DaviesBouldin is double worst)
            yield return new("daviesBouldin", worst);
    }

    private static void Write(Utf8JsonWriter json, SegmentProfile profile, DisplayLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("segment", profile.Segment.Key);
        json.WriteString("label", profile.Segment.Label.In(language));
        json.WriteString("proposedName", profile.ProposedName.In(language));
        json.WriteNumber("customers", profile.Customers);
        json.Number("share", profile.Share);
        if (profile.TotalValue is not null)
        {
            json.Number("totalValue", profile.TotalValue);
            json.Number("meanValue", profile.MeanValue);
            json.Number("valueShare", profile.ValueShare);
        }

        json.WriteStartArray("rules");
        foreach (DescribingRule rule in profile.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Description.In(language));
            json.Number("precision", rule.Precision);
            json.Number("recall", rule.Recall);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("numbers");
        foreach (NumberProfile number in profile.Numbers)
        {
            json.WriteStartObject();
            json.WriteString("column", number.Column);
            json.Number("mean", number.Mean);
            json.Number("median", number.Median);
            json.Number("z", number.ZScore);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("categories");
        foreach (CategoryProfile category in profile.Categories.OrderByDescending(category => category.Lift).Take(MostCategories))
        {
            json.WriteStartObject();
            json.WriteString("column", category.Column);
            json.WriteString("category", category.Category);
            json.Number("share", category.Share);
            json.Number("lift", category.Lift);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How many values of each field are in which band: the missing, the absurd and the unreadable ones too.</summary>
    private static void Write(Utf8JsonWriter json, IReadOnlyList<BandReport> fields)
    {
        json.WriteStartObject("bands");
        foreach (BandReport field in fields)
        {
            json.WriteStartObject(field.Field.Key);
            foreach (BandCount band in field.Bands)
                json.WriteNumber(band.Band.Key, band.Customers);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
