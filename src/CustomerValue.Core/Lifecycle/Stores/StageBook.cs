using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>
/// The histories of a lifecycle in a store, with two times: when a stage began, and when that became known. A run is recorded by what differs from what was believed; nothing is ever
/// changed or deleted, so that what was believed at any earlier instant can still be told. Nothing has to be gone on from: stages follow from events, and how often they are recorded
/// changes none of them. Thread-safe as far as the store is.
/// </summary>
public sealed class StageBook
{
    private readonly ILifecycleStore store;

    /// <summary>Opens the book of a lifecycle.</summary>
    /// <param name="store">The store.</param>
    /// <param name="lifecycle">The key of its definition; versions of one key are one lifecycle.</param>
    public StageBook(ILifecycleStore store, string lifecycle)
    {
        this.store = store ?? throw new ArgumentNullException(nameof(store));
        Lifecycle = CustomerId.IsValid(lifecycle) ? lifecycle : throw new ArgumentException($"A lifecycle has a key of 1 to {CustomerId.LongestKey} characters; got '{lifecycle}'.", nameof(lifecycle));
    }

    /// <summary>The key of the lifecycle.</summary>
    public string Lifecycle { get; }

    /// <summary>The runs, in the order in which they were recorded.</summary>
    public IReadOnlyList<StoredRun> Runs()
    {
        using ILifecycleSession session = store.Read();
        return session.Runs(Lifecycle);
    }

    /// <summary>Records a run, in one transaction: of each customer what differs in day, stage or transition from what was believed. One who was recorded before with the same histories is answered as it was.</summary>
    /// <exception cref="ArgumentException">The run is of another lifecycle, its key was given to other histories, or it ends or is recorded before the last one.</exception>
    public StageReceipt Append(StageRun run)
    {
        (run ?? throw new ArgumentNullException(nameof(run))).Check();
        if (run.Histories.Definition.Key != Lifecycle)
            throw new ArgumentException($"The run '{run.Key}' is of '{run.Histories.Definition.Key}', this book of '{Lifecycle}'; open the book of that lifecycle.", nameof(run));
        string payload = run.Payload();
        using ILifecycleSession session = store.Write();
        if (session.Run(run.Key) is { } before)
        {
            return before.Payload == payload
                ? new StageReceipt(before, true)
                : throw new ArgumentException($"The key '{run.Key}' was given to other histories on {before.RecordedAt}; give these another key.", nameof(run));
        }

        IReadOnlyList<StoredRun> runs = session.Runs(Lifecycle);
        if (runs.Count > 0 && runs[runs.Count - 1] is var last && (last.AsOf > run.Histories.AsOf || last.RecordedAt > run.RecordedAt))
            throw new ArgumentException($"The run '{run.Key}' ends on {run.Histories.AsOf} and is recorded at {run.RecordedAt}, and '{last.Key}' on {last.AsOf} at {last.RecordedAt}; what is learnt of days past is said by a run of today.", nameof(run));
        RunComparison compared = RunComparison.Of(session, run, payload);
        session.Write(compared.Run, compared.Joined, compared.Stages());
        session.Commit();
        return new StageReceipt(compared.Run, false);
    }

    /// <summary>Where every customer stood at the end of a day, by number; who was in no stage is left out.</summary>
    /// <param name="on">The day; not after the last run that was known.</param>
    /// <param name="knownAt">The instant by which it must have been recorded; null for all that is.</param>
    /// <exception cref="ArgumentOutOfRangeException">No run that was known then goes up to the day.</exception>
    public IReadOnlyList<CustomerStage> At(LocalDate on, Instant? knownAt = null)
    {
        using ILifecycleSession session = store.Read();
        long last = LastKnown(session, on, knownAt);
        IReadOnlyList<StoredCustomer> customers = session.Customers();
        List<CustomerStage> stages = [];
        foreach ((long customer, BelievedHistory history) in Histories(session, Lifecycle, last))
        {
            if (history.On(on) is { } mark)
                stages.Add(new CustomerStage(customers[(int)(customer - 1)].Id, customer, mark.Stage!, mark.On));
        }

        return stages.AsReadOnly();
    }

    /// <summary>The history of a customer as it was believed; empty where nothing was.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="knownAt">The instant by which it must have been recorded; null for all that is.</param>
    public IReadOnlyList<StoredStage> History(CustomerId customer, Instant? knownAt = null)
    {
        List<StoredStage> believed = [];
        foreach (StoredStage stage in Versions(customer))
        {
            if (stage.Run.RecordedAt > knownAt)
                break;
            if (stage.Line == 0)
                believed.RemoveAll(each => each.On >= stage.On);
            if (stage.Transition is not null)
                believed.Add(stage);
        }

        return believed.AsReadOnly();
    }

    /// <summary>All that was ever written of a customer, what was replaced later too, in the order in which it was recorded.</summary>
    public IReadOnlyList<StoredStage> Versions(CustomerId customer)
    {
        using ILifecycleSession session = store.Read();
        return session.Customer(customer) is { } stored ? session.Stages(Lifecycle, stored.Number) : [];
    }

    /// <summary>Forgets who a customer is, in every lifecycle of the store: his id goes; his number, his history and the sizes of stages stay. Whoever is among later histories with this id is somebody new, so take him out of the purchases too.</summary>
    /// <returns>Whether there was such a customer.</returns>
    public bool Forget(CustomerId customer)
    {
        using ILifecycleSession session = store.Write();
        if (session.Customer(customer) is not { } stored)
            return false;
        session.Forget(stored.Number);
        session.Commit();
        return true;
    }

    /// <summary>What is believed of each customer of whom something was written up to a run; the history is the same object each time.</summary>
    internal static IEnumerable<(long Customer, BelievedHistory History)> Histories(ILifecycleSession session, string lifecycle, long lastRun)
    {
        BelievedHistory history = new();
        long customer = 0;
        foreach (StageMark mark in session.Marks(lifecycle))
        {
            if (mark.Customer != customer)
            {
                if (customer > 0)
                    yield return (customer, history);
                history.Clear();
                customer = mark.Customer;
            }

            if (mark.Run <= lastRun)
                history.Hear(mark);
        }

        if (customer > 0)
            yield return (customer, history);
    }

    private long LastKnown(ILifecycleSession session, LocalDate on, Instant? knownAt)
    {
        StoredRun? last = session.Runs(Lifecycle).LastOrDefault(run => knownAt is not { } by || run.RecordedAt <= by);
        return last is not null && last.AsOf >= on
            ? last.Number
            : throw new ArgumentOutOfRangeException(nameof(on), on, last is null ? $"No run of '{Lifecycle}' was recorded by then." : $"The runs known then go up to {last.AsOf}; record one up to a later day.");
    }
}
