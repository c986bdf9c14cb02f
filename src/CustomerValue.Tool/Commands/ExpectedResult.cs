using System.Globalization;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Tool.Output;
using Spectre.Console;

namespace CustomerValue.Tool.Commands;

/// <summary>Expected influence of all customers of a graph, and the ambassadors where they were asked for.</summary>
internal sealed class ExpectedResult : IInfluenceResult
{
    private static readonly string[] Columns = ["customer", "influence", "standard_error", "influence_if_none_caused", "influence_if_all_caused", "value", "ambassador"];

    public required ExpectedInfluence Expected { get; init; }

    public required double[] Margins { get; init; }

    public required string Probabilities { get; init; }

    public required InfluenceOptions Options { get; init; }

    public void Write(CsvWriter csv, CancellationToken cancellation)
    {
        int[] place = new int[Margins.Length];
        for (int rank = 0; rank < (Ambassadors?.Customers.Count ?? 0); rank++)
            place[Ambassadors!.Customers[rank]] = rank + 1;
        csv.Header(Ambassadors is null ? Columns[..^1] : Columns);
        for (int node = 0; node < Margins.Length; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            csv.Text(Expected.Customers[node].Value);
            csv.Number(Expected.Table.Value(node));
            csv.Number(Expected.Table.StandardError(node));
            csv.Number(0L);
            csv.Number(Expected.Table.AtFullShare[node]);
            csv.Number(Margins[node]);
            if (Ambassadors is not null)
                csv.Number(place[node] == 0 ? null : (long?)place[node]);
            csv.EndRow();
        }
    }

    public void PrintJson(TextWriter output, string file) => JsonText.Print(output, json =>
    {
        json.WriteString("kind", "expected");
        json.WriteNumber("customers", Margins.Length);
        json.WriteNumber("edges", Expected.Graph.Edges);
        json.WriteNumber("selfLoops", Expected.Graph.SelfLoops);
        json.WriteNumber("duplicates", Expected.Graph.Duplicates);
        json.WriteString("probabilities", Probabilities);
        json.WriteNumber("sets", Options.Sets);
        json.WriteNumber("seed", Options.Seed);
        json.WriteNumber("causalShare", Options.CausalShare);
        json.WriteStartObject("totals");
        json.Number("value", Margins.Sum());
        json.Number("influence", Total * Options.CausalShare);
        json.Number("influenceIfAllCaused", Total);
        json.WriteEndObject();
        if (Ambassadors is { } top)
        {
            json.WriteStartObject("top");
            json.Texts("customers", top.Customers.Select(node => Expected.Customers[node].Value));
            json.Number("spread", top.Spread);
            json.Number("ownValue", top.OwnMargins);
            json.Number("lower", top.Lower);
            json.Number("upper", top.Upper);
            json.Number("approximation", top.Approximation);
            json.Number("confidence", top.Confidence);
            json.WriteNumber("sets", top.Sets);
            json.WriteString("reason", top.Reason.English);
            json.WriteEndObject();
        }

        json.WriteString("file", file);
    });

    public void PrintTable(TextWriter output, string file)
    {
        Table table = new Table().HideHeaders().AddColumns("", "");
        void Row(string name, FormattableString value) => table.AddRow(name, Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));
        Row("customers", $"{Margins.Length:N0}, {Expected.Graph.Edges:N0} edges");
        Row("expected influence", $"{Total * Options.CausalShare:N2} in all, {Total:N2} if all that spreads is caused");
        foreach (int node in Enumerable.Range(0, Margins.Length).OrderByDescending(Expected.Table.Value).Take(5))
            Row(Expected.Customers[node].Value, $"{Expected.Table.Value(node):N2} ± {Expected.Table.StandardError(node):N2}");
        if (Ambassadors is { } top)
        {
            Row("ambassadors", $"{string.Join(", ", top.Customers.Take(10).Select(node => Expected.Customers[node].Value))}{(top.Customers.Count > 10 ? ", …" : "")}");
            Row("", $"{top.Reason.English}");
        }

        Row("written", $"{file}");
        Terminal.Tables(output).Write(table);
    }

    private AmbassadorSet? Ambassadors => Expected.Ambassadors;

    private double Total => Expected.Table.AtFullShare.ToArray().Sum();
}
