using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What segment prints when its table is written.</summary>
internal static class SegmentsOutput
{
    public static void PrintJson(TextWriter output, Segmented segmented, DisplayLanguage language, string file, string? kept) => JsonText.Print(output, json =>
    {
        json.WriteString("strategy", segmented.Segmentation.Strategy);
        json.WriteNumber("customers", segmented.Rows.Count);
        json.WriteString("asOf", segmented.Input.Customers.AsOf.Iso());
        if (segmented.Fit is { } fit)
        {
            json.WriteNumber("iterations", fit.Iterations);
            json.WriteBoolean("converged", fit.Converged);
            foreach (KeyValuePair<string, double> figure in fit.Figures)
                json.Number(figure.Key, figure.Value);
        }

        json.WriteStartArray("segments");
        int[] sizes = segmented.Sizes();
        for (int segment = 0; segment < sizes.Length; segment++)
        {
            Segment one = segmented.Segmentation.Segments[segment];
            json.WriteStartObject();
            json.WriteString("segment", one.Key);
            json.WriteString("label", one.Label.In(language));
            json.WriteNumber("customers", sizes[segment]);
            json.Number("share", sizes[segment] / (double)segmented.Rows.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Texts("columns", SegmentsCsv.Columns(segmented));
        json.WriteString("file", file);
        if (kept is not null)
            json.WriteString("model", kept);
        json.Texts("warnings", segmented.Warnings.Select(warning => warning.In(language)));
    });

    public static void PrintTable(TextWriter output, Segmented segmented, DisplayLanguage language, string file)
    {
        Table table = new Table().AddColumns("segment", "label", "customers", "share");
        int[] sizes = segmented.Sizes();
        for (int segment = 0; segment < sizes.Length; segment++)
        {
            Segment one = segmented.Segmentation.Segments[segment];
            table.AddRow(Markup.Escape(one.Key), Markup.Escape(one.Label.In(language)), sizes[segment].ToString("N0", CultureInfo.InvariantCulture), (sizes[segment] / (double)segmented.Rows.Count).ToString("P1", CultureInfo.InvariantCulture));
        }

        IAnsiConsole console = Terminal.Tables(output);
        console.Write(table);
        foreach (KeyValuePair<string, double> figure in segmented.Fit?.Figures ?? [])
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Key}: {figure.Value:G10}"));
        console.WriteLine($"Written: {file}");
    }
}
