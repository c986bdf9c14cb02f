using System.CommandLine;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.WhatIf;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty compare: the same events under two programmes.</summary>
internal static class LoyaltyCompareCommand
{
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The two programmes, as JSON: as it is, and as it might be.", required: true);
    private static readonly Option<string> Events = LoyaltyOptions.Events();
    private static readonly ValueOption<Instant> AsOf = LoyaltyOptions.AsOf();
    private static readonly Option<string> Wallet = new("--wallet") { Description = "The wallet, by its id in both. Default: the only one.", HelpName = "ID" };
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("compare", "The same events under two programmes: points, cost, tiers, winners and losers.", "customer-value loyalty compare --program club.json --program richer.json --events events.jsonl --json")
    {
        Programs, Events, AsOf, Wallet, Language, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string[] files = call.GetValue(Programs)!;
        if (files.Length != 2)
            throw new WrongCallException($"--program: compare takes two programmes; {files.Length} given.");
        string events = CheckedPath.ToRead(call.GetValue(Events)!);
        CompiledProgram[] programs = [.. files.Select(LoyaltyFiles.Load)];
        LoyaltyCompareOutput result = Terminal.WithProgress(error, "replaying", _ => Compare(call, files, programs, events, cancellation));
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintTables(output);
        return CommandLine.Done;
    }

    private static LoyaltyCompareOutput Compare(ParseResult call, string[] files, CompiledProgram[] programs, string file, CancellationToken cancellation)
    {
        // The instant of the balances is only known when all events are, and labels are those of the last profile: one pass for them first.
        MemberLabels labels = new();
        Instant? last = null;
        foreach (LoyaltyEventLine each in LoyaltyFiles.Events(file, programs, cancellation))
        {
            labels.Add(each.Event);
            Instant known = LoyaltyFiles.KnownAt(each.Event);
            if (!(known < last))
                last = known;
        }

        Instant asOf = LoyaltyOptions.Of(call.GetValue(AsOf), last);
        long line = 0;
        IEnumerable<LoyaltyEvent> Told()
        {
            foreach (LoyaltyEventLine each in LoyaltyFiles.Events(file, programs, cancellation))
            {
                line = each.Line;
                yield return each.Event;
            }
        }

        try
        {
            ProgramComparison comparison = ProgramComparison.Of(new ProgramVersions(programs[0]), new ProgramVersions(programs[1]), Told(), asOf, call.GetValue(Wallet));
            return new(comparison, labels, asOf, Language.Value(call));
        }
        catch (DataRejectedException refusal)
        {
            throw LoyaltyFiles.OfLine(refusal, file, line);
        }
        catch (ArgumentException problem)
        {
            throw new DataRejectedException(new DataProblem { Source = string.Join(", ", files), Message = LoyaltyFiles.Sentence(problem) });
        }
    }
}
