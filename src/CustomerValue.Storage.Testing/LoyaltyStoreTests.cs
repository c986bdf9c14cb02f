using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using Xunit.Sdk;

namespace CustomerValue.Storage.Testing;

/// <summary>
/// What a store of the points journal must do. Derive a class for the store, say in it how an empty one is made, and run it with xunit. Where a database that is needed is not there,
/// <c>Skip.If</c> of Xunit.SkippableFact in <see cref="NewDatabase"/> skips every test with its reason.
/// </summary>
public abstract partial class LoyaltyStoreTests : IDisposable
{
    private readonly List<IDisposable> opened = [];

    /// <summary>How many random histories each test runs: 0 or more. More find more and take longer.</summary>
    protected virtual int Histories => 12;

    /// <summary>The seed of the first history: the one that a failure names runs it again alone, with one history.</summary>
    protected virtual int FirstSeed => 0;

    /// <summary>How many threads write at once, from 2.</summary>
    protected virtual int Threads => 8;

    /// <summary>
    /// Makes an empty database, and gives what opens it: each time as another process would, with a cache and connections of its own. What was opened is disposed of after the test, where it
    /// can be.
    /// </summary>
    protected abstract Func<ILoyaltyStore> NewDatabase();

    /// <summary>All messages in a store that keeps them, in their order; null where the test can't see them.</summary>
    protected virtual IReadOnlyList<LoyaltyMessage>? Messages(ILoyaltyStore store) => null;

    /// <summary>Closes what was opened.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what was opened.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (IDisposable store in opened.Distinct())
            store.Dispose();
        opened.Clear();
    }

    private Func<ILoyaltyStore> Database()
    {
        Func<ILoyaltyStore> open = NewDatabase();
        return () =>
        {
            ILoyaltyStore store = open();
            lock (opened)
            {
                if (store is IDisposable closes)
                    opened.Add(closes);
            }

            return store;
        };
    }

    /// <summary>A ledger of the club with what is in a store.</summary>
    private static LoyaltyLedger Ledger(ILoyaltyStore store, ProgramVersions? programs = null) => LoyaltyLedger.Open(programs ?? KitClub.Programs, store);

    /// <summary>One that knows nothing from command to command: each member comes from the store, from his snapshot where it keeps those.</summary>
    private static LoyaltyLedger Forgetful(ILoyaltyStore store) => LoyaltyLedger.Open(KitClub.Programs, store, room: 1, snapshots: 1);

    private void EachSeed(Action<int> run)
    {
        for (int seed = FirstSeed; seed < FirstSeed + Histories; seed++)
        {
            try
            {
                run(seed);
            }
            catch (Exception error) when (error is not (OutOfMemoryException or Xunit.SkipException))
            {
                throw new XunitException($"seed {seed}: {error.Message}", error);
            }
        }
    }

    private static void Same(LedgerAnswer expected, LedgerAnswer answer)
    {
        Assert.Equal(expected.Rejection, answer.Rejection);
        Assert.Equal(expected.IsReplayed, answer.IsReplayed);
        Assert.Equal(expected.Entries.Select(entry => entry.Hash), answer.Entries.Select(entry => entry.Hash));
    }

    private static void Same(PointsBalance expected, PointsBalance balance)
    {
        Assert.Equal(expected with { Lots = [] }, balance with { Lots = [] });
        Assert.Equal(expected.Lots, balance.Lots);
    }

    private static void Same(LoyaltyLedger expected, LoyaltyLedger ledger)
    {
        Assert.Equal(expected.Digest(), ledger.Digest());
        Assert.Equal(expected.Members, ledger.Members);
        Assert.Null(ledger.Verify());
    }

    /// <summary>Runs the same on several threads at once; what one of them throws is thrown here.</summary>
    private static void AtOnce(int threads, Action<int> run)
    {
        Exception?[] failures = new Exception?[threads];
        Thread[] all = [.. Enumerable.Range(0, threads).Select(at => new Thread(() =>
        {
            try
            {
                run(at);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failures[at] = error;
            }
        }))];
        foreach (Thread thread in all)
            thread.Start();
        foreach (Thread thread in all)
            thread.Join();
        if (Array.Find(failures, failure => failure is not null) is { } first)
            throw new XunitException(first.Message, first);
    }

    private static void Write(ILoyaltyStore store, LedgerChanges changes)
    {
        using ILoyaltySession session = store.Write(0);
        session.Write(changes);
        session.Commit();
    }

    /// <summary>Handles it until the store answers, as a caller would who lost an answer.</summary>
    private static LedgerAnswer Insist(LoyaltyLedger ledger, LoyaltyEvent next)
    {
        while (true)
        {
            try
            {
                return ledger.Handle(next);
            }
            catch (IOException)
            {
                // Nobody knows whether it was written; the key does.
            }
        }
    }
}
