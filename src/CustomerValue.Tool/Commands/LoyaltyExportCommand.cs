using System.CommandLine;
using CustomerValue.Data;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty export: the journal of a store as a table, for whoever audits or analyses it.</summary>
internal static class LoyaltyExportCommand
{
    private const string Parquet = ".parquet";
    private static readonly Option<string[]> Programs = CommonOptions.Files("--program", "The programme, as JSON; several files are versions of it by their effective dates.", required: true);
    private static readonly Option<string> Store = LoyaltyStore.Option(mayBeMemory: false);
    private static readonly Option<string> Target = CommonOptions.File("--out", $"The table to write: CSV, or Parquet where its name ends with {Parquet}.");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("export", "Writes a store's journal as a table: a row a movement of points.", "customer-value loyalty export --program club.json --store sqlite:club.db --out journal.parquet")
    {
        Programs, Store, Target, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        (TextWriter output, TextWriter error) = (call.InvocationConfiguration.Output, call.InvocationConfiguration.Error);
        string target = CheckedPath.ToWrite(call.GetValue(Target)!);
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        LoyaltyLedger ledger = store.Open(LoyaltyFiles.Versions(call.GetValue(Programs)!));
        Terminal.WithProgress(error, "exporting", _ =>
        {
            Write(ledger, target, cancellation);
            return true;
        });
        if (call.GetValue(Json))
        {
            JsonText.Print(output, json =>
            {
                json.WriteNumber("entries", ledger.EntryCount);
                json.WriteString("journal", target);
            });
        }
        else
        {
            output.WriteLine($"{ledger.EntryCount} entries are in {target}.");
        }

        return CommandLine.Done;
    }

    private static void Write(LoyaltyLedger ledger, string target, CancellationToken cancellation)
    {
        if (!target.EndsWith(Parquet, StringComparison.OrdinalIgnoreCase))
        {
            OutputFile.WriteCsv(target, csv => JournalCsv.Write(csv, ledger, cancellation));
            return;
        }

        string rows = Path.GetTempFileName();
        try
        {
            OutputFile.WriteCsv(rows, csv => JournalCsv.Write(csv, ledger, cancellation));
            ParquetFile.FromCsv(rows, target);
        }
        finally
        {
            File.Delete(rows);
        }
    }
}
