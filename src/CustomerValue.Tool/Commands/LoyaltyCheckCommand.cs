using System.CommandLine;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty check: all that is wrong or doubtful about a programme, its examples included.</summary>
internal static class LoyaltyCheckCommand
{
    private static readonly Option<string> Program = CommonOptions.File("--program", "The programme, as JSON.");
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("check", "Loads a programme, looks for what is wrong or doubtful, and runs its examples.", "customer-value loyalty check --program club.json --json")
    {
        Program, Language, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        TextWriter output = call.InvocationConfiguration.Output;
        LoyaltyProgram program = LoyaltyFiles.Read(call.GetValue(Program)!);
        IReadOnlyList<ProgramFinding> findings = CompiledProgram.Check(program);
        bool loads = findings.All(finding => finding.Severity != FindingSeverity.Error);
        LoyaltyCheckOutput result = new(program, findings, loads ? CompiledProgram.Load(program).Hash : null, Language.Value(call));
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return loads ? CommandLine.Done : CommandLine.Refused;
    }
}
