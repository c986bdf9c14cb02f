using System.CommandLine;
using CustomerValue.Storage;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;

namespace CustomerValue.Tool.Commands;

/// <summary>loyalty migrate: makes a store's tables, or brings those of an older version up to date.</summary>
internal static class LoyaltyMigrateCommand
{
    private static readonly Option<string> Store = LoyaltyStore.Option(mayBeMemory: false);
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("migrate", "Makes a store's tables, or brings those of an older version up to date, in one transaction.", "customer-value loyalty migrate --store sqlite:club.db")
    {
        Store, Json,
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        TextWriter output = call.InvocationConfiguration.Output;
        using LoyaltyStore store = LoyaltyStore.Of(call.GetValue(Store));
        int before = store.Migrate();
        if (call.GetValue(Json))
        {
            JsonText.Print(output, json =>
            {
                json.WriteNumber("found", before);
                json.WriteNumber("version", SqlLoyaltyStore.SchemaVersion);
            });
        }
        else
        {
            output.WriteLine(before == SqlLoyaltyStore.SchemaVersion ? $"The tables have version {before} already." : $"The tables have version {SqlLoyaltyStore.SchemaVersion} now{(before == 0 ? "" : $"; before it was {before}")}.");
        }

        return CommandLine.Done;
    }
}
