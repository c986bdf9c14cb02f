using System.Collections.Concurrent;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using NodaTime;
using Npgsql;

namespace CustomerValue.Tests.Chaos;

/// <summary>A server that goes away under load, and one whose disk is full: writers are told and go on, nothing that was answered is lost, nothing is done twice.</summary>
public sealed class RestartTests
{
    private static readonly ProgramVersions Programs = Workload.Programs();

    [SkippableFact]
    public void Writers_go_on_after_the_server_was_restarted_under_them()
    {
        using OwnServer server = new();
        using SqlLoyaltyStore store = SqlLoyaltyStore.PostgreSql(server.Connection);
        store.Migrate();
        ConcurrentBag<string> told = [];
        ConcurrentBag<(LoyaltyEvent Event, LedgerAnswer Answer)> answered = [];
        int restarts = 0;
        Task[] writers = [.. Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
            for (int at = 0; at < 300 || Volatile.Read(ref restarts) < 3; at++)
            {
                LoyaltyEvent next = Workload.Event(writer, at);
                answered.Add((next, Answer(ledger, next, told)));
            }
        }))];
        foreach (string mode in (string[])["fast", "immediate", "immediate"])
        {
            Thread.Sleep(300);
            server.Restart(mode);
            Interlocked.Increment(ref restarts);
        }

        Task.WaitAll(writers);
        Assert.NotEmpty(told);
        Assert.All(told, message => Assert.Contains("send the same event again", message, StringComparison.Ordinal));

        // A new ledger knows every answer, and a ledger in memory comes to the same.
        LoyaltyLedger after = LoyaltyLedger.Open(Programs, store);
        LoyaltyLedger memory = new(Programs);
        foreach ((LoyaltyEvent happened, LedgerAnswer answer) in answered)
        {
            LedgerAnswer again = after.Handle(happened);
            Assert.True(again.IsReplayed);
            Assert.Equal(Workload.Told(answer), Workload.Told(again));
        }

        foreach ((LoyaltyEvent happened, _) in answered.OrderBy(each => each.Event.Key[..3], StringComparer.Ordinal).ThenBy(each => each.Event.Key.Length).ThenBy(each => each.Event.Key, StringComparer.Ordinal))
            memory.Handle(happened);
        Instant later = Instant.FromUtc(2026, 2, 1, 0, 0);
        Assert.Equal(memory.Totals(later), after.Totals(later));
        Assert.Null(after.Verify());
    }

    [SkippableFact]
    public void A_full_disk_is_said_and_serves_again_once_it_has_room()
    {
        using OwnServer server = new();
        string disk = Path.Combine(server.Folder, "disk");
        Directory.CreateDirectory(disk);
        Skip.If(OwnServer.Run("mount", "-t", "tmpfs", "-o", "size=6m,mode=777", "tmpfs", disk) is null, "only root may mount a small disk");
        try
        {
            Assert.NotNull(OwnServer.Run("chown", "postgres", disk));
            using (NpgsqlConnection connection = new(server.Connection))
            {
                connection.Open();
                using NpgsqlCommand command = new($"CREATE TABLESPACE small LOCATION '{disk}'", connection);
                command.ExecuteNonQuery();
            }

            using SqlLoyaltyStore store = SqlLoyaltyStore.PostgreSql(server.Connection + ";Options=-c default_tablespace=small");
            store.Migrate();
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
            LoyaltyLedger memory = new(Programs);
            StoreException? error = null;
            int at = 0;
            for (; error is null && at < 100_000; at += 100)
            {
                LoyaltyEvent[] some = [.. Enumerable.Range(at, 100).Select(each => Workload.Event(0, each))];
                try
                {
                    ledger.Handle(some);
                    memory.Handle(some);
                }
                catch (StoreException full)
                {
                    error = full;
                }
            }

            Assert.Contains("disk of PostgreSQL is full", error!.Message, StringComparison.Ordinal);
            Assert.Equal(memory.Digest(), ledger.Digest());
            Assert.NotNull(OwnServer.Run("mount", "-o", "remount,size=60m", disk));
            LoyaltyEvent[] last = [.. Enumerable.Range(at - 100, 100).Select(each => Workload.Event(0, each))];
            Assert.All(ledger.Handle(last), answer => Assert.False(answer.IsReplayed));
            memory.Handle(last);
            Assert.Equal(memory.Digest(), ledger.Digest());
            Assert.Null(ledger.Verify());
        }
        finally
        {
            // Its files are in use until the server is gone; the mount goes once they are not.
            OwnServer.Run("umount", "-l", disk);
        }
    }

    private static LedgerAnswer Answer(LoyaltyLedger ledger, LoyaltyEvent next, ConcurrentBag<string> told)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return ledger.Handle(next);
            }
            catch (StoreException error) when (attempt < 600)
            {
                told.Add(error.Message);
                Thread.Sleep(50);
            }
        }
    }
}
