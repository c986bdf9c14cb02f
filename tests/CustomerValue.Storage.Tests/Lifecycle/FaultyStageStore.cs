using CustomerValue.Customers;
using CustomerValue.Lifecycle.Stores;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>A store that stops before the call whose turn it is, as if the process had died there, or right after its commit.</summary>
internal sealed class FaultyStageStore(ILifecycleStore store, int last, bool afterCommit = false) : ILifecycleStore
{
    private int calls;

    public bool HasStopped { get; private set; }

    public ILifecycleSession Read() => new Session(this, Call(store.Read));

    public ILifecycleSession Write() => new Session(this, Call(store.Write));

    private T Call<T>(Func<T> work)
    {
        if (!afterCommit && ++calls == last)
            Stop();
        return work();
    }

    private void Call(Action work) => Call(() =>
    {
        work();
        return true;
    });

    private void Stop()
    {
        HasStopped = true;
        throw new IOException("stopped");
    }

    private sealed class Session(FaultyStageStore faulty, ILifecycleSession session) : ILifecycleSession
    {
        public long LastRun => faulty.Call(() => session.LastRun);

        public StoredRun? Run(string key) => faulty.Call(() => session.Run(key));

        public IReadOnlyList<StoredRun> Runs(string lifecycle) => faulty.Call(() => session.Runs(lifecycle));

        public IReadOnlyList<StoredCustomer> Customers() => faulty.Call(session.Customers);

        public StoredCustomer? Customer(CustomerId id) => faulty.Call(() => session.Customer(id));

        public IEnumerable<StageMark> Marks(string lifecycle) => faulty.Call(() => session.Marks(lifecycle)).Select(mark => faulty.Call(() => mark));

        public IReadOnlyList<StoredStage> Stages(string lifecycle, long customer) => faulty.Call(() => session.Stages(lifecycle, customer));

        public void Write(StoredRun run, IReadOnlyList<StoredCustomer> joined, IEnumerable<StoredStage> stages) =>
            faulty.Call(() => session.Write(run, joined, stages.Select(stage => faulty.Call(() => stage))));

        public void Forget(long customer) => faulty.Call(() => session.Forget(customer));

        public void Commit()
        {
            faulty.Call(session.Commit);
            if (faulty is { HasStopped: false } && faulty.StopsAfterCommit)
                faulty.Stop();
        }

        public void Dispose() => session.Dispose();
    }

    private bool StopsAfterCommit => afterCommit;
}
