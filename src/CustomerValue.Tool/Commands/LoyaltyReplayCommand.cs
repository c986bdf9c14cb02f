using System.CommandLine;
using System.Text;
using CustomerValue.Data;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting;
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
    private static readonly Option<string> Page = CommonOptions.File("--out", "Also write a page to look at: balances, tiers, points earned and used, what expires soon, what is owed, what was refused. Its name ends with .html.", required: false);
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    static LoyaltyReplayCommand() =>
        Page.Validators.Add(result =>
        {
            string given = result.Tokens[0].Value;
            if (!given.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
                result.AddError($"--out: '{given}' is no page; give a name that ends with .html, such as club.html.");
        });

    public static Command Command { get; } = new ExampleCommand("replay", "Replays events under a programme: every member's points, tier and what was refused.", """
        customer-value loyalty replay --program club.json --events events.jsonl --json
        customer-value loyalty replay --program club-2025.json --program club-2026.json --events events.jsonl --as-of 2026-07-01T00:00:00+08:00
        customer-value loyalty replay --program club.json --events events.jsonl --out club.html --lang zh-CN
        customer-value loyalty replay --program club.json --events today.jsonl --store sqlite:club.db
        """)
    {
        Programs, Events, AsOf, Store, Page, Language, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string events = CheckedPath.ToRead(call.GetValue(Events)!);
        string? page = call.GetValue(Page) is { } given ? CheckedPath.ToWrite(given) : null;
        ProgramVersions programs = LoyaltyFiles.Versions(call.GetValue(Programs)!);
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        if (store.IsKept)
            LoyaltyFiles.Check(events, programs.All, cancellation);
        store.Migrate();
        LoyaltyReplayed replayed = Terminal.WithProgress(error, "replaying", _ => LoyaltyReplayed.Of(store.Open(programs), events, cancellation));
        Instant asOf = LoyaltyOptions.Of(call.GetValue(AsOf), replayed.LastKnown);
        if (page is not null)
            Write(page, LoyaltyOverview.Of(replayed.Ledger, asOf, replayed.Rejected.Select(each => each.Rejection)), Language.Value(call));
        LoyaltyReplayOutput result = new(replayed, asOf, Language.Value(call));
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }

    private static void Write(string file, LoyaltyOverview overview, DisplayLanguage language) => OutputFile.Write(file, stream =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        HtmlReport.Write(writer, overview, new ReportOptions { Language = language });
    });
}
