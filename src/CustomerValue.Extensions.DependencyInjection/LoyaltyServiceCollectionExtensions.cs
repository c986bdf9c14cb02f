using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a loyalty programme to a host's services.</summary>
public static class LoyaltyServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="ProgramVersions"/>, the last of them as <see cref="CompiledProgram"/>, and an empty <see cref="LoyaltyLedger"/> of them in memory, all as singletons.
    /// Programmes are loaded at once, so that a host with a wrong one doesn't start. Calling it again replaces the programme and its ledger.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="versions">The versions of one programme, each in force on days of its own; at least one.</param>
    /// <exception cref="ProgramRejectedException">A version has errors; names all of them.</exception>
    /// <exception cref="ArgumentException">There is no version, they are of different programmes, or two are in force on one day.</exception>
    public static IServiceCollection AddLoyaltyProgram(this IServiceCollection services, params LoyaltyProgram[] versions)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        if (versions is null)
            throw new ArgumentNullException(nameof(versions));
        ProgramVersions programs = new([.. versions.Select(CompiledProgram.Load)]);
        services.Replace(ServiceDescriptor.Singleton(programs));
        services.Replace(ServiceDescriptor.Singleton(programs.All[programs.All.Count - 1]));
        services.Replace(ServiceDescriptor.Singleton(provider => new LoyaltyLedger(provider.GetRequiredService<ProgramVersions>())));
        return services;
    }
}
