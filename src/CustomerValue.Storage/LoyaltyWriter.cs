using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>
/// Group commit: answers events of many callers, many in one transaction, which is many times as fast as one by one where each transaction waits for the disk. An answer is given
/// only once its transaction is in the store. Events of one member are answered in the order in which they came; those of others may be answered before or after.
/// Safe for many threads. A small host needs none of it: <see cref="LoyaltyLedger.Handle(LoyaltyEvent)"/> is a transaction by itself.
/// </summary>
public sealed class LoyaltyWriter : IAsyncDisposable
{
    private readonly WriterLane[] lanes;

    /// <summary>Opens the ledger of a store once for each lane.</summary>
    /// <param name="programs">The versions of the programme.</param>
    /// <param name="store">The store.</param>
    /// <param name="options">Sizes and waiting; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LoyaltyWriter(ProgramVersions programs, ILoyaltyStore store, WriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(programs);
        ArgumentNullException.ThrowIfNull(store);
        WriterOptions chosen = (options ?? new()).Checked();
        lanes = [.. Enumerable.Range(0, chosen.Lanes).Select(_ => new WriterLane(LoyaltyLedger.Open(programs, store), chosen))];
    }

    /// <summary>Hands an event over; the answer comes once the store has it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellation">Gives the event up while it waits; once it is being written, it is answered.</param>
    /// <returns>The answer. It fails with what <see cref="LoyaltyLedger.Handle(LoyaltyEvent)"/> throws; where the store could not be reached nothing tells whether the event was written, and the same event is to be sent again.</returns>
    /// <exception cref="ObjectDisposedException">The writer takes no more events.</exception>
    public Task<LedgerAnswer> HandleAsync(LoyaltyEvent happened, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        // The same member has the same lane, so that lanes seldom meet.
        return lanes[(uint)happened.Member.GetHashCode() % (uint)lanes.Length].HandleAsync(happened, cancellation);
    }

    /// <summary>Takes no more events and returns once those that came before are answered.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (WriterLane lane in lanes)
            lane.Close();
        foreach (WriterLane lane in lanes)
            await lane.Ended.ConfigureAwait(false);
    }
}
