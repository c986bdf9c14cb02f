using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What loyalty check prints: what was found, by rule and severity.</summary>
internal static class LoyaltyCheckOutput
{
    public static void Print(TextWriter output, IReadOnlyList<(string File, LoyaltyProgram Program, IReadOnlyList<ProgramFinding> Findings)> checks, DisplayLanguage language, bool isJson)
    {
        if (isJson)
            JsonText.Print(output, json =>
            {
                json.WriteStartArray("programs");
                foreach ((string file, LoyaltyProgram program, IReadOnlyList<ProgramFinding> findings) in checks)
                {
                    bool isValid = findings.All(finding => finding.Severity != FindingSeverity.Error);
                    json.WriteStartObject();
                    json.WriteString("file", file);
                    json.WriteString("program", program.Id);
                    json.WriteString("version", program.Version);
                    json.WriteBoolean("valid", isValid);
                    json.WriteNumber("rules", program.Rules.Count);
                    json.WriteNumber("examples", program.Rules.Sum(rule => rule.Examples.Count));
                    if (isValid)
                        json.WriteString("hash", CompiledProgram.Load(program).Hash);
                    json.WriteStartArray("findings");
                    foreach (ProgramFinding finding in findings)
                    {
                        json.WriteStartObject();
                        json.WriteString("rule", finding.Rule);
                        json.WriteString("path", finding.Path);
                        json.WriteString("severity", finding.Severity == FindingSeverity.Error ? "error" : "warning");
                        json.WriteString("code", finding.Code.ToString());
                        json.WriteString("message", finding.Message.In(language));
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        else
        {
            foreach ((string file, LoyaltyProgram program, IReadOnlyList<ProgramFinding> findings) in checks)
            {
                output.WriteLine($"{file}: {program.Id} {program.Version}, {program.Rules.Count} rules, {program.Rules.Sum(rule => rule.Examples.Count)} examples");
                Table table = new Table().AddColumns("severity", "where", "what");
                foreach (ProgramFinding finding in findings)
                    table.AddRow(finding.Severity == FindingSeverity.Error ? "error" : "warning", Markup.Escape(finding.Rule ?? finding.Path ?? ""), Markup.Escape(finding.Message.In(language)));
                if (findings.Count > 0)
                    Terminal.Tables(output).Write(table);
                else
                    output.WriteLine("Nothing was found.");
            }
        }
    }
}
