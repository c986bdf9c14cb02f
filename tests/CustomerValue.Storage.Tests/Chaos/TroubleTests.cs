using System.Diagnostics;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Stores;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CustomerValue.Tests.Chaos;

/// <summary>A store that can't: one error that says what to do, nothing half done, and the same key gets the right answer once it can again.</summary>
public sealed class TroubleTests
{
    private static readonly Instant Later = Instant.FromUtc(2026, 2, 1, 0, 0);
    private static readonly ProgramVersions Programs = Workload.Programs();

    [Fact]
    public void A_full_disk_is_said_and_what_was_answered_before_stays()
    {
        using TestStore test = TestStore.Sqlite();
        using SqlLoyaltyStore store = test.Open();
        // The limit is one of a connection, so the host's own transaction has it.
        using SqliteConnection host = (SqliteConnection)test.Connection();
        host.Open();
        using SqliteCommand limit = host.CreateCommand();
        limit.CommandText = "PRAGMA max_page_count = 1";
        long pages = (long)limit.ExecuteScalar()!;
        int written = 0;
        OrderPaid next = Order(0);
        StoreException? error = null;
        while (error is null && written < 100_000)
        {
            using SqliteTransaction transaction = host.BeginTransaction();
            try
            {
                LoyaltyLedger.Open(Programs, store.Within(transaction)).Handle(next);
                transaction.Commit();
                next = Order(++written);
            }
            catch (StoreException full)
            {
                error = full;
            }
        }

        Assert.Contains("no room", error!.Message, StringComparison.Ordinal);
        Assert.True(pages > 1);
        Healed(test, next, written);
    }

    [SkippableFact]
    public void A_small_disk_that_fills_up_is_said_and_serves_again_once_it_has_room()
    {
        string folder = Directory.CreateTempSubdirectory("customer-value-small-").FullName;
        Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder), "only root may mount a small disk");
        try
        {
            using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(Path.Combine(folder, "loyalty.db"));
            store.Migrate();
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
            int written = 0;
            StoreException? error = null;
            while (error is null)
            {
                try
                {
                    ledger.Handle(Order(written));
                    written++;
                }
                catch (StoreException full)
                {
                    error = full;
                }
            }

            Assert.Contains("no room", error.Message, StringComparison.Ordinal);
            Assert.Equal(written, ledger.Totals(Later).Issued);
            Assert.True(Run("mount", "-o", "remount,size=8m", folder));
            Assert.False(ledger.Handle(Order(written)).IsReplayed);
            Assert.True(ledger.Handle(Order(written)).IsReplayed);
            Assert.Equal(written + 1, ledger.Totals(Later).Issued);
            Assert.Null(ledger.Verify());
        }
        finally
        {
            Run("umount", "-l", folder);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void A_lock_of_another_program_is_said_after_the_busy_timeout()
    {
        using TestStore test = TestStore.Sqlite();
        using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(test.Path!, test.Options with { BusyTimeout = TimeSpan.FromSeconds(1) });
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        ledger.Handle(Order(0));
        using (SqliteConnection other = (SqliteConnection)test.Connection())
        {
            other.Open();
            using SqliteTransaction transaction = other.BeginTransaction();
            StoreException error = Assert.Throws<StoreException>(() => ledger.Handle(Order(1)));
            Assert.Contains("locked for longer than the busy timeout of 1 s", error.Message, StringComparison.Ordinal);
            // Who only reads does not wait.
            Assert.Equal(1, ledger.Totals(Later).Issued);
        }

        Healed(test, Order(1), 1, ledger);
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_read_and_refuses_events()
    {
        using TestStore test = TestStore.Sqlite();
        LoyaltyLedger.Open(Programs, test.Open()).Handle(Order(0));
        using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite($"file:{test.Path}?mode=ro", test.Options);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);
        Assert.Equal(1, ledger.Totals(Later).Issued);
        Assert.Contains("read-only", Assert.Throws<StoreException>(() => ledger.Handle(Order(1))).Message, StringComparison.Ordinal);
        Healed(test, Order(1), 1);
    }

    [SkippableFact]
    public void A_disk_that_may_only_be_read_is_said_and_serves_again_once_it_may_be_written_to()
    {
        string folder = Directory.CreateTempSubdirectory("customer-value-fixed-").FullName;
        Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder), "only root may mount a small disk");
        string file = Path.Combine(folder, "loyalty.db");
        try
        {
            using (SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(file))
            {
                store.Migrate();
                Assert.True(LoyaltyLedger.Open(Programs, store).Handle(Order(0)).IsAccepted);
            }

            Assert.True(Run("mount", "-o", "remount,ro", folder));
            using SqlLoyaltyStore again = SqlLoyaltyStore.Sqlite(file);
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, again);
            Assert.Matches("write to (it|both)", Assert.Throws<StoreException>(() => ledger.Handle(Order(1))).Message);
            Assert.True(Run("mount", "-o", "remount,rw", folder));
            Assert.False(ledger.Handle(Order(1)).IsReplayed);
            Assert.True(ledger.Handle(Order(0)).IsReplayed);
            Assert.Null(ledger.Verify());
        }
        finally
        {
            Run("umount", "-l", folder);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(Path.Combine(Path.GetTempPath(), "customer-value-nowhere", "loyalty.db"));
        Assert.Contains("its folder must be there", Assert.Throws<StoreException>(() => store.Migrate()).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_folder_that_may_not_be_written_to_is_said()
    {
        string folder = Directory.CreateTempSubdirectory("customer-value-locked-").FullName;
        Skip.IfNot(Run("chattr", "+i", folder), "only root may lock a folder, and only on some disks");
        try
        {
            using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(Path.Combine(folder, "loyalty.db"));
            Assert.Contains("write to it", Assert.Throws<StoreException>(() => store.Migrate()).Message, StringComparison.Ordinal);
            Assert.True(Run("chattr", "-i", folder));
            Assert.Equal(0, store.Migrate());
            Assert.True(LoyaltyLedger.Open(Programs, store).Handle(Order(0)).IsAccepted);
        }
        finally
        {
            Run("chattr", "-i", folder);
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void A_file_that_is_no_database_is_said_and_not_touched()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] text = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("points,member\n", 200)));
            File.WriteAllBytes(path, text);
            using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(path);
            Assert.Contains("no database", Assert.Throws<StoreException>(() => store.Migrate()).Message, StringComparison.Ordinal);
            Assert.Contains("no database", Assert.Throws<StoreException>(() => LoyaltyLedger.Open(Programs, store).Handle(Order(0))).Message, StringComparison.Ordinal);
            Assert.Equal(text, File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 0, "call Migrate")]
    [InlineData(StoreKind.PostgreSql, 0, "call Migrate")]
    [InlineData(StoreKind.Sqlite, 2, "use the newer library")]
    [InlineData(StoreKind.PostgreSql, 2, "use the newer library")]
    public void A_wrong_version_of_the_schema_is_said(StoreKind kind, int step, string advice)
    {
        using TestStore test = TestStore.Of(kind);
        long right = SqlLoyaltyStore.SchemaVersion;
        test.Run("UPDATE {p}schema SET version = $1", step == 0 ? 0L : right + 1);
        Assert.Contains(advice, Assert.Throws<StoreException>(() => LoyaltyLedger.Open(Programs, test.Open()).Handle(Order(0))).Message, StringComparison.Ordinal);
        test.Run("UPDATE {p}schema SET version = $1", right);
        Healed(test, Order(0), 0);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_clock_that_is_set_back_an_hour_changes_no_answer_and_no_order(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, test.Open());
        OrderPaid first = Order(0) with { RecordedAt = Order(0).OccurredAt };
        LedgerAnswer answer = ledger.Handle(first);
        Duration hour = Duration.FromHours(1);
        LedgerAnswer again = LoyaltyLedger.Open(Programs, test.Open()).Handle(first with { RecordedAt = first.RecordedAt - hour });
        Assert.True(again.IsReplayed);
        Assert.Equal(Workload.Told(answer), Workload.Told(again));
        LedgerAnswer second = LoyaltyLedger.Open(Programs, test.Open()).Handle(Order(1) with { RecordedAt = first.RecordedAt - hour });
        Assert.Equal(answer.Entries[^1].RecordedAt + Duration.FromTicks(1), second.Entries[0].RecordedAt);
        Assert.Null(ledger.Verify());
    }

    private static OrderPaid Order(int at) => Workload.Order("k" + at, "m", "o" + at, 1);

    /// <summary>What failed is done now, once, and all that was answered before is there.</summary>
    private static void Healed(TestStore test, OrderPaid next, int before, LoyaltyLedger? same = null)
    {
        LoyaltyLedger ledger = same ?? LoyaltyLedger.Open(Programs, test.Open());
        Assert.Equal(before, ledger.Totals(Later).Issued);
        LedgerAnswer answer = ledger.Handle(next);
        Assert.True(answer.IsAccepted && !answer.IsReplayed);
        LedgerAnswer again = LoyaltyLedger.Open(Programs, test.Open()).Handle(next);
        Assert.True(again.IsReplayed);
        Assert.Equal(Workload.Told(answer), Workload.Told(again));
        Assert.Equal(before + 1, ledger.Totals(Later).Issued);
        Assert.Null(ledger.Verify());
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
