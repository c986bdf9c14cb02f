using System.CommandLine;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty: programmes checked, events replayed, awards explained, programmes compared.</summary>
internal static class LoyaltyCommand
{
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The programme as JSON; several files are its versions by the days on which they are in force.", required: true);
    private static readonly Option<string> Events = CommonOptions.File("--events", "The events, one JSON object a line, in the order in which they became known.");
    private static readonly ValueOption<Instant> AsOf = new("--as-of", "The instant of the balances. Default: when the last event became known.", "INSTANT", "an instant with its offset, such as 2026-01-01T00:00:00+08:00", text => OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time ? time.Value.ToInstant() : null);
    private static readonly Option<string> Store = new("--store") { Description = "Where the ledger is kept: memory.", HelpName = "STORE", DefaultValueFactory = _ => "memory" };
    private static readonly Option<string> Event = CommonOptions.File("--event", "The event to explain, as JSON.");
    private static readonly Option<string> Member = CommonOptions.File("--member", "The member, as JSON: joined, birthday, tier, purchases, attributes and segments, where they matter.", required: false);
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("loyalty", "Loyalty programmes: check them, replay events under them, explain what rules pay, compare two of them.", """
        customer-value loyalty check --program club.json
        customer-value loyalty replay --program club.json --events events.jsonl --json
        """)
    {
        new ExampleCommand("check", "Loads a programme, analyses it and runs its examples.", "customer-value loyalty check --program club.json --json") { Programs, Language, Json }.Does(Check),
        new ExampleCommand("replay", "Answers events in their order and tells every member's balances and tier.", "customer-value loyalty replay --program club.json --events events.jsonl --as-of 2026-12-31T23:59:59+08:00 --json") { Programs, Events, AsOf, Store, Json }.Does(Replay),
        new ExampleCommand("explain", "Tells of every rule whether it fires for an event, and why.", "customer-value loyalty explain --program club.json --event order.json --member member.json --lang zh-CN") { Programs, Event, Member, Language, Json }.Does(Explain),
        new ExampleCommand("compare", "Replays the same events under two programmes and tells who wins and who loses.", "customer-value loyalty compare --program now.json --program next.json --events events.jsonl --json") { Programs, Events, AsOf, Json }.Does(Compare),
    };

    private static int Check(ParseResult call, CancellationToken cancellation)
    {
        bool isRefused = false;
        List<(string File, LoyaltyProgram Program, IReadOnlyList<ProgramFinding> Findings)> checks = [];
        foreach (string file in call.GetValue(Programs)!)
        {
            LoyaltyProgram program = Read(file);
            IReadOnlyList<ProgramFinding> findings = CompiledProgram.Check(program);
            checks.Add((file, program, findings));
            isRefused |= findings.Any(finding => finding.Severity == FindingSeverity.Error);
        }

        LoyaltyCheckOutput.Print(call.InvocationConfiguration.Output, checks, Language.Value(call), call.GetValue(Json));
        return isRefused ? CommandLine.Refused : CommandLine.Done;
    }

    private static int Replay(ParseResult call, CancellationToken cancellation)
    {
        if (call.GetValue(Store) is { } store && store != "memory")
            throw new WrongCallException($"--store: '{store}' is not to be had in this version; it has memory.");
        string events = CheckedPath.ToRead(call.GetValue(Events)!);
        ProgramVersions programs = Load(call.GetValue(Programs)!);
        LoyaltyReplay replay = Terminal.WithProgress(call.InvocationConfiguration.Error, "answering events", _ => LoyaltyReplay.Of(programs, events, call.GetValue(AsOf), cancellation));
        if (call.GetValue(Json))
            ReplayOutput.PrintJson(call.InvocationConfiguration.Output, replay);
        else
            ReplayOutput.PrintTables(call.InvocationConfiguration.Output, replay);
        return CommandLine.Done;
    }

    private static int Explain(ParseResult call, CancellationToken cancellation)
    {
        throw new WrongCallException("explain");
    }

    private static int Compare(ParseResult call, CancellationToken cancellation)
    {
        throw new WrongCallException("compare");
    }

    private static LoyaltyProgram Read(string file)
    {
        using FileStream stream = File.OpenRead(CheckedPath.ToRead(file));
        return LoyaltyProgramJson.Read(stream, file);
    }

    private static ProgramVersions Load(IReadOnlyList<string> files)
    {
        List<CompiledProgram> versions = [];
        foreach (string file in files)
            versions.Add(Load(file));
        try
        {
            return new ProgramVersions([.. versions]);
        }
        catch (ArgumentException wrong)
        {
            throw new WrongCallException($"--program: {wrong.Message}");
        }
    }

    internal static CompiledProgram Load(string file)
    {
        try
        {
            return CompiledProgram.Load(Read(file));
        }
        catch (ProgramRejectedException refusal)
        {
            throw new Validation.DataRejectedException([.. refusal.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => new Validation.DataProblem { Source = file, Field = finding.Path, Message = finding.Message.English })]);
        }
    }
}
