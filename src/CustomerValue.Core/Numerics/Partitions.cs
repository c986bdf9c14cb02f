using System.Runtime.ExceptionServices;

namespace CustomerValue.Numerics;

/// <summary>
/// Work in numbered parts on several threads: the one place where threads are made. Which thread takes which part is left to chance,
/// so a part may write only where no other part writes, and what is kept per worker must come out the same in whatever order it is joined.
/// </summary>
internal static class Partitions
{
    /// <summary>As many workers as the machine has processors.</summary>
    public static int Workers => Environment.ProcessorCount;

    /// <summary>Calls <paramref name="body"/> with (worker, part) for every part in [0, <paramref name="parts"/>); a worker does one part at a time.</summary>
    /// <param name="parts">How many parts, ≥ 0.</param>
    /// <param name="workers">At most so many parts at once, ≥ 1; workers are numbered from 0.</param>
    /// <param name="body">The work; its first exception stops the rest and is thrown as it is.</param>
    /// <param name="cancellationToken">Looked at before every part.</param>
    public static void For(int parts, int workers, Action<int, int> body, CancellationToken cancellationToken)
    {
        int next = -1;
        void Work(int worker)
        {
            try
            {
                for (int part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    body(worker, part);
                }
            }
            finally
            {
                // Either all parts are taken, or this worker failed and nobody shall take another.
                Interlocked.Exchange(ref next, parts);
            }
        }

        if (workers <= 1 || parts <= 1)
            Work(0);
        else
            OnThreads(Math.Min(workers, parts), Work);
    }

    private static void OnThreads(int workers, Action<int> work)
    {
        try
        {
#pragma warning disable RS0030 // Threads are banned everywhere else, so that every parallel loop is deterministic in this one way.
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, work);
#pragma warning restore RS0030
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Capture(failures.InnerExceptions[0]).Throw();
        }
    }
}
