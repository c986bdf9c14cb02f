using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Storage;
using CustomerValue.Tests.Chaos;
using CustomerValue.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>What a database adds to histories: guards, one writer at a time, the host's transaction, nothing half done.</summary>
public sealed class StageStoreTests
{
    private static readonly LocalDate End = new(2025, 12, 31);

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}stage SET stage = 'active'")]
    [InlineData(StoreKind.Sqlite, "DELETE FROM {p}stage")]
    [InlineData(StoreKind.Sqlite, "INSERT OR REPLACE INTO {p}stage SELECT * FROM {p}stage")]
    [InlineData(StoreKind.Sqlite, "INSERT INTO {p}stage SELECT customer, run, line + 100, day, stage, stage_left, transition, event, model, english, chinese FROM {p}stage")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}stage_run SET recorded_at = 0")]
    [InlineData(StoreKind.Sqlite, "DELETE FROM {p}stage_run")]
    [InlineData(StoreKind.Sqlite, "INSERT OR REPLACE INTO {p}stage_run SELECT * FROM {p}stage_run")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}stage_customer SET id = 'x' WHERE number = 1")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}stage_customer SET number = 999, id = NULL WHERE number = 1")]
    [InlineData(StoreKind.Sqlite, "DELETE FROM {p}stage_customer")]
    [InlineData(StoreKind.Sqlite, "INSERT OR REPLACE INTO {p}stage_customer VALUES (1, 'x')")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}stage SET stage = 'active'")]
    [InlineData(StoreKind.PostgreSql, "DELETE FROM {p}stage")]
    [InlineData(StoreKind.PostgreSql, "TRUNCATE {p}stage")]
    [InlineData(StoreKind.PostgreSql, "INSERT INTO {p}stage SELECT customer, run, line + 100, day, stage, stage_left, transition, event, model, english, chinese FROM {p}stage")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}stage_run SET recorded_at = 0")]
    [InlineData(StoreKind.PostgreSql, "DELETE FROM {p}stage_run")]
    [InlineData(StoreKind.PostgreSql, "TRUNCATE {p}stage_run CASCADE")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}stage_customer SET id = 'x' WHERE number = 1")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}stage_customer SET number = 999, id = NULL WHERE number = 1")]
    [InlineData(StoreKind.PostgreSql, "DELETE FROM {p}stage_customer")]
    [InlineData(StoreKind.PostgreSql, "TRUNCATE {p}stage_customer CASCADE")]
    public void What_was_said_is_never_changed(StoreKind kind, string sql)
    {
        using TestStore test = Filled(kind);
        (string? Id, string Stage)[] before = Standing(test);
        DbException error = Assert.ThrowsAny<DbException>(() => test.Run(sql));
        Assert.Contains("never", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Standing(test));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Of_many_threads_with_one_run_one_writes_it(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => test.Open())];
        string[] told = new string[24];
        Parallel.For(0, told.Length, new ParallelOptions { MaxDegreeOfParallelism = told.Length }, at => told[at] = StageWork.Record(stores[at % stores.Length], at < 16 ? "same" : $"own {at}", at < 16 ? 1 : 2));
        Assert.Equal((1, 15), (told.Take(16).Count(each => each == "written"), told.Take(16).Count(each => each == "replayed")));
        Assert.All(told.Skip(16), each => Assert.Equal("written", each));
        Assert.Equal(Enumerable.Range(1, 9).Select(at => (long)at), Book(test).Runs().Select(run => run.Number));
        Assert.Equal(200, Book(test).At(End).Count);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Of_two_processes_with_one_run_one_writes_it_and_another_run_under_its_key_is_refused(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        Worker[] workers = [.. Enumerable.Range(0, 2).Select(_ => new Worker(test, "stages", "night", 1))];
        foreach (Worker worker in workers)
            worker.Go();
        Assert.Equal(["replayed", "written"], workers.SelectMany(worker => worker.Lines()).Order());
        using Worker other = new(test, "stages", "night", 2);
        other.Go();
        Assert.Equal(["refused"], other.Lines());
        Assert.Equal(1, Book(test).Runs().Single().Number);
        foreach (Worker worker in workers)
            worker.Dispose();
    }

    /// <summary>Stopped before each of its calls, between rows too, and after the commit: nothing or all is there, and the same run again ends the same.</summary>
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_crash_leaves_nothing_and_the_same_run_again_is_whole(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        StageRun first = Few("a", 6, 200), next = Few("b", 8, 365);
        Book(test).Append(first);
        (string? Id, string Stage)[] before = Standing(test, first.Histories.AsOf);
        int stops = 0;
        for (; ; stops++)
        {
            FaultyStageStore faulty = new(test.Open().Lifecycle, stops + 1);
            try
            {
                new StageBook(faulty, "retail").Append(next);
                break;
            }
            catch (IOException)
            {
                Assert.True(faulty.HasStopped);
                Assert.Equal(before, Standing(test, first.Histories.AsOf));
                Assert.Equal(["a"], Book(test).Runs().Select(run => run.Key));
            }
        }

        Assert.True(stops > 20, $"{stops} calls");
        Assert.Throws<IOException>(() => new StageBook(new FaultyStageStore(test.Open().Lifecycle, 0, afterCommit: true), "retail").Append(Few("c", 9, 365)));
        Assert.True(Book(test).Append(Few("c", 9, 365)).IsReplayed);
        Assert.Equal(["a", "b", "c"], Book(test).Runs().Select(run => run.Key));
        Assert.Equal(9, Standing(test, Few("c", 9, 365).Histories.AsOf).Length);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Within_the_hosts_transaction_a_run_is_there_with_it_or_not_at_all(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        SqlLoyaltyStore store = test.Open();
        foreach (bool keeps in new[] { false, true })
        {
            using DbConnection connection = test.Connection();
            connection.Open();
            using DbTransaction transaction = connection.BeginTransaction();
            StageBook book = new(store.LifecycleWithin(transaction), "retail");
            Assert.False(book.Append(StageWork.Run("night", 1)).IsReplayed);
            Assert.Throws<ArgumentException>(() => book.Append(StageWork.Run("night", 2)));
            Assert.True(book.Append(StageWork.Run("night", 1)).IsReplayed);
            Assert.Equal(200, book.At(End).Count);
            if (keeps)
                transaction.Commit();
            else
                transaction.Rollback();
            connection.Close();
            Assert.Equal(keeps ? 1 : 0, Book(test).Runs().Count);
        }
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Texts_are_kept_exactly_or_refused_and_nothing_is_written(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        string[] ids = ["'; DROP TABLE x; --", "A", "a", "\u00C5", "A\u030A", "\u212B", "a\u200B", "a ", " a", "ａ", "\u202Ecba", "张三", "😀", "\"x\" OR 1=1", "$1", "{p}stage", "%s\\", new string('字', 256)];
        Book(test).Append(Of("k '; --", 20, [.. ids.Select(id => (id, (IReadOnlyList<string>)[id]))]));
        Assert.Equal(ids.Order(StringComparer.Ordinal), Book(test).At(Lives.Day(20)).Select(each => each.Customer.Value).Order(StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Equal(id, Assert.Single(Book(test).History(new(id))).EventId));
        foreach ((string customer, string order, string wrong) in new[] { ("\uD800", "o", "half of a pair"), ("z", "\uDC00", "half of a pair"), ("z", "a\0b", "NUL") })
        {
            Assert.Contains(wrong, Assert.Throws<StoreException>(() => Book(test).Append(Of("bad", 20, (customer, [order])))).Message, StringComparison.Ordinal);
            Assert.Equal(["k '; --"], Book(test).Runs().Select(run => run.Key));
        }

        // The same store serves on.
        Assert.Equal(1, Book(test).Append(Of("good", 20, ("z", ["o"]))).Run.Changed);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Who_is_forgotten_stays_as_a_number_and_in_the_sizes_of_stages(StoreKind kind)
    {
        using TestStore test = Filled(kind);
        StageBook book = Book(test);
        CustomerStage[] before = [.. book.At(End)];
        Assert.True(book.Forget(new("c7")));
        Assert.False(book.Forget(new("c7")));
        CustomerStage[] after = [.. book.At(End)];
        Assert.Equal(before.Select(each => (each.Number, each.Stage, each.Since)), after.Select(each => (each.Number, each.Stage, each.Since)));
        Assert.Equal(default, after.Single(each => each.Number == before.Single(was => was.Customer == new CustomerId("c7")).Number).Customer);
        Assert.Empty(book.History(new("c7")));
        Assert.Equal(0L, Convert.ToInt64(test.Run("SELECT count(*) FROM {p}stage_customer WHERE id = 'c7'"), CultureInfo.InvariantCulture));
        // The run that knew him is answered as it was; whoever comes with the id is somebody new; a run of all leaves him as he was.
        Assert.True(book.Append(StageWork.Run("night", 1)).IsReplayed);
        Assert.Equal(1, book.Append(StageWork.Run("next", 1) with { IsOfAll = true }).Run.Changed);
        Assert.Equal(before.Length + 1, book.At(End).Count);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_wrong_schema_is_said_and_not_touched(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        test.Run("UPDATE {p}schema SET version = 99");
        Assert.Contains("version 99", Assert.Throws<StoreException>(() => Book(test).Append(StageWork.Run("night", 1))).Message, StringComparison.Ordinal);
        Assert.Equal(0L, Convert.ToInt64(test.Run("SELECT count(*) FROM {p}stage_run"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Another_program_that_keeps_the_file_is_told_of()
    {
        using TestStore test = TestStore.Sqlite();
        using SqlLoyaltyStore store = SqlLoyaltyStore.Sqlite(test.Path!, test.Options with { BusyTimeout = TimeSpan.FromSeconds(1) });
        using DbConnection other = test.Connection();
        other.Open();
        using (DbTransaction transaction = other.BeginTransaction())
        {
            Assert.Contains("locked", Assert.Throws<StoreException>(() => new StageBook(store.Lifecycle, "retail").Append(StageWork.Run("night", 1))).Message, StringComparison.Ordinal);
            transaction.Rollback();
        }

        Assert.False(new StageBook(store.Lifecycle, "retail").Append(StageWork.Run("night", 1)).IsReplayed);
    }

    [Fact]
    public void The_container_has_the_store()
    {
        using TestStore test = TestStore.Sqlite();
        using ServiceProvider services = new ServiceCollection().UseSqlite(test.Path!, test.Options).BuildServiceProvider();
        new StageBook(services.GetRequiredService<ILifecycleStore>(), "retail").Append(StageWork.Run("night", 1));
        Assert.Single(Book(test).Runs());
    }

    private static StageBook Book(TestStore test) => new(test.Open().Lifecycle, "retail");

    private static TestStore Filled(StoreKind kind)
    {
        TestStore test = TestStore.Of(kind);
        Book(test).Append(StageWork.Run("night", 1));
        return test;
    }

    private static (string? Id, string Stage)[] Standing(TestStore test, LocalDate? on = null) => [.. Book(test).At(on ?? End).Select(each => (each.Customer.Value, each.Stage))];

    private static StageRun Few(string key, int customers, int asOf) => Of(key, asOf, [.. Enumerable.Range(0, customers).Select(at => ($"c{at}", (IReadOnlyList<string>)["x", "y"]))]);

    /// <summary>Customers who buy every 30 days, each order with an id of its own.</summary>
    private static StageRun Of(string key, int asOf, params (string Customer, IReadOnlyList<string> Orders)[] bought)
    {
        LifecycleReplay replay = new(RetailLifecycle.Create(), Lives.Clock, Lives.Halving);
        return new StageRun
        {
            Key = key,
            RecordedAt = Instant.FromUtc(2026, 1, 1, 0, 0),
            Histories = StageHistories.Of(bought.Select(each => KeyValuePair.Create(new CustomerId(each.Customer), replay.Replay(
                [.. each.Orders.Select((order, at) => new LifecycleEvent { Id = order, Kind = LifecycleDefinition.Purchase, Day = Lives.Day(30 * at) })], Lives.Day(asOf))))),
        };
    }
}
