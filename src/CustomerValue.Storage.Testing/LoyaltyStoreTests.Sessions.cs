using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// The store without a ledger: what each call of a session promises.
public abstract partial class LoyaltyStoreTests
{
    [SkippableFact]
    public void An_empty_store_knows_nothing()
    {
        using ILoyaltySession session = Database()().Read();
        Assert.Equal(0, session.LastMember);
        Assert.Empty(session.Ids());
        Assert.Null(session.Member(new CustomerId("ann")));
        Assert.Null(session.Member(1));
        Assert.Empty(session.Entries(1, 0));
        Assert.Null(session.Answer("k"));
        Assert.False(session.Has(new StoredSource("order.paid", "o1", null)));
        Assert.Equal(0, session.Used(new CounterKey("budget", 0, true)));
        Assert.Null(session.Profile(1));
        Assert.Empty(session.Lots(1));
        Assert.Null(session.Snapshot(1));
    }

    [SkippableFact]
    public void All_that_was_written_is_given_back_as_it_was()
    {
        Func<ILoyaltyStore> open = Database();
        RecordingStore recording = new(open());
        LoyaltyLedger ledger = LoyaltyLedger.Open(KitClub.Programs, recording, snapshots: 2);
        WrittenBefore before = new();
        ILoyaltyStore other = open();
        foreach (LoyaltyEvent next in KitStory.OfEveryType())
        {
            int known = recording.Written.Count;
            ledger.Handle(next);
            foreach (LedgerChanges changes in recording.Written.Skip(known))
                before.Add(changes);
            using ILoyaltySession session = other.Read();
            before.IsGivenBackBy(session);
        }

        using ILoyaltySession fresh = open().Read();
        before.IsGivenBackBy(fresh);
        for (long member = 1; member <= fresh.LastMember; member++)
            Assert.Null(fresh.Check(member));
    }

    [SkippableFact]
    public void A_session_without_a_commit_leaves_nothing()
    {
        Func<ILoyaltyStore> open = Database();
        (LedgerChanges[] all, ILoyaltyStore store) = (Recorded(), open());
        foreach (LedgerChanges changes in all)
        {
            using (ILoyaltySession session = store.Write(0))
                session.Write(changes);
            using (ILoyaltySession session = open().Read())
            {
                Assert.Null(session.Answer(changes.Answers[0].Key));
                Assert.All(changes.Joined, member => Assert.Null(session.Member(member.Number)));
                Assert.All(changes.Members, member => Assert.Equal(member.Before, session.Member(member.Number)!.Sequence));
                Assert.All(changes.Entries, entry => Assert.Empty(session.Entries(entry.Member, entry.Sequence - 1)));
                Assert.All(changes.Counters, counter => Assert.Equal(counter.Before, session.Used(counter.Counter)));
            }

            Write(store, changes);
        }

        // A session that only looked leaves nothing either.
        store.Read().Dispose();
        store.Write(0).Dispose();
        Assert.Null(Ledger(open()).Verify());
    }

    [SkippableFact]
    public void What_rests_on_something_that_has_changed_is_refused_as_a_conflict_and_leaves_nothing()
    {
        LedgerChanges[] all = Recorded();
        // The first two are ann's, who joined with the first; then bob joins.
        (LedgerChanges first, LedgerChanges second, LedgerChanges third) = (all[0], all[1], all[2]);
        StoredMember bob = third.Joined[0];
        CounterStep counter = second.Counters[0];
        Dictionary<string, LedgerChanges> stale = new()
        {
            ["a key that is there"] = KitChanges.Of(second, answers: first.Answers),
            ["a key that is there, and was refused"] = KitChanges.Of(second, answers: [first.Answers[0] with { Rejection = Refusal(), Entries = [] }]),
            ["a source that is there"] = KitChanges.Of(second, sources: first.Sources),
            ["a member who has gone on"] = KitChanges.Of(second, members: [second.Members[0] with { Before = second.Members[0].Before - 1 }]),
            ["a counter that has gone on"] = KitChanges.Of(second, counters: [counter with { Before = counter.Before - 1 }]),
            ["a counter that nobody had used"] = KitChanges.Of(second, counters: [counter with { Before = 0 }]),
            ["an id that is there"] = KitChanges.Of(third, joined: [bob with { Id = new CustomerId("ann") }]),
            ["a number that is there"] = KitChanges.Of(first, answers: third.Answers, sources: third.Sources, counters: [], joined: [first.Joined[0] with { Id = bob.Id }]),
            ["what is written twice"] = first,
        };
        foreach ((string why, LedgerChanges changes) in stale)
        {
            Func<ILoyaltyStore> open = Database();
            Write(open(), first);
            EntryHash before = Ledger(open()).Digest();
            Assert.True(Record.Exception(() => Write(open(), changes)) is StoreConflictException, $"{why} must be a conflict");
            using (ILoyaltySession session = open().Read())
                Assert.True(session.Answer(changes.Answers[0].Key) is null == (changes.Answers[0].Key != first.Answers[0].Key), $"{why}: something of it was written");
            LoyaltyLedger ledger = Ledger(open());
            Assert.Equal(before, ledger.Digest());
            Assert.Null(ledger.Verify());
            Write(open(), second);
            Assert.Equal(second.Members[0].After, Ledger(open()).EntryCount);
        }
    }

    [SkippableFact]
    public void Of_two_sessions_that_were_decided_by_the_same_only_one_is_written()
    {
        LedgerChanges[] all = Recorded();
        Func<ILoyaltyStore> open = Database();
        Write(open(), all[0]);
        LedgerChanges other = KitChanges.Of(all[1], answers: [all[1].Answers[0] with { Key = "other" }], sources: []);
        int written = 0;
        AtOnce(2, thread =>
        {
            try
            {
                Write(open(), thread == 0 ? all[1] : other);
                Interlocked.Increment(ref written);
            }
            catch (StoreConflictException)
            {
                // The other one was quicker.
            }
        });
        Assert.Equal(1, written);
        Assert.Null(Ledger(open()).Verify());
    }

    [SkippableFact]
    public void A_version_is_another_one_once_anybody_has_written()
    {
        Func<ILoyaltyStore> open = Database();
        (ILoyaltyStore one, ILoyaltyStore two) = (open(), open());
        List<object> versions = [];
        int at = 0;
        foreach (LedgerChanges changes in Recorded())
        {
            object? after;
            using (ILoyaltySession session = (at++ % 2 == 0 ? one : two).Write(0))
            {
                session.Write(changes);
                session.Commit();
                after = session.Version;
            }

            foreach (ILoyaltyStore store in (ILoyaltyStore[])[one, two])
            {
                using ILoyaltySession session = store.Read();
                Assert.DoesNotContain(session.Version, versions);
            }

            if (after is not null)
                versions.Add(after);
        }
    }

    [SkippableFact]
    public void Counters_are_told_apart_by_id_period_and_whose_they_are()
    {
        CounterKey[] keys = [new("a", 0, true), new("a", 1, true), new("a", -1, true), new("a", 0, true, true), new("A", 0, true), new("a ", 0, true), new("b", 0, true)];
        Func<ILoyaltyStore> open = Database();
        for (int round = 0; round < 2; round++)
            Write(open(), KitChanges.Of(counters: [.. keys.Select((key, at) => new CounterStep(key, round * (at + 1L), (round + 1) * (at + 1L)))]));
        using ILoyaltySession session = open().Read();
        Assert.Equal(keys.Select((_, at) => 2 * (at + 1L)), keys.Select(session.Used));
    }

    [SkippableFact]
    public void Sources_are_told_apart_by_each_of_their_names()
    {
        StoredSource[] all = [new("a", "b", null), new("a", "b", ""), new("a", "b", "c"), new("a", "bc", null), new("ab", "", "c"), new("A", "b", null), new("a", "b ", null), new("a", "b\0", null), new("a", new string('x', 1 << 20), null)];
        Func<ILoyaltyStore> open = Database();
        for (int at = 0; at < all.Length; at++)
        {
            using (ILoyaltySession session = open().Read())
                Assert.Equal(all.Select((_, each) => each < at), all.Select(session.Has));
            Write(open(), KitChanges.Of(sources: [all[at]]));
        }
    }

    private static Rejection Refusal() => new LoyaltyLedger(KitClub.Programs).Handle(KitClub.Redeem("r", "x", 1)).Rejection!;

    /// <summary>What a ledger writes of five orders: of ann twice, of bob, of ann, of bob.</summary>
    private LedgerChanges[] Recorded()
    {
        RecordingStore recording = new(Database()());
        LoyaltyLedger ledger = Ledger(recording);
        int at = 0;
        foreach (string member in (string[])["ann", "ann", "bob", "ann", "bob"])
            Assert.True(ledger.Handle(KitClub.Order("k" + ++at, member, "o" + at, 10, KitClub.Start + Duration.FromHours(at))).IsAccepted);
        return [.. recording.Written];
    }
}
