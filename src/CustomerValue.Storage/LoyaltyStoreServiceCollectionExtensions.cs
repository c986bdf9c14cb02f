using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a host's loyalty programme a store: <c>services.AddLoyaltyProgram(…).UseSqlite(path)</c>.</summary>
public static class LoyaltyStoreServiceCollectionExtensions
{
    /// <summary>Keeps the ledger in a file of SQLite: the <see cref="LoyaltyLedger"/> of the host is opened from it, and the <see cref="ILifecycleStore"/> is in it. Tables are not made; see <see cref="SqlLoyaltyStore.Migrate"/>.</summary>
    /// <param name="services">The services, with a programme.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Prefix and waiting; null for the defaults.</param>
    public static IServiceCollection UseSqlite(this IServiceCollection services, string path, StoreOptions? options = null) =>
        Use(services, () => SqlLoyaltyStore.Sqlite(path, options));

    /// <summary>Keeps the ledger in PostgreSQL: the <see cref="LoyaltyLedger"/> of the host is opened from it, and the <see cref="ILifecycleStore"/> is in it. Tables are not made; see <see cref="SqlLoyaltyStore.Migrate"/>.</summary>
    /// <param name="services">The services, with a programme.</param>
    /// <param name="connection">A connection string of Npgsql.</param>
    /// <param name="options">Prefix and schema; null for the defaults.</param>
    public static IServiceCollection UsePostgreSql(this IServiceCollection services, string connection, StoreOptions? options = null) =>
        Use(services, () => SqlLoyaltyStore.PostgreSql(connection, options));

    /// <summary>Adds a <see cref="LoyaltyWriter"/> for the store: many events in one transaction, for hosts with a high load.</summary>
    /// <param name="services">The services, with a programme and a store.</param>
    /// <param name="options">Sizes and waiting; null for the defaults.</param>
    public static IServiceCollection UseGroupCommit(this IServiceCollection services, WriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Replace(ServiceDescriptor.Singleton(provider => new LoyaltyWriter(provider.GetRequiredService<ProgramVersions>(), provider.GetRequiredService<ILoyaltyStore>(), options)));
        return services;
    }

    private static IServiceCollection Use(IServiceCollection services, Func<SqlLoyaltyStore> open)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Replace(ServiceDescriptor.Singleton(_ => open()));
        services.Replace(ServiceDescriptor.Singleton<ILoyaltyStore>(provider => provider.GetRequiredService<SqlLoyaltyStore>()));
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<SqlLoyaltyStore>().Lifecycle));
        services.Replace(ServiceDescriptor.Singleton(provider => LoyaltyLedger.Open(provider.GetRequiredService<ProgramVersions>(), provider.GetRequiredService<ILoyaltyStore>())));
        return services;
    }
}
