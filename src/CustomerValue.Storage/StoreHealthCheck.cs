using System.Globalization;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerValue.Storage;

/// <summary>Whether the store can be reached, has the schema of this library, and lets a writer begin; and whether the journals of a few members are as they were written, of others each time.</summary>
internal sealed class StoreHealthCheck(ILoyaltyStore store, int sample) : IHealthCheck
{
    private long next;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.Run(() => Check(context.Registration.FailureStatus, cancellationToken), cancellationToken);

    private HealthCheckResult Check(HealthStatus failure, CancellationToken cancellation)
    {
        try
        {
            // Nothing is written: what was begun is given up.
            store.Write(0).Dispose();
            using ILoyaltySession now = store.Read();
            long last = now.LastMember;
            for (int at = 0; at < Math.Min(sample, last); at++)
            {
                cancellation.ThrowIfCancellationRequested();
                long member = ((Interlocked.Increment(ref next) - 1) % last) + 1;
                if (now.Check(member) is { } fault)
                    return new(failure, string.Create(CultureInfo.InvariantCulture, $"Member {fault.Member}, entry {fault.Sequence}: {fault.Message} Stop writing, and restore the last backup that verifies."));
            }

            return HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{last} members; the journals of {Math.Min(sample, last)} of them are as they were written."));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(failure, error.Message, error);
        }
    }
}
