using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Stores;
using NodaTime;
using Npgsql;

namespace CustomerValue.Tests.Chaos;

/// <summary>Connections to PostgreSQL that are lost: a clear error, and the same key gets the right answer afterwards.</summary>
public sealed class LostConnectionTests
{
    private static readonly Instant Later = Instant.FromUtc(2026, 2, 1, 0, 0);
    private static readonly ProgramVersions Programs = Workload.Programs();

    [SkippableFact]
    public void A_connection_that_is_cut_after_any_message_was_sent_loses_and_doubles_nothing()
    {
        TestStore.SkipWithoutServer();
        using TestStore test = TestStore.PostgreSql();
        NpgsqlConnectionStringBuilder server = new(TestStore.Server);
        using CuttingProxy proxy = new(server.Host!, server.Port);
        using SqlLoyaltyStore store = SqlLoyaltyStore.PostgreSql(new NpgsqlConnectionStringBuilder(TestStore.Server) { Host = "127.0.0.1", Port = proxy.Port, SslMode = SslMode.Disable, Pooling = false }.ToString(), test.Options);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        LoyaltyLedger memory = new(Programs);
        (int cuts, int heard) = (0, 0);
        for (int at = 0; at < 60; at++)
        {
            LoyaltyEvent next = Workload.Event(0, at);
            LedgerAnswer expected = memory.Handle(next);
            proxy.Left = 1 + (at % 6);
            LedgerAnswer? answer = null;
            for (int attempt = 0; answer is null; attempt++)
            {
                Assert.True(attempt < 3);
                try
                {
                    answer = ledger.Handle(next);
                }
                catch (StoreException error)
                {
                    Assert.Contains("send the same event again", error.Message, StringComparison.Ordinal);
                    cuts++;
                }
            }

            proxy.Left = 0;
            heard += answer.IsReplayed ? 1 : 0;
            Assert.Equal(Workload.Told(expected), Workload.Told(answer));
        }

        Assert.Equal(memory.Digest(), LoyaltyLedger.Open(Programs, test.Open()).Digest());
        Assert.Null(LoyaltyLedger.Open(Programs, test.Open()).Verify());
        Assert.True(cuts > 12 && heard > 3, $"{cuts} were cut, {heard} of them after their commit");
    }

    [SkippableFact]
    public void Writers_whose_connections_are_ended_by_the_server_go_on()
    {
        TestStore.SkipWithoutServer();
        using TestStore test = TestStore.PostgreSql();
        string name = "chaos" + test.Options.Prefix;
        using SqlLoyaltyStore store = SqlLoyaltyStore.PostgreSql(TestStore.Server + ";Application Name=" + name, test.Options);
        LoyaltyLedger[] twins = [.. Enumerable.Range(0, 4).Select(_ => new LoyaltyLedger(Programs))];
        int failed = 0;
        bool isOver = false;
        Exception? unclear = null;
        Thread[] writers = [.. Enumerable.Range(0, 4).Select(writer => new Thread(() =>
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
            for (int at = 0; at < 2000 && unclear is null && !Volatile.Read(ref isOver); at++)
            {
                LoyaltyEvent next = Workload.Event(writer, at);
                while (true)
                {
                    try
                    {
                        LedgerAnswer answer = ledger.Handle(next);
                        if (twins[writer].Handle(next).Rejection?.Error != answer.Rejection?.Error)
                            unclear = new InvalidOperationException("another answer to " + next.Key);
                        break;
                    }
                    catch (StoreException)
                    {
                        Interlocked.Increment(ref failed);
                    }
                    catch (Exception error) when (error is not OutOfMemoryException)
                    {
                        unclear = error;
                        break;
                    }
                }
            }
        }))];
        foreach (Thread writer in writers)
            writer.Start();
        for (int round = 0; round < 12; round++)
        {
            Thread.Sleep(80);
            test.Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '{name}'");
        }

        Volatile.Write(ref isOver, true);
        foreach (Thread writer in writers)
            writer.Join();
        Assert.Null(unclear);
        Assert.True(failed > 3, $"{failed} failed");
        LoyaltyLedger all = LoyaltyLedger.Open(Programs, test.Open());
        Assert.Equal(twins.Sum(twin => twin.EntryCount), all.EntryCount);
        Assert.All(twins.SelectMany(twin => twin.Members.Select(member => (twin, member))), each => Assert.Equal(each.twin.Balance(each.member, Later).Available, all.Balance(each.member, Later).Available));
        Assert.Null(all.Verify());
    }
}
