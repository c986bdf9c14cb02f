using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Storage.Testing;
using CustomerValue.Tests.Loyalty.Scenarios;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Stores;

/// <summary>Group commit: many callers, few transactions, to each the answer that he would have got alone.</summary>
public sealed class WriterTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, 1, 100)]
    [InlineData(StoreKind.Sqlite, 3, 7)]
    [InlineData(StoreKind.PostgreSql, 1, 100)]
    [InlineData(StoreKind.PostgreSql, 4, 16)]
    public async Task Many_callers_get_the_answers_of_a_ledger_in_memory(StoreKind kind, int lanes, int batch)
    {
        using TestStore test = TestStore.Of(kind);
        FaultyStore store = new(test.Open(), 0);
        LoyaltyEvent[] events = [.. Enumerable.Range(0, 400).Select(at => Event(at))];
        LedgerAnswer[] answers;
        await using (LoyaltyWriter writer = new(Programs, store, new() { Lanes = lanes, BatchSize = batch }))
            answers = await Task.WhenAll(events.Select(each => writer.HandleAsync(each)));

        LoyaltyLedger memory = new(Programs);
        LoyaltyLedger stored = LoyaltyLedger.Open(Programs, test.Open());
        foreach ((LoyaltyEvent happened, LedgerAnswer answer) in events.Zip(answers))
        {
            LedgerAnswer expected = memory.Handle(happened);
            Assert.Equal(expected.Rejection?.Error, answer.Rejection?.Error);
            Assert.Equal(expected.Entries.SelectMany(entry => entry.Postings), answer.Entries.SelectMany(entry => entry.Postings));
            Assert.True(stored.Handle(happened).IsReplayed);
        }

        Assert.Contains(answers, answer => answer.Rejection?.Error == LedgerError.InsufficientPoints);
        Assert.Equal(memory.Totals(Club.At("2026-02-01")), stored.Totals(Club.At("2026-02-01")));
        Assert.Null(stored.Verify());
        Assert.InRange(store.Commits, 400 / batch, 200);
    }

    [Fact]
    public async Task A_transaction_waits_until_it_is_full_or_has_waited_long_enough()
    {
        using TestStore test = TestStore.Sqlite();
        FaultyStore store = new(test.Open(), 0);
        await using (LoyaltyWriter writer = new(Programs, store, new() { BatchSize = 5, Latency = TimeSpan.FromMinutes(1) }))
        {
            Task<LedgerAnswer>[] first = [.. Enumerable.Range(0, 4).Select(at => writer.HandleAsync(Event(at)))];
            await Task.Delay(50);
            Assert.All(first, each => Assert.False(each.IsCompleted));
            await writer.HandleAsync(Event(4));
            await Task.WhenAll(first);
            Assert.Equal(1, store.Commits);
        }

        await using (LoyaltyWriter writer = new(Programs, store, new() { BatchSize = 5, Latency = TimeSpan.FromMilliseconds(5) }))
            Assert.True((await writer.HandleAsync(Event(10))).IsAccepted);
        Assert.Equal(2, store.Commits);
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task One_who_sends_nonsense_harms_nobody_else(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        await using LoyaltyWriter writer = new(Programs, test.Open(), new() { BatchSize = 4, Latency = TimeSpan.FromMinutes(1) });
        Task<LedgerAnswer> good = writer.HandleAsync(Event(0));
        Task<LedgerAnswer> blank = writer.HandleAsync(new PointsEarned { Key = " ", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 1 });
        Task<LedgerAnswer> nul = writer.HandleAsync(new PointsEarned { Key = "a\0b", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 1 });
        Task<LedgerAnswer> other = writer.HandleAsync(Event(10));

        Assert.True((await good).IsAccepted);
        Assert.True((await other).IsAccepted);
        await Assert.ThrowsAsync<DataRejectedException>(() => blank);
        await Assert.ThrowsAnyAsync<Exception>(() => nul);
        LoyaltyLedger stored = LoyaltyLedger.Open(Programs, test.Open());
        Assert.Equal(50, stored.Totals(Club.At("2026-02-01")).Issued);
        Assert.Null(stored.Verify());
    }

    [Fact]
    public async Task Where_the_store_fails_all_of_a_transaction_are_told_and_may_send_again()
    {
        using TestStore test = TestStore.Sqlite();
        using SqlLoyaltyStore open = test.Open();
        for (int last = 1; ; last++)
        {
            FaultyStore faulty = new(open, last);
            Task<LedgerAnswer>[] ill;
            await using (LoyaltyWriter writer = new(Programs, faulty, new() { BatchSize = 3, Latency = TimeSpan.FromMinutes(1) }))
            {
                ill = [.. Enumerable.Range(0, 3).Select(at => writer.HandleAsync(Event((100 * last) + at)))];
                await Task.WhenAny(Task.WhenAll(ill));
            }

            Assert.All(ill, each => Assert.Equal(faulty.HasStopped, each.IsFaulted));

            await using (LoyaltyWriter writer = new(Programs, open))
                Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(at => writer.HandleAsync(Event((100 * last) + at)))), answer => Assert.True(answer.IsAccepted));
            if (!faulty.HasStopped)
                break;
        }

        Assert.Null(LoyaltyLedger.Open(Programs, open).Verify());
    }

    [Fact]
    public async Task Who_gives_up_while_he_waits_is_not_served_and_a_closed_writer_takes_nothing()
    {
        using TestStore test = TestStore.Sqlite();
        using CancellationTokenSource impatient = new();
        LoyaltyWriter writer = new(Programs, test.Open(), new() { BatchSize = 2, Latency = TimeSpan.FromMinutes(1) });
        Task<LedgerAnswer> gone = writer.HandleAsync(Event(0), impatient.Token);
        await impatient.CancelAsync();
        Assert.True((await writer.HandleAsync(Event(10))).IsAccepted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);

        Task<LedgerAnswer> last = writer.HandleAsync(Event(20));
        await writer.DisposeAsync();
        Assert.True((await last).IsAccepted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.HandleAsync(Event(30)));
        Assert.Equal(2, LoyaltyLedger.Open(Programs, test.Open()).Members.Count);
    }

    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(1, 65, 1, 0)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 1, 1, -1)]
    [InlineData(1, 1, 1, 61_000)]
    public void Options_have_ranges(int batch, int lanes, int queue, int latency)
    {
        using TestStore test = TestStore.Sqlite();
        WriterOptions options = new() { BatchSize = batch, Lanes = lanes, QueueSize = queue, Latency = TimeSpan.FromMilliseconds(latency) };
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoyaltyWriter(Programs, test.Open(), options));
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void A_ledger_with_room_for_little_answers_as_one_with_room_for_all(StoreKind kind)
    {
        using TestStore test = TestStore.Of(kind);
        LoyaltyLedger small = LoyaltyLedger.Open(Programs, test.Open(), room: 2_000);
        LoyaltyLedger memory = new(Programs);
        for (int at = 0; at < 120; at++)
        {
            LedgerAnswer answer = small.Handle(Event(at));
            LedgerAnswer expected = memory.Handle(Event(at));
            Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
        }

        Assert.Equal(memory.Digest(), small.Digest());
        Assert.Null(small.Verify());
    }

    /// <summary>Of ten events of a member one earns, and not all of those that spend have enough.</summary>
    private static LoyaltyEvent Event(int at)
    {
        string key = at.ToString(CultureInfo.InvariantCulture);
        return at % 10 == 0
            ? new PointsEarned { Key = key, Member = new($"m{at / 10 % 20}"), OccurredAt = Club.At("2026-01-02"), Points = 25 }
            : new PointsRedeemed { Key = key, Member = new($"m{at / 10 % 20}"), OccurredAt = Club.At("2026-01-03"), Points = 5, Source = "gift" + key };
    }
}
