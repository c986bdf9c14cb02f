using System.Globalization;
using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Diagrams;
using CustomerValue.Lifecycle.Migration;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What lifecycle prints when the table is written.</summary>
internal sealed class LifecycleOutput
{
    private const double IntervalLevel = 0.9;

    public required LifecycleAnswer Answer { get; init; }

    /// <summary>Customers in each stage.</summary>
    public required int[] Sizes { get; init; }

    public required DiagramForm? Diagram { get; init; }

    /// <summary>The discount rate of a month.</summary>
    public required double MonthlyRate { get; init; }

    public required DisplayLanguage Language { get; init; }

    public required string Target { get; init; }

    private LifecycleDefinition Definition => Answer.Definition;

    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteString("definition", Definition.Key);
        json.WriteString("definitionVersion", Definition.Version);
        json.WriteString("asOf", Answer.AsOf.Iso());
        json.WriteNumber("customers", Answer.Customers.Count);
        json.WriteString("model", Answer.Setup?.Models[0].Model.Version);
        json.WriteStartArray("stages");
        for (int stage = 0; stage < Sizes.Length; stage++)
        {
            json.WriteStartObject();
            json.WriteString("stage", Definition.Stages[stage].Key);
            json.WriteString("label", Definition.Stages[stage].Label.In(Language));
            json.WriteNumber("customers", Sizes[stage]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (Answer.Dates.Count > 0)
            WriteHistory(json);
        if (Drawn is { } diagram)
            json.WriteString("diagram", diagram);
        json.WriteString("out", Target);
    });

    public void PrintTables(TextWriter output)
    {
        Table table = new Table().AddColumns("stage", "customers");
        for (int stage = 0; stage < Sizes.Length; stage++)
            table.AddRow(Markup.Escape(Definition.Stages[stage].Label.In(Language)), Sizes[stage].ToString("N0", CultureInfo.InvariantCulture));
        Terminal.Tables(output).Write(table);
        if (Drawn is { } diagram)
            output.WriteLine(diagram);
        output.WriteLine(Target);
    }

    private string? Drawn => Diagram switch
    {
        DiagramForm.Mermaid => LifecycleDiagram.Mermaid(Definition, Language),
        DiagramForm.Dot => LifecycleDiagram.Dot(Definition, Language),
        _ => null,
    };

    private void WriteHistory(Utf8JsonWriter json)
    {
        int stages = Sizes.Length;
        json.WriteStartArray("history");
        for (int date = 0; date < Answer.Dates.Count; date++)
        {
            json.WriteStartObject();
            json.WriteString("date", Answer.Dates[date].Iso());
            json.WriteStartObject("customers");
            for (int stage = 0; stage < stages; stage++)
                json.WriteNumber(Definition.Stages[stage].Key, Answer.Stages[date].Count(each => each == stage));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (Answer.Dates.Count < 2)
            return;
        LifecycleChanges.Write(json, Answer.Alerts, Language);
        MonthlyMoves moves = MonthlyMoves.Of(Answer);
        json.WriteStartObject("migration");
        json.WriteNumber("intervalLevel", IntervalLevel);
        json.Texts("stages", Definition.Stages.Select(stage => stage.Key));
        WriteMatrix(json, "counts", stages, (from, to) => moves.Matrix.Counted(from, to));
        WriteMatrix(json, "probability", stages, (from, to) => moves.Matrix[from, to]);
        WriteMatrix(json, "low", stages, (from, to) => moves.Matrix.Interval(from, to, IntervalLevel).Low);
        WriteMatrix(json, "high", stages, (from, to) => moves.Matrix.Interval(from, to, IntervalLevel).High);
        json.WriteEndObject();
        LifecycleChanges.Write(json, Definition, moves, [.. Enumerable.Range(0, stages).Select(stage => (double)Answer.Stages[^1].Count(each => each == stage))]);
        if (moves.Revenue is not { } revenue)
            return;
        MarkovValue? value = MonthlyRate > 0 ? MarkovValue.Of(moves.Matrix.ToArray(), revenue, MonthlyRate) : null;
        json.WriteStartArray("values");
        for (int stage = 0; stage < stages; stage++)
        {
            json.WriteStartObject();
            json.WriteString("stage", Definition.Stages[stage].Key);
            // Of a stage in which nobody was seen only the prior speaks.
            bool seen = moves.Matrix.Counted(stage) > 0;
            json.Number("revenueOfMonth", seen ? revenue[stage] : null);
            json.Number("value", seen ? value?.Value[stage] : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMatrix(Utf8JsonWriter json, string name, int stages, Func<int, int, double> cell)
    {
        json.WriteStartArray(name);
        for (int from = 0; from < stages; from++)
        {
            json.WriteStartArray();
            for (int to = 0; to < stages; to++)
                json.WriteNumberValue(cell(from, to));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
