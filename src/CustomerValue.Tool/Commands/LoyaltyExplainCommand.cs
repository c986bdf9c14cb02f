using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty explain: what every rule makes of one event, and why.</summary>
internal static class LoyaltyExplainCommand
{
    private static readonly Option<string> Program = CommonOptions.File("--program", "The programme, as JSON.");
    private static readonly Option<string> Event = CommonOptions.File("--event", "The event, as JSON.");
    private static readonly Option<string> Member = CommonOptions.File("--member", "The member as he stands before the event, as JSON: joined, tier, what is known of him, purchases, what limits and caps have used.");
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("explain", "What every rule makes of one event: fired, not fired and why, trimmed, lost to which.", "customer-value loyalty explain --program club.json --event order.json --member member.json --lang zh-CN")
    {
        Program, Event, Member, Language, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        TextWriter output = call.InvocationConfiguration.Output;
        (string eventFile, string memberFile) = (CheckedPath.ToRead(call.GetValue(Event)!), CheckedPath.ToRead(call.GetValue(Member)!));
        CompiledProgram program = LoyaltyFiles.Load(call.GetValue(Program)!);
        LoyaltyEvent happened;
        using (FileStream stream = File.OpenRead(eventFile))
            happened = LoyaltyEventJson.Read(stream, program.Program, eventFile);
        MemberSnapshot member;
        using (FileStream stream = File.OpenRead(memberFile))
            member = LoyaltyMemberJson.Read(stream, memberFile);
        if (member.Member != happened.Member)
            throw new DataRejectedException(new DataProblem { Source = memberFile, Field = "$.member", Value = member.Member.Value, Message = $"is not {happened.Member.Value}, the member of the event; give the event's member." });
        LoyaltyExplainOutput result = new(EventExplanation.Of(program, happened, member), happened, Language.Value(call));
        if (call.GetValue(Json))
            result.PrintJson(output);
        else
            result.PrintText(output);
        return CommandLine.Done;
    }
}
