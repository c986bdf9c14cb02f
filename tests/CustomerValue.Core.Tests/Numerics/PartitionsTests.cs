using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public class PartitionsTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(1000, 1)]
    [InlineData(1000, 5)]
    public void Every_part_is_done_once(int parts, int workers)
    {
        int[] done = new int[parts];
        Partitions.For(parts, workers, (worker, part) =>
        {
            Assert.InRange(worker, 0, workers - 1);
            Interlocked.Increment(ref done[part]);
        }, CancellationToken.None);
        Assert.All(done, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_failure_stops_the_rest_and_is_thrown_as_it_is(int workers)
    {
        int done = 0;
        void Body(int worker, int part)
        {
            if (Interlocked.Increment(ref done) == 10)
                throw new FormatException();
            Thread.Sleep(1);
        }

        Assert.Throws<FormatException>(() => Partitions.For(10_000, workers, Body, CancellationToken.None));
        Assert.InRange(done, 10, 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelling_stops_the_work(int workers)
    {
        using CancellationTokenSource source = new();
        int done = 0;
        void Body(int worker, int part)
        {
            if (Interlocked.Increment(ref done) == 10)
                source.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => Partitions.For(1_000_000, workers, Body, source.Token));
        Assert.InRange(done, 10, 1000);
    }
}
