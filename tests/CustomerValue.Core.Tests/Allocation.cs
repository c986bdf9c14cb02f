namespace CustomerValue.Tests;

/// <summary>What an action allocates on this thread.</summary>
internal static class Allocation
{
    /// <summary>
    /// The fewest bytes of ten runs after a first one. A collection caused by another test may empty the shared array pool, or round
    /// the thread's count up to a whole block, in any single run; what the action itself allocates shows in every run.
    /// </summary>
    public static long Of(Action action)
    {
        action();
        long fewest = long.MaxValue;
        for (int run = 0; run < 10; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
