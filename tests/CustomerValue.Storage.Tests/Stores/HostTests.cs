using System.Data.Common;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Stores;

/// <summary>How a host takes the store in: within its own transaction, and by its container.</summary>
public sealed class HostTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void What_is_written_within_the_hosts_transaction_is_there_with_it_or_not_at_all(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.Open();
        test.Run("CREATE TABLE {p}sale (id TEXT)");
        foreach (bool keeps in new[] { false, true })
        {
            using DbConnection connection = test.Connection();
            connection.Open();
            using DbTransaction transaction = connection.BeginTransaction();
            using DbCommand command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {test.Options.Prefix}sale VALUES ('o1')";
            command.ExecuteNonQuery();
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store.Within(transaction));
            Assert.True(ledger.Handle(Earned("k1", 100)).IsAccepted);
            Assert.False(ledger.Handle(Earned("k2", -5)).IsAccepted);
            Assert.True(ledger.Handle(Earned("k1", 100)).IsReplayed);
            Assert.Equal(100, ledger.Balance(new("m"), Club.At("2026-01-03")).Available);
            if (keeps)
                transaction.Commit();
            else
                transaction.Rollback();
            connection.Close();

            LoyaltyLedger after = LoyaltyLedger.Open(Programs, store);
            Assert.Equal(keeps ? 100 : 0, after.Balance(new("m"), Club.At("2026-01-03")).Available);
            Assert.Equal(keeps ? 1L : 0L, Convert.ToInt64(test.Run("SELECT count(*) FROM {p}sale"), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Null(after.Verify());
        }
    }

    [Fact]
    public void The_container_opens_the_ledger_from_the_file()
    {
        using TestStore test = TestStore.Sqlite();
        using ServiceProvider services = new ServiceCollection().AddSingleton(Programs).UseSqlite(test.Path!, test.Options).BuildServiceProvider();
        Assert.True(services.GetRequiredService<LoyaltyLedger>().Handle(Earned("k1", 5)).IsAccepted);
        Assert.Equal(5, LoyaltyLedger.Open(Programs, test.Open()).Balance(new("m"), Club.At("2026-01-03")).Available);
    }

    private static PointsEarned Earned(string key, decimal points) => new() { Key = key, Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = points };
}
