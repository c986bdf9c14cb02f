using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks of a host with a loyalty store: <c>services.AddHealthChecks().AddLoyaltyStore()</c>.</summary>
public static class LoyaltyStoreHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the host's <see cref="ILoyaltyStore"/>: it can be reached, has the right schema and lets a writer begin, and the journals of a few members are as they were written, of others each time.</summary>
    /// <param name="builder">The checks.</param>
    /// <param name="name">The name of this one.</param>
    /// <param name="sample">How many members are looked at each time: 0 to 10,000.</param>
    /// <param name="failureStatus">What is told where something is wrong; null for unhealthy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample is out of its range.</exception>
    public static IHealthChecksBuilder AddLoyaltyStore(this IHealthChecksBuilder builder, string name = "loyalty-store", int sample = 10, HealthStatus? failureStatus = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (sample is < 0 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(sample), sample, "Between 0 and 10,000 members are looked at.");
        // One for the life of the host, as it goes on from where it was.
        StoreHealthCheck? check = null;
        return builder.Add(new HealthCheckRegistration(name, provider => LazyInitializer.EnsureInitialized(ref check, () => new StoreHealthCheck(provider.GetRequiredService<ILoyaltyStore>(), sample)), failureStatus, null));
    }
}
