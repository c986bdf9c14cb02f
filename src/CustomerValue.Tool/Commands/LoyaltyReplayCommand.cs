using System.CommandLine;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty replay: a file of events, answered one after another by a ledger.</summary>
internal static class LoyaltyReplayCommand
{
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The programme, as JSON; several files are versions of it by their effective dates.", required: true);
    private static readonly Option<string> Events = LoyaltyOptions.Events();
    private static readonly ValueOption<Instant> AsOf = LoyaltyOptions.AsOf();
    private static readonly Option<string> Store = LoyaltyStore.Option(mayBeMemory: true);
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("replay", "Replays events under a programme: every member's points, tier and what was refused.", """
        customer-value loyalty replay --program club.json --events events.jsonl --json
        customer-value loyalty replay --program club-2025.json --program club-2026.json --events events.jsonl --as-of 2026-07-01T00:00:00+08:00
        customer-value loyalty replay --program club.json --events today.jsonl --store sqlite:club.db
        """)
    {
        Programs, Events, AsOf, Store, Language, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string events = CheckedPath.ToRead(call.GetValue(Events)!);
        ProgramVersions programs = LoyaltyFiles.Versions(call.GetValue(Programs)!);
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        store.Migrate();
        LoyaltyReplayed replayed = Terminal.WithProgress(error, "replaying", _ => LoyaltyReplayed.Of(store.Open(programs), events, cancellation));
        LoyaltyReplayOutput result = new(replayed, LoyaltyOptions.Of(call.GetValue(AsOf), replayed.LastKnown), Language.Value(call));
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }
}
