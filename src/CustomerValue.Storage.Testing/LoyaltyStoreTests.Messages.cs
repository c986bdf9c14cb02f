using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// Stores that keep messages for others.
public abstract partial class LoyaltyStoreTests
{
    private const string NoMessages = "this store keeps no messages";

    [SkippableFact]
    public void Messages_are_kept_with_what_they_tell_of_and_told_once_whoever_tells()
    {
        Func<ILoyaltyStore> open = Database();
        RecordingStore[] stores = [new(open()), new(open())];
        Skip.IfNot(stores[0].KeepsMessages, NoMessages);
        LoyaltyLedger[] ledgers = [Ledger(stores[0]), Ledger(stores[1])];
        WrittenBefore before = new();
        int[] known = [0, 0];
        KitStory story = new(FirstSeed);
        for (int step = 0; step < 60; step++)
        {
            Do(step % 2, ledger => ledger.Handle(story.Peek()));
            Do(0, _ => story.Memory.Handle(story.Last));
            if (step % 4 == 3)
            {
                Do(0, ledger => ledger.Announce(story.Now, Duration.FromDays(3)));
                Assert.Equal(0, ledgers[1].Announce(story.Now, Duration.FromDays(3)));
            }

            if (step % 10 == 9)
            {
                using ILoyaltySession session = open().Read();
                before.IsGivenBackBy(session);
                before.IsAnnouncedBy(session);
            }
        }

        ILoyaltyStore last = open();
        if (Messages(last) is { } messages)
            Assert.Equal(before.Messages, messages);
        Assert.Equal([MessageKind.PointsEarned, MessageKind.PointsExpiring, MessageKind.TierChanged], before.Messages.Select(message => message.Kind).Distinct().Order());
        Same(story.Memory, ledgers[0]);

        void Do(int at, Action<LoyaltyLedger> act)
        {
            act(ledgers[at]);
            foreach (LedgerChanges changes in stores[at].Written.Skip(known[at]))
                before.Add(changes);
            known[at] = stores[at].Written.Count;
        }
    }

    [SkippableFact]
    public void A_tier_of_which_something_else_was_told_in_between_is_a_conflict()
    {
        Func<ILoyaltyStore> open = Database();
        RecordingStore recording = new(open());
        Skip.IfNot(recording.KeepsMessages, NoMessages);
        LoyaltyLedger ledger = Ledger(recording);
        ledger.Handle(KitClub.Earn("k1", "ann", 10));
        ledger.Handle(KitClub.Earn("k2", "ann", 100) with { Qualifying = true });
        StandingStep step = recording.Written.SelectMany(changes => changes.Standings).Last(step => step.Before is not null && step.Before != step.After.Level);
        Assert.Throws<StoreConflictException>(() => Write(open(), KitChanges.Of(standings: [step])));
        Write(open(), KitChanges.Of(standings: [new StandingStep(step.After.Level, step.After with { Level = "gold" })]));
        using ILoyaltySession session = open().Read();
        Assert.Equal("gold", session.Standing(1)!.Level);
    }

    [SkippableFact]
    public void Messages_of_a_command_that_stops_are_not_there_and_those_of_its_retry_are_there_once()
    {
        Func<ILoyaltyStore> open = Database();
        ILoyaltyStore store = open();
        Skip.IfNot(store.KeepsMessages && Messages(store) is not null, "this store keeps no messages that the test can see");
        LoyaltyEvent next = KitClub.Earn("k", "ann", 100) with { Qualifying = true };
        for (int call = 1; ; call++)
        {
            FaultyStore faulty = new(store, call);
            try
            {
                Ledger(faulty).Handle(next);
                Assert.False(faulty.HasStopped);
            }
            catch (IOException)
            {
                Assert.Empty(Messages(open())!);
                continue;
            }

            break;
        }

        Ledger(new FaultyStore(store, 0, afterCommit: true)).Handle(next);
        Assert.Equal([MessageKind.PointsEarned, MessageKind.TierChanged], Messages(open())!.Select(message => message.Kind));
    }
}
