using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty check prints.</summary>
internal sealed class LoyaltyCheckOutput(LoyaltyProgram program, IReadOnlyList<ProgramFinding> findings, string? hash, DisplayLanguage language)
{
    public void PrintJson(TextWriter output) => JsonText.Print(output, json =>
    {
        json.WriteString("program", program.Id);
        json.WriteString("version", program.Version);
        json.WriteBoolean("loads", hash is not null);
        json.WriteString("hash", hash);
        json.WriteNumber("rules", program.Rules.Count);
        json.WriteNumber("examples", Examples);
        json.WriteStartArray("findings");
        foreach (ProgramFinding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", LoyaltyText.Word(finding.Severity));
            json.WriteString("code", finding.Code.ToString());
            json.WriteString("rule", finding.Rule);
            json.WriteString("path", finding.Path);
            json.WriteString("message", finding.Message.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public void PrintTables(TextWriter output)
    {
        if (findings.Count > 0)
        {
            Table table = new Table().AddColumns("severity", "code", "rule", "where", "what");
            foreach (ProgramFinding finding in findings)
                table.AddRow(LoyaltyText.Word(finding.Severity), finding.Code.ToString(), Markup.Escape(finding.Rule ?? ""), Markup.Escape(finding.Path), Markup.Escape(finding.Message.In(language)));
            Terminal.Tables(output).Write(table);
        }

        int errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        output.WriteLine($"{program.Id} {program.Version}: {program.Rules.Count} rules, {Examples} examples, {errors} errors, {findings.Count - errors} warnings; {(hash is null ? "can't be loaded" : "can be loaded")}.");
    }

    private int Examples => program.Rules.Sum(rule => rule.Examples.Count);
}
