using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerValue.Tests.Stores;

/// <summary>The health check of a host: healthy, damaged, of another schema, out of reach.</summary>
public sealed class HealthTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_store_is_healthy_until_a_journal_is_changed(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, test.Open());
        for (int at = 0; at < 5; at++)
            ledger.Handle(new PointsEarned { Key = $"k{at}", Member = new($"m{at}"), OccurredAt = Club.At("2026-01-02"), Points = 1 });
        EntryHash before = ledger.Digest();
        await using ServiceProvider host = Host(test.Open(), 2);
        HealthReportEntry whole = await Check(host);
        Assert.Equal((HealthStatus.Healthy, "5 members; the journals of 2 of them are as they were written."), (whole.Status, whole.Description));
        Assert.Equal(before, ledger.Digest());

        test.Run(kind == StoreKind.Sqlite ? "DROP TRIGGER {p}posting_update; UPDATE {p}posting SET units = units + 1 WHERE member = 5" : "ALTER TABLE {p}posting DISABLE TRIGGER ALL; UPDATE {p}posting SET units = units + 1 WHERE member = 5");
        // Two members each time: the fifth one comes with the third check.
        Assert.Equal(HealthStatus.Healthy, (await Check(host)).Status);
        HealthReportEntry damaged = await Check(host);
        Assert.Equal(HealthStatus.Unhealthy, damaged.Status);
        Assert.StartsWith("Member 5, entry 1", damaged.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_without_tables_or_out_of_reach_is_unhealthy_and_says_why()
    {
        using TestStore test = TestStore.Sqlite();
        using SqlLoyaltyStore other = SqlLoyaltyStore.Sqlite(test.Path!, new() { Prefix = "other_" });
        await using ServiceProvider without = Host(other, 10);
        Assert.Contains("Migrate", (await Check(without)).Description, StringComparison.Ordinal);
        using SqlLoyaltyStore far = SqlLoyaltyStore.PostgreSql("Host=127.0.0.1;Port=1;Username=x;Timeout=2");
        await using ServiceProvider unreachable = Host(far, 10);
        HealthReportEntry entry = await Check(unreachable);
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.NotEqual("", entry.Description);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void A_sample_has_a_range(int sample) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddHealthChecks().AddLoyaltyStore(sample: sample));

    private static ServiceProvider Host(ILoyaltyStore store, int sample) =>
        new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddSingleton(store).AddHealthChecks().AddLoyaltyStore(sample: sample).Services.BuildServiceProvider();

    private static async Task<HealthReportEntry> Check(ServiceProvider host) => (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["loyalty-store"];
}
