using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Tests.Stores;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>Histories in a store: the same as those of the machine, whenever they were recorded, by both times.</summary>
public sealed class StageBookTests
{
    private static readonly LifecycleDefinition Retail = RetailLifecycle.Create();
    private static readonly LifecycleEvaluator Evaluator = new(Retail, Lives.Clock, Lives.Halving);

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, false)]
    [InlineData(StoreKind.Sqlite, true)]
    [InlineData(StoreKind.PostgreSql, false)]
    [InlineData(StoreKind.PostgreSql, true)]
    public void Recorded_run_by_run_a_history_is_the_one_that_is_recorded_at_once(StoreKind kind, bool isReal)
    {
        LocalDate[] days = isReal ? Bases.Quarters1997 : Bases.Simulated2025;
        using TestStore often = TestStore.Of(kind), once = TestStore.Of(kind);
        PurchaseCalendar purchases = isReal ? Bases.Cdnow(days[^1]) : Bases.Simulated(days[^1]);
        int written = 0;
        foreach (LocalDate day in days)
            written += Book(often).Append(Run(Evaluator.Histories(purchases, day))).Run.Changed;
        StageHistories last = Evaluator.Histories(purchases, days[^1]);
        Assert.Equal(purchases.Count, Book(once).Append(Run(last)).Run.Changed);
        Assert.True(written > purchases.Count);
        string rows = "SELECT sum(day * day) FROM {p}stage";
        Assert.Equal(once.Run(rows), often.Run(rows));

        (StageBook one, StageBook other) = (Book(often), Book(once));
        foreach (CustomerId customer in last.Customers.ToArray().Where((_, row) => row % 37 == 0))
        {
            string[] told = Told(one.History(customer));
            Assert.Equal(Told(other.History(customer)), told);
            Assert.Equal(Told(last.Changes(last.RowOf(customer))), told);
        }

        Assert.Equal(one.At(days[^1]).Select(each => (each.Customer, each.Stage, each.Since)).Order(), other.At(days[^1]).Select(each => (each.Customer, each.Stage, each.Since)).Order());
    }

    /// <summary>Each run knows other purchases: some late, some given back. Whatever was known at a run is told of every day before, after all later runs.</summary>
    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, false)]
    [InlineData(StoreKind.Sqlite, true)]
    [InlineData(StoreKind.PostgreSql, false)]
    public void What_was_believed_at_any_run_of_any_day_is_still_told(StoreKind kind, bool isReal)
    {
        LocalDate[] days = isReal ? Bases.Quarters1997 : Bases.Simulated2025;
        using TestStore test = TestStore.Of(kind);
        PurchaseCalendar[] known = [.. days.Select((day, at) => isReal ? Bases.Cdnow(day, Late(at)) : Bases.Simulated(day, Late(at)))];
        for (int at = 0; at < days.Length; at++)
            Book(test).Append(Run(Evaluator.Histories(known[at], days[at]), isOfAll: true));

        StageBook book = Book(test);
        for (int at = 0; at < days.Length; at++)
        {
            foreach (LocalDate day in days.Take(at + 1).Append(days[at].PlusDays(-11)))
            {
                // The machine itself is the naive list: the purchases that were known then, asked about that day.
                StageColumns columns = Evaluator.At(known[at], day);
                (CustomerId, string, LocalDate)[] expected = [.. Enumerable.Range(0, known[at].Count).Where(row => columns.Stages[row] >= 0)
                    .Select(row => (known[at].Customers[row], Retail.Stages[columns.Stages[row]].Key, columns.Since(row)!.Value)).Order()];
                Assert.Equal(expected, book.At(day, Recorded(days[at]) + Duration.FromHours(1)).Select(each => (each.Customer, each.Stage, each.Since)).Order());
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => book.At(days[0], Recorded(days[0]) - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.At(days[1], Recorded(days[0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.At(days[^1].PlusDays(1)));
        Assert.Equal(days.Length, book.Runs().Count);

        // One in seven purchases is known a run later, one in eleven is given back after the first run that knew it.
        Func<int, bool> Late(int at) => row => (row % 7 == 3 && at == row % days.Length) || (row % 11 == 5 && at > row % days.Length);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_refund_and_a_late_order_are_said_by_the_next_run_and_both_versions_stay(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LifecycleReplay replay = new(Retail, Lives.Clock, Lives.Halving);
        LifecycleEvent[] events =
        [
            new() { Id = "O1", Kind = "purchase", Day = Lives.Day(0), Amount = 10 },
            new() { Id = "O2", Kind = "purchase", Day = Lives.Day(20), Amount = 10 },
            new() { Id = "O3", Kind = "purchase", Day = Lives.Day(40), Amount = 10 },
            new() { Id = "R", Kind = LifecycleEvent.Refund, Of = "O2", Day = Lives.Day(50) },
            new() { Id = "L", Kind = "purchase", Day = Lives.Day(30), RecordedOn = Lives.Day(90), Amount = 10 },
            new() { Id = "Z", Kind = "closed", Day = Lives.Day(100), Reason = "moved; '); DROP TABLE x" },
        ];
        StageBook book = Book(test);
        List<LifecycleHistory> histories = [];
        foreach (int day in (int[])[0, 45, 60, 89, 95, 120])
        {
            histories.Add(replay.Replay(events, Lives.Day(day), Lives.Day(day)));
            book.Append(Run(StageHistories.Of([new(new("c"), histories[^1])])));
        }

        foreach (LifecycleHistory history in histories)
        {
            Assert.Equal(Told(history.Changes), Told(book.History(new("c"), Recorded(history.AsOf))));
            for (LocalDate day = Lives.Day(0); day <= history.AsOf; day = day.PlusDays(1))
                Assert.Equal(history.On(day)?.Key, book.At(day, Recorded(history.AsOf)).SingleOrDefault().Stage);
        }

        Assert.Equal(histories[^1].Changes.Select(change => change.Reason), book.History(new("c")).Select(stage => stage.Reason));
        Assert.True(book.Versions(new("c")).Count > book.History(new("c")).Count);
        Assert.Empty(book.History(new("nobody")));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_customer_of_whom_nothing_is_left_is_in_no_stage_where_a_run_is_of_all(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        StageBook book = Book(test);
        book.Append(Run(Of(10, ("a", [0]), ("b", [1]))));
        book.Append(Run(Of(20, ("a", [0]))));
        Assert.Equal(["a", "b"], book.At(Lives.Day(20)).Select(each => each.Customer.Value));
        Assert.Equal(1, book.Append(Run(Of(30, ("a", [0])), isOfAll: true)).Run.Changed);
        Assert.Equal(["a"], book.At(Lives.Day(30)).Select(each => each.Customer.Value));
        Assert.Equal(["a", "b"], book.At(Lives.Day(5), Recorded(Lives.Day(20))).Select(each => each.Customer.Value));
        Assert.Empty(book.History(new("b")));
        Assert.Null(book.Versions(new("b"))[^1].Transition);
        // He buys again.
        Assert.Equal(1, book.Append(Run(Of(40, ("a", [0]), ("b", [35])), isOfAll: true)).Run.Changed);
        Assert.Equal(Lives.Day(35), Assert.Single(book.History(new("b"))).On);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_run_is_recorded_once_and_its_key_serves_no_other(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        StageBook book = Book(test);
        StageRun run = Run(Of(10, ("a", [0, 5]), ("b", [1]))) with { Actor = "nightly" };
        StageReceipt first = book.Append(run), again = book.Append(run with { RecordedAt = run.RecordedAt + Duration.FromHours(1) });
        Assert.Equal((false, true, first.Run), (first.IsReplayed, again.IsReplayed, again.Run));
        Assert.Equal(("nightly", 2, 2, Retail.Hash), (again.Run.Actor, again.Run.Customers, again.Run.Changed, again.Run.DefinitionHash));
        Assert.Contains("another key", Assert.Throws<ArgumentException>(() => book.Append(run with { Histories = Of(10, ("a", [0, 6]), ("b", [1])) })).Message, StringComparison.Ordinal);
        Assert.Contains("another key", Assert.Throws<ArgumentException>(() => book.Append(run with { IsOfAll = true })).Message, StringComparison.Ordinal);
        Assert.Contains("book of that lifecycle", Assert.Throws<ArgumentException>(() => new StageBook(test.Open().Lifecycle, "other").Append(run)).Message, StringComparison.Ordinal);
        Assert.Contains("a run of today", Assert.Throws<ArgumentException>(() => book.Append(run with { Key = "k2", Histories = Of(9, ("a", [0])) })).Message, StringComparison.Ordinal);
        Assert.Contains("a run of today", Assert.Throws<ArgumentException>(() => book.Append(run with { Key = "k2", RecordedAt = run.RecordedAt - Duration.Epsilon })).Message, StringComparison.Ordinal);
        Assert.Single(book.Runs());
        // Nothing is new, so nothing is written but the run.
        Assert.Equal(0, book.Append(run with { Key = "k2" }).Run.Changed);
        foreach (string key in new[] { "", " ", "a\nb", new string('x', 257) })
            Assert.Throws<ArgumentException>(() => book.Append(run with { Key = key }));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Lifecycles_beside_each_other_share_customers_and_nothing_else(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LifecycleReplay replay = new(AccountLifecycle.Create(), Lives.Clock);
        LifecycleHistory history = replay.Replay([Lives.Event("created", 0), Lives.Event(AccountLifecycle.Claimed, 5), Lives.Event("purchase", 9)], Lives.Day(20));
        StageBook account = new(test.Open().Lifecycle, history.Definition.Key), owner = new(test.Open().Lifecycle, history.Parallel[0].Definition.Key);
        account.Append(Run(StageHistories.Of([new(new("c"), history)])) with { Key = "stage" });
        owner.Append(Run(StageHistories.Of([new(new("c"), history.Parallel[0])])) with { Key = "owner" });
        Assert.Equal(Told(history.Changes), Told(account.History(new("c"))));
        Assert.Equal(Told(history.Parallel[0].Changes), Told(owner.History(new("c"))));
        Assert.Equal((1L, 1L), (account.At(Lives.Day(20)).Single().Number, owner.At(Lives.Day(20)).Single().Number));
        Assert.True(owner.Forget(new("c")));
        Assert.Equal(default, account.At(Lives.Day(20)).Single().Customer);
    }

    private static StageBook Book(TestStore test) => new(test.Open().Lifecycle, Retail.Key);

    private static Instant Recorded(LocalDate day) => day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    private static StageRun Run(StageHistories histories, bool isOfAll = false) => new() { Key = $"{histories.Definition.Key} {histories.AsOf}", RecordedAt = Recorded(histories.AsOf), Histories = histories, IsOfAll = isOfAll };

    private static StageHistories Of(int asOf, params (string Customer, int[] Days)[] bought) =>
        StageHistories.Of(bought.Select(each => KeyValuePair.Create(new CustomerId(each.Customer), new LifecycleReplay(Retail, Lives.Clock, Lives.Halving).Replay(Lives.Purchases(each.Days), Lives.Day(asOf)))));

    private static string[] Told(IEnumerable<StoredStage> stages) => [.. stages.Select(each => $"{each.On} {each.Left} {each.Stage} {each.Transition} {each.EventId} {each.ModelVersion} {each.Reason.English} {each.Reason.Chinese}")];

    private static string[] Told(IEnumerable<StageChange> changes) => [.. changes.Select(each => $"{each.On} {each.Left?.Key} {each.Stage.Key} {each.Transition.Id} {each.EventId} {each.ModelVersion} {each.Reason.English} {each.Reason.Chinese}")];
}
