using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// What is written is what a ledger in memory has.
public abstract partial class LoyaltyStoreTests
{
    // Never; early and twice, by two ledgers; late, once.
    private static readonly int[] JobsEvery = [0, 3, 35];

    [SkippableFact]
    public void Every_kind_of_event_is_kept_as_in_memory()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger memory = new(KitClub.Programs);
        LoyaltyLedger[] ledgers = [Ledger(open()), Ledger(open())];
        HashSet<Type> accepted = [];
        int at = 0;
        foreach (LoyaltyEvent next in KitStory.OfEveryType())
        {
            LedgerAnswer expected = memory.Handle(next);
            Same(expected, ledgers[at++ % 2].Handle(next));
            Assert.Equal(memory.Digest(), ledgers[at % 2].Digest());
            if (expected.IsAccepted)
                accepted.Add(next.GetType());
        }

        Assert.Empty(typeof(LoyaltyEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LoyaltyEvent))).Except(accepted));
        LoyaltyLedger again = Ledger(open());
        Same(memory, again);
        Assert.Equal(memory.EntryCount, again.EntryCount);
        foreach (LoyaltyEvent old in KitStory.OfEveryType())
            Same(memory.Handle(old), again.Handle(old));
    }

    [SkippableFact]
    public void Whichever_of_three_ledgers_is_asked_answers_as_one_in_memory() => EachSeed(seed =>
    {
        Func<ILoyaltyStore> open = Database();
        KitStory story = new(seed);
        LoyaltyLedger[] ledgers = [Ledger(open()), Ledger(open()), Forgetful(open())];
        Random random = new(seed);
        for (int step = 0; step < 40; step++)
        {
            (LoyaltyEvent next, LedgerAnswer expected) = story.Next();
            Same(expected, ledgers[random.Next(3)].Handle(next));
        }

        foreach (LoyaltyLedger ledger in ledgers)
            Same(story.Memory, ledger);
    });

    [SkippableFact]
    public void A_list_is_answered_as_its_events_one_by_one() => EachSeed(seed =>
    {
        LoyaltyLedger ledger = Ledger(Database()());
        KitStory story = new(seed);
        (LoyaltyEvent Event, LedgerAnswer Answer)[] all = [.. Enumerable.Range(0, 40).Select(_ => story.Next())];
        IReadOnlyList<LedgerAnswer> answers = ledger.Handle([.. all.Select(each => each.Event)]);
        for (int at = 0; at < all.Length; at++)
            Same(all[at].Answer, answers[at]);
        Same(story.Memory, ledger);
    });

    [SkippableFact]
    public void Balances_of_any_instant_as_known_at_any_other_are_those_in_memory() => EachSeed(seed =>
    {
        Func<ILoyaltyStore> open = Database();
        KitStory story = new(seed);
        LoyaltyLedger writes = Ledger(open());
        for (int step = 0; step < 30; step++)
            Same(story.Next().Answer, writes.Handle(story.Last));
        LoyaltyLedger reads = Ledger(open());
        Random random = new(seed);
        foreach (CustomerId member in KitStory.Members)
        {
            for (int asked = 0; asked < 5; asked++)
            {
                Instant at = KitClub.Start + Duration.FromMinutes(random.Next(60 * 24 * 30));
                Instant? known = random.Next(2) == 0 ? KitClub.Start + Duration.FromMinutes(random.Next(60 * 24 * 30)) : null;
                foreach (string wallet in (string[])["PTS", "CASH"])
                    Same(story.Memory.Balance(member, at, wallet, known), reads.Balance(member, at, wallet, known));
                Assert.Equal(story.Memory.Tier(member, at), reads.Tier(member, at));
                Assert.Equal(story.Memory.Coupons(member, at), reads.Coupons(member, at));
            }

            Assert.Equal(story.Memory.Journal(member).Select(entry => entry.Hash), reads.Journal(member).Select(entry => entry.Hash));
        }

        Assert.Equal(story.Memory.Totals(story.Now, "PTS"), reads.Totals(story.Now, "PTS"));
    });

    [SkippableFact]
    public void Texts_are_kept_exactly_or_refused()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger memory = new(KitClub.Programs);
        LoyaltyLedger ledger = Ledger(open());
        string[] ids = ["'; DROP TABLE x; --", "A", "a", "\u00C5", "A\u030A", "\u212B", "a\u200B", "a ", " a", "ａ", "\u202Ecba", "张三", "😀", "\"x\" OR 1=1", "$1", "{0}", "%s\\", "ß", "ss", "İ", "i", new string('字', 256)];
        foreach (string id in ids)
        {
            PointsEarned next = KitClub.Earn(id, id, 1) with { Source = id + "\0" + new string('x', 1 << 18), Reason = id + "\0'; DROP TABLE x; --" };
            Same(memory.Handle(next), ledger.Handle(next));
        }

        LoyaltyLedger again = Ledger(open());
        Assert.Equal(ids, again.Members.Select(id => id.Value));
        Assert.All(ids, id => Assert.Equal(1, again.Balance(new(id), KitClub.Start, "PTS").Available));
        Same(memory, again);

        // A half of a pair is no text that a database has to keep; but then it says so.
        foreach (LoyaltyEvent half in (LoyaltyEvent[])[KitClub.Earn("\uD800", "x", 1), KitClub.Earn("k", "\uDC00", 1)])
        {
            if (Record.Exception(() => again.Handle(half)) is null)
                memory.Handle(half);
            Same(memory, Ledger(open()));
        }
    }

    [SkippableFact]
    public void Forgetting_a_person_destroys_the_profile_and_the_id_and_leaves_the_points()
    {
        Func<ILoyaltyStore> open = Database();
        ILoyaltyStore store = open();
        LoyaltyLedger ledger = Ledger(store);
        LoyaltyLedger other = Ledger(open());
        CustomerId person = new("Zhang San");
        MemberProfile profile = new() { Birthday = new LocalDate(1990, 4, 5), Attributes = new Dictionary<string, string> { ["city"] = "Hangzhou" } };
        ledger.Handle(new MemberJoined { Key = "j", Member = person, OccurredAt = KitClub.Start, Profile = profile });
        ledger.Handle(KitClub.Earn("e", "old", 30));
        Assert.True(ledger.Handle(new MemberMerged { Key = "m", Member = person, OccurredAt = KitClub.Start, Other = new("old") }).IsAccepted);
        Assert.Equal(50, other.Balance(person, KitClub.Start + Duration.FromMinutes(1), "PTS").Available);
        using (ILoyaltySession session = store.Read())
            Assert.NotNull(session.Profile(1));

        Assert.True(other.Handle(new MemberErased { Key = "x", Member = person, OccurredAt = KitClub.Start + Duration.FromHours(1) }).IsAccepted);
        using (ILoyaltySession session = open().Read())
        {
            Assert.Null(session.Profile(1));
            Assert.Null(session.Member(person));
            Assert.Null(session.Member(new CustomerId("old")));
            Assert.Equal(default, session.Member(1)!.Id);
            Assert.Equal(default, session.Member(2)!.Id);
            Assert.Empty(session.Ids());
            Assert.Equal(2, session.LastMember);
        }

        Instant later = KitClub.Start + Duration.FromHours(2);
        foreach (LoyaltyLedger each in (LoyaltyLedger[])[ledger, other, Ledger(open())])
        {
            Assert.Empty(each.Members);
            Assert.Equal(0, each.Balance(person, later, "PTS").Available);
            Assert.Equal(50, each.Totals(later, "PTS").Available);
            Assert.Null(each.Verify());
        }

        // Whoever comes with the id is somebody else.
        Assert.True(ledger.Handle(KitClub.Earn("e2", person.Value, 7, later)).IsAccepted);
        Assert.Equal(7, other.Balance(person, later, "PTS").Available);
        Assert.Equal(57, other.Totals(later, "PTS").Available);
    }

    [SkippableFact]
    public void Work_that_time_alone_does_changes_no_answer_whenever_it_is_written_down() => EachSeed(seed =>
    {
        (LoyaltyLedger[] Ledgers, int Every)[] stores = [.. JobsEvery.Select(every =>
        {
            Func<ILoyaltyStore> open = Database();
            return (new[] { Ledger(open()), Ledger(open()) }, every);
        })];
        KitStory story = new(seed);
        Random random = new(seed);
        for (int step = 1; step <= 40; step++)
        {
            // In their order: a job writes down what was known when it ran.
            LoyaltyEvent next = story.Peek() with { RecordedAt = story.Now };
            LedgerAnswer expected = story.Memory.Handle(next);
            foreach ((LoyaltyLedger[] ledgers, int every) in stores)
            {
                LedgerAnswer answer = ledgers[random.Next(2)].Handle(next);
                Assert.Equal(expected.Rejection, answer.Rejection);
                Assert.Equal(expected.IsReplayed, answer.IsReplayed);
                if (every == 0 || step % every != 0)
                    continue;
                ledgers[0].Materialize(story.Now);
                Assert.Equal(0, ledgers[1].Materialize(story.Now));
            }
        }

        foreach (CustomerId member in KitStory.Members)
        {
            for (Instant at = KitClub.Start; at < story.Now + Duration.FromDays(9); at += Duration.FromHours(random.Next(5, 50)))
            {
                PointsBalance expected = story.Memory.Balance(member, at, "PTS");
                foreach ((LoyaltyLedger[] ledgers, _) in stores)
                    Same(expected, ledgers[1].Balance(member, at, "PTS"));
            }
        }

        Assert.All(stores, store => Assert.Null(store.Ledgers[0].Verify()));
    });
}
