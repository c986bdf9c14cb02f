using System.Threading.Channels;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Validation;

namespace CustomerValue.Storage;

/// <summary>A queue of events and the one who writes them, several in a transaction.</summary>
internal sealed class WriterLane
{
    private readonly LoyaltyLedger ledger;
    private readonly WriterOptions options;
    private readonly Channel<Waiting> queue;

    public WriterLane(LoyaltyLedger ledger, WriterOptions options)
    {
        (this.ledger, this.options) = (ledger, options);
        queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.QueueSize) { SingleReader = true });
        Ended = Task.Run(RunAsync);
    }

    /// <summary>Ends when the lane is closed and everything in it is answered.</summary>
    public Task Ended { get; }

    public void Close() => queue.Writer.TryComplete();

    public async Task<LedgerAnswer> HandleAsync(LoyaltyEvent happened, CancellationToken cancellation)
    {
        Waiting waiting = new(happened, cancellation);
        try
        {
            await queue.Writer.WriteAsync(waiting, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(LoyaltyWriter), "The writer was closed; open another one and send the event there.");
        }

        return await waiting.Answer.Task.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        List<Waiting> batch = [];
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Take(batch);
            if (batch.Count < options.BatchSize && options.Latency > TimeSpan.Zero)
                await WaitForMoreAsync(batch).ConfigureAwait(false);
            // Whoever has given up while he waited is not served; from here on it is too late.
            batch.RemoveAll(waiting => waiting.GivesUp());
            Write(batch);
            batch.Clear();
        }
    }

    private void Take(List<Waiting> batch)
    {
        while (batch.Count < options.BatchSize && queue.Reader.TryRead(out Waiting? waiting))
            batch.Add(waiting);
    }

    private async Task WaitForMoreAsync(List<Waiting> batch)
    {
        using CancellationTokenSource end = new(options.Latency);
        try
        {
            while (batch.Count < options.BatchSize && await queue.Reader.WaitToReadAsync(end.Token).ConfigureAwait(false))
                Take(batch);
        }
        catch (OperationCanceledException)
        {
            // Waited long enough.
        }
    }

    private void Write(List<Waiting> batch)
    {
        if (batch.Count == 0)
            return;
        try
        {
            IReadOnlyList<LedgerAnswer> answers = ledger.Handle([.. batch.Select(waiting => waiting.Event)]);
            for (int at = 0; at < batch.Count; at++)
                batch[at].Answer.SetResult(answers[at]);
        }
        catch (Exception error) when (batch.Count > 1 && error is (DataRejectedException or StoreException))
        {
            // One of them can't be taken as it is, and nothing was written; the others are not to suffer for it.
            foreach (Waiting waiting in batch)
                Write([waiting]);
        }
#pragma warning disable CA1031 // Whatever went wrong goes to those who wait for an answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (Waiting waiting in batch)
                waiting.Answer.SetException(error);
        }
    }

    /// <summary>An event and who waits for its answer.</summary>
    private sealed class Waiting(LoyaltyEvent happened, CancellationToken cancellation)
    {
        public LoyaltyEvent Event => happened;

        /// <summary>Callers go on in threads of their own, not in that of the lane.</summary>
        public TaskCompletionSource<LedgerAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool GivesUp() => cancellation.IsCancellationRequested && Answer.TrySetCanceled(cancellation);
    }
}
