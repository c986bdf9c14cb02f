using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Loyalty.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.DependencyInjection;

public class AddLoyaltyProgramTests
{
    [Fact]
    public void A_host_gets_one_ledger_of_the_programme()
    {
        using ServiceProvider host = new ServiceCollection().AddLoyaltyProgram(Club.Reference).BuildServiceProvider();
        LoyaltyLedger ledger = host.GetRequiredService<LoyaltyLedger>();
        Assert.Same(ledger, host.GetRequiredService<LoyaltyLedger>());
        Assert.Same(host.GetRequiredService<CompiledProgram>(), host.GetRequiredService<ProgramVersions>().All[0]);
        Assert.True(ledger.Handle(new OrderPaid { Key = "k1", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Order = new() { Id = "O", Lines = [Club.Line("1", 100)] } }).IsAccepted);
        Assert.Equal(100, ledger.Balance(new("m"), Club.At("2026-01-01")).Available);
    }

    [Fact]
    public void The_last_version_stands_for_the_programme_and_a_further_call_replaces_all()
    {
        NodaTime.LocalDate turn = new(2026, 1, 1);
        LoyaltyProgram old = Club.Reference with { Effective = new() { To = turn } }, now = Club.Reference with { Version = "2", Effective = new() { From = turn } };
        using ServiceProvider host = new ServiceCollection().AddLoyaltyProgram(Club.Reference).AddLoyaltyProgram(now, old).BuildServiceProvider();
        Assert.Equal("2", host.GetRequiredService<CompiledProgram>().Program.Version);
        Assert.Equal(2, Assert.Single(host.GetServices<ProgramVersions>()).All.Count);
        Assert.Equal(2, host.GetRequiredService<LoyaltyLedger>().Programs.All.Count);
    }

    [Fact]
    public void A_wrong_programme_is_refused_before_the_host_starts()
    {
        Assert.Throws<ProgramRejectedException>(() => new ServiceCollection().AddLoyaltyProgram(Club.Reference with { TimeZone = "Mars/Olympus" }));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLoyaltyProgram());
    }
}
