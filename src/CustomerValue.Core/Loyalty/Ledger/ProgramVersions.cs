using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>The versions of a programme by the days on which they are in force: what occurred under one is judged by it for ever.</summary>
public sealed class ProgramVersions
{
    private readonly CompiledProgram[] versions;
    private readonly bool isOneForEver;

    /// <summary>Takes one version or several.</summary>
    /// <exception cref="ArgumentException">There is none, they are of different programmes, two are in force on one day, or a wallet changes its scale.</exception>
    public ProgramVersions(params CompiledProgram[] versions)
    {
        if (versions is null || versions.Length == 0)
            throw new ArgumentException("At least one version of a programme is needed.", nameof(versions));
        this.versions = [.. versions.OrderBy(version => version.Program.Effective.From ?? LocalDate.MinIsoValue)];
        for (int at = 1; at < this.versions.Length; at++)
            Check(this.versions[at - 1], this.versions[at], nameof(versions));
        isOneForEver = versions.Length == 1 && versions[0].Program.Effective == Programs.DayRange.Always;
    }

    /// <summary>The versions in the order in which they are in force.</summary>
    public IReadOnlyList<CompiledProgram> All => Array.AsReadOnly(versions);

    /// <summary>The version in force at an instant, or null where none is.</summary>
    public CompiledProgram? At(Instant instant)
    {
        if (isOneForEver)
            return versions[0];
        foreach (CompiledProgram version in versions)
        {
            if (version.Program.Effective.Contains(version.Calendar.DateOf(instant)))
                return version;
        }

        return null;
    }

    /// <summary>The version in force at an instant, or the nearest one: for what is no matter of rules, such as spending.</summary>
    public CompiledProgram Nearest(Instant instant) =>
        versions.Length == 1 ? versions[0] : At(instant) ?? versions.LastOrDefault(version => version.Program.Effective.From <= version.Calendar.DateOf(instant)) ?? versions[0];

    private static void Check(CompiledProgram before, CompiledProgram after, string name)
    {
        if (before.Program.Id != after.Program.Id)
            throw new ArgumentException($"'{before.Program.Id}' and '{after.Program.Id}' are different programmes; a ledger has versions of one.", name);
        if (!(before.Program.Effective.To <= after.Program.Effective.From))
            throw new ArgumentException($"Versions {before.Program.Version} and {after.Program.Version} are in force on the same days; end the first one's effective days where the second's begin.", name);
        foreach (Programs.Wallet wallet in after.Wallets)
        {
            int same = before.WalletOf(wallet.Id);
            if (same >= 0 && before.Wallets[same].Scale != wallet.Scale)
                throw new ArgumentException($"Wallet {wallet.Id} has scale {before.Wallets[same].Scale} in version {before.Program.Version} and {wallet.Scale} in {after.Program.Version}; a scale can't change.", name);
        }
    }
}
