using CustomerValue.Customers;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>One transaction of a store. Disposing of it without <see cref="Commit"/> leaves nothing. Not safe for several threads, and what is read is read to its end before anything else is asked.</summary>
public interface ILifecycleSession : IDisposable
{
    /// <summary>The run of a key, of whatever lifecycle, or null.</summary>
    StoredRun? Run(string key);

    /// <summary>The runs of a lifecycle, by number.</summary>
    IReadOnlyList<StoredRun> Runs(string lifecycle);

    /// <summary>The highest number of a run of any lifecycle, 0 for none.</summary>
    long LastRun { get; }

    /// <summary>All customers by number, from 1 without gaps; with the default id where one was forgotten.</summary>
    IReadOnlyList<StoredCustomer> Customers();

    /// <summary>The customer of an id, or null.</summary>
    StoredCustomer? Customer(CustomerId id);

    /// <summary>What was written of all customers in a lifecycle: by customer, run and line, read as it is asked for.</summary>
    IEnumerable<StageMark> Marks(string lifecycle);

    /// <summary>All that was written of a customer in a lifecycle, by run and line.</summary>
    IReadOnlyList<StoredStage> Stages(string lifecycle, long customer);

    /// <summary>Adds a run, customers that were not there before, and what the run says of customers, by customer and line.</summary>
    void Write(StoredRun run, IReadOnlyList<StoredCustomer> joined, IEnumerable<StoredStage> stages);

    /// <summary>Empties the id of a customer. His number and all that was written of him stay.</summary>
    void Forget(long customer);

    /// <summary>Makes what was written last.</summary>
    void Commit();
}
