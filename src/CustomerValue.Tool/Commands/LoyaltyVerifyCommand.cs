using System.CommandLine;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty verify: recomputes every hash, sum and balance of a store from its journal, and names the first bad entry.</summary>
internal static class LoyaltyVerifyCommand
{
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The programme, as JSON; several files are versions of it by their effective dates.", required: true);
    private static readonly Option<string> Store = LoyaltyStore.Option(mayBeMemory: false);
    private static readonly Option<string> Member = new("--member") { HelpName = "ID", Description = "Check the journal of this member alone." };
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("verify", "Checks a store: hashes, sums and bounds of every entry, and all that is kept beside the journal. Exit 1 where something is wrong.", "customer-value loyalty verify --program club.json --store sqlite:club.db")
    {
        Programs, Store, Member, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        LoyaltyLedger ledger = store.Open(LoyaltyFiles.Versions(call.GetValue(Programs)!));
        CustomerId? member = call.GetValue(Member) is { } id ? Known(ledger, id) : null;
        LedgerFault? fault = Terminal.WithProgress(error, "verifying", _ => member is { } one ? ledger.Verify(one) : ledger.Verify());
        int members = member is null ? ledger.Members.Count : 1;
        long entries = member is { } only ? ledger.Journal(only).Count : ledger.EntryCount;
        if (call.GetValue(Json))
        {
            JsonText.Print(output, json =>
            {
                json.WriteNumber("members", members);
                json.WriteNumber("entries", entries);
                if (fault is null)
                {
                    json.WriteNull("fault");
                    json.WriteString("hash", (member is { } whose ? ledger.Journal(whose)[^1].Hash : ledger.Digest()).ToString());
                    return;
                }

                json.WriteStartObject("fault");
                json.WriteNumber("member", fault.Member);
                json.WriteNumber("sequence", fault.Sequence);
                json.WriteString("message", fault.Message);
                json.WriteEndObject();
            });
        }
        else
        {
            output.WriteLine(fault is null ? $"{entries} entries of {members} members are as they were written." : $"Member {fault.Member}, entry {fault.Sequence}: {fault.Message}");
        }

        if (fault is not null)
            error.WriteLine("The store is damaged: stop writing, keep the file, and restore the last backup that verifies.");
        return fault is null ? CommandLine.Done : CommandLine.Refused;
    }

    private static CustomerId Known(LoyaltyLedger ledger, string id) => CustomerId.IsValid(id) && ledger.Journal(new CustomerId(id)).Count > 0
        ? new CustomerId(id)
        : throw new DataRejectedException(new DataProblem { Field = "--member", Value = id, Message = "is nobody whom the store knows; give a member's id as events have it." });
}
