using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Versions of a programme by the days on which they are in force.</summary>
public class ProgramVersionsTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate July = new(2026, 7, 1);

    [Fact]
    public void Each_instant_has_the_version_of_its_day_and_before_and_after_them_there_is_none()
    {
        CompiledProgram first = Version("1", January, July);
        CompiledProgram second = Version("2", July, new(2027, 1, 1));
        ProgramVersions versions = new(second, first);
        Assert.Equal([first, second], versions.All);
        Assert.Null(versions.At(Club.At("2025-12-31 23:59")));
        Assert.Same(first, versions.At(Club.At("2026-01-01 00:00")));
        Assert.Same(first, versions.At(Club.At("2026-06-30 23:59")));
        Assert.Same(second, versions.At(Club.At("2026-07-01 00:00")));
        Assert.Null(versions.At(Club.At("2027-01-01 00:00")));
    }

    [Fact]
    public void Where_none_is_in_force_the_last_one_before_is_the_nearest_and_the_first_where_there_is_none_before()
    {
        CompiledProgram first = Version("1", January, new(2026, 3, 1));
        CompiledProgram second = Version("2", July, new(2027, 1, 1));
        ProgramVersions versions = new(first, second);
        Assert.Same(first, versions.Nearest(Club.At("2025-12-31 23:59")));
        Assert.Same(first, versions.Nearest(Club.At("2026-02-01")));
        Assert.Same(first, versions.Nearest(Club.At("2026-05-01")));
        Assert.Same(second, versions.Nearest(Club.At("2026-07-01 00:00")));
        Assert.Same(second, versions.Nearest(Club.At("2028-01-01")));
        Assert.Same(second, new ProgramVersions(second).Nearest(Club.At("2020-01-01")));
        Assert.Null(new ProgramVersions(second).At(Club.At("2020-01-01")));
    }

    [Fact]
    public void One_without_days_is_in_force_for_ever()
    {
        CompiledProgram only = CompiledProgram.Load(Club.Reference);
        ProgramVersions versions = new(only);
        Assert.Same(only, versions.At(Instant.FromUtc(1900, 1, 1, 0, 0)));
        Assert.Same(only, versions.At(Instant.FromUtc(9000, 1, 1, 0, 0)));
    }

    [Fact]
    public void What_can_not_go_together_is_refused_with_the_reason()
    {
        Refused("At least one version");
        Refused("At least one version", null!);
        Refused("are different programmes", Version("1", January, July), CompiledProgram.Load(Program("2", July, null) with { Id = "other" }));
        Refused("in force on the same days", Version("1", January, new(2026, 7, 2)), Version("2", July, null));
        Refused("in force on the same days", CompiledProgram.Load(Program("1", null, null)), Version("2", July, null));
        Refused("a scale can't change", Version("1", January, July), CompiledProgram.Load(Program("2", July, null) with { Wallets = [new() { Id = "PTS", Scale = 2 }] }));
        _ = new ProgramVersions(Version("1", January, July), CompiledProgram.Load(Program("2", July, null) with { Wallets = [new() { Id = "PTS" }, new() { Id = "MORE", Scale = 2 }] }));
    }

    [Fact]
    public void Wallets_are_those_of_all_versions_as_the_last_one_spends_them()
    {
        CompiledProgram first = CompiledProgram.Load(Program("1", January, July) with { Wallets = [new() { Id = "PTS", Consume = [ConsumeBy.Sequence] }, new() { Id = "OLD" }] });
        CompiledProgram second = CompiledProgram.Load(Program("2", July, null) with { Wallets = [new() { Id = "NEW" }, new() { Id = "PTS", Consume = [ConsumeBy.EarliestEarn] }] });
        LoyaltyLedger ledger = new(new ProgramVersions(first, second));
        Assert.Equal(["NEW", "PTS", "OLD"], ledger.Wallets.Select(wallet => wallet.Id));
        Assert.Equal([ConsumeBy.EarliestEarn], ledger.Wallets[1].Consume);
    }

    private static CompiledProgram Version(string version, LocalDate? from, LocalDate? to) => CompiledProgram.Load(Program(version, from, to));

    private static LoyaltyProgram Program(string version, LocalDate? from, LocalDate? to) => new()
    {
        Id = "club",
        Version = version,
        TimeZone = "Asia/Shanghai",
        Effective = new() { From = from, To = to },
        Wallets = [new() { Id = "PTS" }],
        Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Qualifying = false, Wallet = "PTS" }] }],
    };

    private static void Refused(string reason, params CompiledProgram[] versions) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => new ProgramVersions(versions)).Message, StringComparison.Ordinal);
}
