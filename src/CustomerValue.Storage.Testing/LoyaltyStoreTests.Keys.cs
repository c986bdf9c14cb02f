using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// The same key is answered once, the same source rewarded once, and a common budget used to its end, whoever asks.
public abstract partial class LoyaltyStoreTests
{
    [SkippableFact]
    public void A_key_that_comes_again_gets_its_first_answer_or_is_refused_by_every_ledger()
    {
        LoyaltyEvent[] first =
        [
            KitClub.Earn("earn", "ann", 30), KitClub.Order("order", "ann", "o1", 10), KitClub.Redeem("spend", "ann", 5), KitClub.Redeem("too much", "bob", 500),
            new PointsTransferred { Key = "give", Member = new("ann"), OccurredAt = KitClub.Start, Points = 3, Wallet = "PTS", To = new("bob") },
            new PointsHeld { Key = "hold", Member = new("ann"), OccurredAt = KitClub.Start, Points = 3, Wallet = "PTS", Hold = "h", Minutes = 60 },
        ];
        Func<LoyaltyEvent, LoyaltyEvent>[] changes =
        [
            old => old,
            old => old with { RecordedAt = KitClub.Start + Duration.FromDays(1) },
            old => old with { OccurredAt = old.OccurredAt + Duration.FromTicks(1) },
            old => old with { Member = new("somebody") },
            old => KitClub.Earn(old.Key, old.Member.Value, 7),
        ];
        foreach (Func<LoyaltyEvent, LoyaltyEvent> change in changes)
        {
            Func<ILoyaltyStore> open = Database();
            LoyaltyLedger memory = new(KitClub.Programs);
            LoyaltyLedger same = Ledger(open());
            LoyaltyLedger other = Ledger(open());
            foreach (LoyaltyEvent each in first)
            {
                Same(memory.Handle(each), same.Handle(each));
                LedgerAnswer expected = memory.Handle(change(each));
                Same(expected, same.Handle(change(each)));
                Same(expected, other.Handle(change(each)));
                Same(expected, Ledger(open()).Handle([KitClub.Earn("fill " + each.Key, "fill", 1), change(each)])[1]);
                memory.Handle(KitClub.Earn("fill " + each.Key, "fill", 1));
            }

            Same(memory, other);
        }
    }

    [SkippableFact]
    public void A_refusal_stays_one_though_there_would_be_enough_now()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger ledger = Ledger(open());
        ledger.Handle(KitClub.Earn("e1", "ann", 5));
        LedgerAnswer refused = ledger.Handle(KitClub.Redeem("spend", "ann", 6));
        Assert.Equal(LedgerError.InsufficientPoints, refused.Rejection?.Error);
        ledger.Handle(KitClub.Earn("e2", "ann", 50));
        LedgerAnswer again = Ledger(open()).Handle(KitClub.Redeem("spend", "ann", 6));
        Assert.True(again.IsReplayed);
        Assert.Equal(refused.Rejection, again.Rejection);
    }

    [SkippableFact]
    public void A_source_is_rewarded_once_whichever_ledger_is_asked()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger memory = new(KitClub.Programs);
        LoyaltyLedger[] ledgers = [Ledger(open()), Ledger(open())];
        int refused = 0;
        int at = 0;
        Tell(KitClub.Order("k1", "ann", "o1", 10));
        Tell(KitClub.Order("k2", "ann", "o1", 10));
        Tell(KitClub.Order("k3", "bob", "o1", 10));
        Tell(KitClub.Order("k4", "bob", "O1", 10));
        Tell(KitClub.Earn("k5", "ann", 1) with { Source = "o1" });
        Tell(KitClub.Earn("k6", "ann", 1) with { Source = "o1" });
        Tell(KitClub.Earn("k7", "ann", 1) with { Source = "o1", Rule = "r" });
        Tell(KitClub.Earn("k8", "ann", 1) with { Source = "o1r" });
        Tell(new CustomEvent { Key = "k9", Member = new("ann"), OccurredAt = KitClub.Start, Name = "review", Source = "o1" });
        Tell(new CustomEvent { Key = "k10", Member = new("ann"), OccurredAt = KitClub.Start, Name = "review", Source = "o1" });
        Assert.Equal(4, refused);
        Same(memory, ledgers[0]);

        void Tell(LoyaltyEvent next)
        {
            LedgerAnswer expected = memory.Handle(next);
            refused += expected.IsAccepted ? 0 : 1;
            Same(expected, ledgers[at++ % 2].Handle(next));
        }
    }

    [SkippableFact]
    public void Many_at_once_who_send_the_same_keys_pay_each_once()
    {
        Func<ILoyaltyStore> open = Database();
        AtOnce(Threads, _ =>
        {
            LoyaltyLedger ledger = Ledger(open());
            for (int at = 0; at < 15; at++)
                Assert.True(ledger.Handle(KitClub.Earn("k" + at, "m" + (at % 4), 10) with { Source = "s" + at }).IsAccepted);
        });
        LoyaltyLedger all = Ledger(open());
        Assert.Equal(150, all.Totals(KitClub.Start, "PTS").Issued);
        Assert.Equal(15, all.EntryCount);
        Assert.Null(all.Verify());
    }

    [SkippableFact]
    public void Many_at_once_who_send_the_same_source_under_other_keys_pay_it_once()
    {
        Func<ILoyaltyStore> open = Database();
        int paid = 0;
        AtOnce(Threads, thread =>
        {
            LoyaltyLedger ledger = Ledger(open());
            for (int at = 0; at < 8; at++)
            {
                if (ledger.Handle(KitClub.Earn($"k{thread}-{at}", $"m{thread}", 10) with { Source = "s" + at }).IsAccepted)
                    Interlocked.Increment(ref paid);
            }
        });
        Assert.Equal(8, paid);
        Assert.Equal(80, Ledger(open()).Totals(KitClub.Start, "PTS").Issued);
    }

    [SkippableFact]
    public void A_budget_that_all_want_is_used_to_the_point_and_never_overdrawn()
    {
        Func<ILoyaltyStore> open = Database();
        ProgramVersions programs = KitClub.Load(1000);
        AtOnce(Math.Min(Threads, 4), thread =>
        {
            LoyaltyLedger ledger = Ledger(open(), programs);
            for (int at = 0; at < 14; at++)
                Assert.True(ledger.Handle(KitClub.Order($"k{thread}-{at}", $"m{thread}-{at}", $"o{thread}-{at}", 1)).IsAccepted);
        });
        LoyaltyLedger all = Ledger(open(), programs);
        // Six points of the order itself; 40 of the campaign as long as it lasts.
        int orders = 14 * Math.Min(Threads, 4);
        Assert.Equal((orders * 6) + Math.Min(orders * 40, 1000), all.Totals(KitClub.Start, "PTS").Issued);
        Assert.Null(all.Verify());
    }
}
