using System.Text.RegularExpressions;

namespace CustomerValue.Storage;

/// <summary>How a ledger lives in a database.</summary>
public sealed partial record StoreOptions
{
    /// <summary>What the names of its tables begin with: a letter, then letters, digits and underscores, at most 32. One programme has one prefix.</summary>
    public string Prefix { get; init; } = "loyalty_";

    /// <summary>The schema of PostgreSQL in which its tables are, or null for the first of the search path. It must be there.</summary>
    public string? Schema { get; init; }

    /// <summary>How long a writer of SQLite waits for another one before it is told that the other was quicker.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether SQLite waits for the disk at each commit. Without, a process that is killed loses nothing either, but a machine that loses power may lose what it answered last.</summary>
    public bool WaitsForDisk { get; init; } = true;

    /// <summary>Whether messages for others are written with commands, for <see cref="SqlLoyaltyStore.Outbox"/>. All processes that write to a store should say the same: what is written without stays untold.</summary>
    public bool KeepsMessages { get; init; }

    internal StoreOptions Checked()
    {
        if (!Name().IsMatch(Prefix) || (Schema is not null && !Name().IsMatch(Schema)))
            throw new ArgumentException($"A prefix or schema has 1 to 32 letters, digits and underscores and begins with a letter; got '{(Name().IsMatch(Prefix) ? Schema : Prefix)}'.");
        return this;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
