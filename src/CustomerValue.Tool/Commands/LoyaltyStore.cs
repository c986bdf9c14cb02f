using System.CommandLine;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;

namespace CustomerValue.Tool.Commands;

/// <summary>Where a ledger is kept, as a call says it: in memory, in a file of SQLite, or in PostgreSQL.</summary>
internal sealed class LoyaltyStore : IDisposable
{
    public const string Memory = "memory";
    private const string Sqlite = "sqlite:", PostgreSql = "postgres:";
    private readonly SqlLoyaltyStore? store;

    private LoyaltyStore(SqlLoyaltyStore? store) => this.store = store;

    /// <summary>The option; without memory where a store has to be there after the run.</summary>
    public static Option<string> Option(bool mayBeMemory)
    {
        string forms = $"{(mayBeMemory ? Memory + ", " : "")}{Sqlite}FILE or {PostgreSql}CONNECTION";
        Option<string> option = new("--store") { Description = $"Where the ledger is kept: {forms}.{(mayBeMemory ? $" Default {Memory}." : "")}", HelpName = "STORE", Required = !mayBeMemory };
        option.Validators.Add(result =>
        {
            string given = result.Tokens[0].Value;
            bool isKnown = (mayBeMemory && given == Memory) || (given.StartsWith(Sqlite, StringComparison.Ordinal) && given.Length > Sqlite.Length) || (given.StartsWith(PostgreSql, StringComparison.Ordinal) && given.Length > PostgreSql.Length);
            if (!isKnown)
                result.AddError($"--store: '{given}' is no store; give {forms}.");
        });
        return option;
    }

    public static LoyaltyStore Of(string? given)
    {
        if (given is null or Memory)
            return new(null);
        try
        {
            return new(given.StartsWith(Sqlite, StringComparison.Ordinal) ? SqlLoyaltyStore.Sqlite(given[Sqlite.Length..]) : SqlLoyaltyStore.PostgreSql(given[PostgreSql.Length..]));
        }
        catch (ArgumentException wrong)
        {
            throw new Arguments.WrongCallException($"--store: {LoyaltyFiles.Sentence(wrong)}");
        }
    }

    /// <summary>Whether the ledger outlives the run.</summary>
    public bool IsKept => store is not null;

    /// <summary>Makes the tables, or brings them up to date.</summary>
    /// <returns>The version that was found; 0 for none.</returns>
    public int Migrate() => store?.Migrate() ?? 0;

    /// <summary>The ledger that is kept there.</summary>
    public LoyaltyLedger Open(ProgramVersions programs) => store is null ? new LoyaltyLedger(programs) : LoyaltyLedger.Open(programs, store);

    public void Dispose() => store?.Dispose();
}
