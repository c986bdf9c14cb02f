using System.CommandLine;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty verify: recomputes every hash, sum and balance of a store from its journal, and names the first bad entry.</summary>
internal static class LoyaltyVerifyCommand
{
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The programme, as JSON; several files are versions of it by their effective dates.", required: true);
    private static readonly Option<string> Store = LoyaltyStore.Option(mayBeMemory: false);
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("verify", "Checks a store: hashes, sums and bounds of every entry, and all that is kept beside the journal. Exit 1 where something is wrong.", "customer-value loyalty verify --program club.json --store sqlite:club.db")
    {
        Programs, Store, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        LoyaltyLedger ledger = store.Open(LoyaltyFiles.Versions(call.GetValue(Programs)!));
        LedgerFault? fault = Terminal.WithProgress(error, "verifying", _ => ledger.Verify());
        if (call.GetValue(Json))
        {
            JsonText.Print(output, json =>
            {
                json.WriteNumber("members", ledger.Members.Count);
                json.WriteNumber("entries", ledger.EntryCount);
                if (fault is null)
                {
                    json.WriteNull("fault");
                    json.WriteString("hash", ledger.Digest().ToString());
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
            output.WriteLine(fault is null ? $"{ledger.EntryCount} entries of {ledger.Members.Count} members are as they were written." : $"Member {fault.Member}, entry {fault.Sequence}: {fault.Message}");
        }

        if (fault is not null)
            error.WriteLine("The store is damaged: stop writing, keep the file, and restore the last backup that verifies.");
        return fault is null ? CommandLine.Done : CommandLine.Refused;
    }
}
