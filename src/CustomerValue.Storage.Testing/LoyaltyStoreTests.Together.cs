using System.Diagnostics;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage.Testing;

// Several writers at once.
public abstract partial class LoyaltyStoreTests
{
    private const int Spenders = 6;

    [SkippableFact]
    public void Points_are_never_spent_twice_by_ledgers_that_do_not_know_of_each_other()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger first = Ledger(open());
        first.Handle(KitClub.Earn("earn", "m", 50));
        LedgerAnswer[][] answers = new LedgerAnswer[Threads][];
        AtOnce(Threads, thread =>
        {
            LoyaltyLedger ledger = Ledger(open());
            answers[thread] = [.. Enumerable.Range(0, 10).Select(at => ledger.Handle(KitClub.Redeem($"r{thread}-{at}", "m", 3)))];
        });
        LedgerAnswer[] all = [.. answers.SelectMany(each => each)];
        Assert.Equal(Math.Min(16, all.Length), all.Count(answer => answer.IsAccepted));
        Assert.All(all.Where(answer => !answer.IsAccepted), answer => Assert.Equal(LedgerError.InsufficientPoints, answer.Rejection!.Error));
        Assert.Equal(50 - (3 * Math.Min(16, all.Length)), first.Balance(new("m"), KitClub.Start, "PTS").Available);
        Assert.Null(first.Verify());
    }

    [SkippableFact]
    public void Members_who_give_each_other_points_in_all_directions_at_once_lose_none()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger first = Ledger(open());
        for (int member = 0; member < 4; member++)
            first.Handle(KitClub.Earn("earn" + member, "m" + member, 100));
        AtOnce(Math.Min(Threads, 4), thread =>
        {
            LoyaltyLedger ledger = Ledger(open());
            for (int at = 0; at < 12; at++)
                ledger.Handle(new PointsTransferred { Key = $"t{thread}-{at}", Member = new("m" + ((thread + at) % 4)), OccurredAt = KitClub.Start, Points = 1 + at, Wallet = "PTS", To = new("m" + ((thread + 1 + (2 * at)) % 4)) });
        });
        Assert.Equal(400, Enumerable.Range(0, 4).Sum(member => first.Balance(new("m" + member), KitClub.Start, "PTS").Available));
        Assert.Null(first.Verify());
    }

    [SkippableFact]
    public void Members_who_join_at_once_get_numbers_without_gaps()
    {
        Func<ILoyaltyStore> open = Database();
        AtOnce(Math.Min(Threads, 4), thread =>
        {
            LoyaltyLedger ledger = Ledger(open());
            for (int at = 0; at < 10; at++)
                Assert.True(ledger.Handle(KitClub.Earn($"k{thread}-{at}", "m" + ((10 * (thread % 2)) + at), 1)).IsAccepted);
        });
        using ILoyaltySession session = open().Read();
        Assert.Equal(Threads == 1 ? 10 : 20, session.LastMember);
        Assert.Equal(Enumerable.Range(1, (int)session.LastMember).Select(number => session.Member((long)number)!.Id), session.Ids());
    }

    [SkippableFact]
    public void Several_jobs_at_once_write_down_once_what_time_has_done()
    {
        Func<ILoyaltyStore> open = Database();
        LoyaltyLedger ledger = Ledger(open());
        for (int member = 0; member < 12; member++)
            ledger.Handle(KitClub.Earn("k" + member, "m" + member, 10) with { Expiry = null });
        Instant later = KitClub.Start + Duration.FromDays(9);
        int[] written = new int[Math.Min(Threads, 4)];
        AtOnce(written.Length, thread => written[thread] = Ledger(open()).Materialize(later));
        Assert.Equal(12, written.Sum());
        Assert.Equal(24, ledger.EntryCount);
        Assert.Equal(120, ledger.Totals(later, "PTS").Expired);
        Assert.Null(ledger.Verify());
    }

    [SkippableFact]
    public void Answers_to_many_at_once_have_an_order()
    {
        const int Each = 6;
        Func<ILoyaltyStore> open = Database();
        List<Operation>[] histories = [.. Enumerable.Range(0, Spenders).Select(_ => new List<Operation>())];
        // Half of them have a ledger of their own, as processes do; the others share one.
        LoyaltyLedger shared = Ledger(open());
        AtOnce(Threads, thread =>
        {
            LoyaltyLedger ledger = thread % 2 == 0 ? shared : Ledger(open());
            Random random = new(FirstSeed + thread);
            for (int at = 0; at < Each; at++)
            {
                int member = random.Next(Spenders);
                Operation done = Do(ledger, "m" + member, $"{thread}-{at}", random);
                lock (histories)
                    histories[member].Add(done);
            }
        });
        for (int member = 0; member < Spenders; member++)
            Assert.True(Linearizability.Explains(histories[member], 0), $"no order explains what was answered about member {member}; first seed {FirstSeed}");
        Assert.Null(shared.Verify());
    }

    private static Operation Do(LoyaltyLedger ledger, string member, string key, Random random)
    {
        int points = random.Next(1, 30);
        int what = random.Next(3);
        long invoked = Stopwatch.GetTimestamp();
        if (what == 0)
        {
            Assert.True(ledger.Handle(KitClub.Earn(key, member, points)).IsAccepted);
            return new(invoked, Stopwatch.GetTimestamp(), state => state + points);
        }

        if (what == 1)
        {
            bool served = ledger.Handle(KitClub.Redeem(key, member, points)).IsAccepted;
            return new(invoked, Stopwatch.GetTimestamp(), state => state >= points == served ? state - (served ? points : 0) : null);
        }

        long seen = ledger.Balance(new(member), KitClub.Start, "PTS").Available;
        return new(invoked, Stopwatch.GetTimestamp(), state => state == seen ? state : null);
    }
}
