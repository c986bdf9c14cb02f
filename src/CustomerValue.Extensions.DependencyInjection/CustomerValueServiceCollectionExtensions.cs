using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.DependencyInjection;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds customer value to a host's services.</summary>
public static class CustomerValueServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="Appraiser"/> and every part that the library has, by name: <c>bg-nbd</c>, <c>mbg-nbd</c>, <c>pareto-nbd-hb</c>, <c>pareto-nbd-abe</c>; <c>gamma-gamma</c>; <c>rfm</c>; <c>share</c>.
    /// Everything is a singleton. Calling it again adds to what was registered and takes nothing back.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds parts of your own and chooses between them; null for the defaults.</param>
    public static IServiceCollection AddCustomerValue(this IServiceCollection services, Action<CustomerValueBuilder>? configure = null)
    {
        if (services is null)
            throw new ArgumentNullException(nameof(services));
        CustomerValueBuilder builder = new(services);
        if (services.All(service => service.ServiceType != typeof(RegisteredPart)))
        {
            AddParts(builder);
            services.AddOptionsWithValidateOnStart<CustomerValueOptions>();
            services.AddSingleton<IValidateOptions<CustomerValueOptions>, CustomerValueOptionsCheck>();
            services.TryAddSingleton(Compose);
        }

        configure?.Invoke(builder);
        return services;
    }

    private static void AddParts(CustomerValueBuilder parts) => parts
        .AddPurchaseModel<BgNbdEstimator>("bg-nbd")
        .AddPurchaseModel<MbgNbdEstimator>("mbg-nbd")
        .AddPurchaseModel<ParetoNbdHbEstimator>("pareto-nbd-hb")
        .AddPurchaseModel<ParetoNbdAbeEstimator>("pareto-nbd-abe")
        .AddSpendModel<GammaGammaEstimator>("gamma-gamma")
        .AddSegmentation<RfmStrategy>("rfm")
        .AddContribution<ContributionCalculator>("share");

    private static Appraiser Compose(IServiceProvider provider)
    {
        CustomerValueOptions chosen = provider.GetRequiredService<IOptions<CustomerValueOptions>>().Value;
        return new Appraiser(
            provider.GetRequiredKeyedService<IPurchaseModelEstimator>(chosen.PurchaseModel),
            provider.GetRequiredKeyedService<ISpendModelEstimator>(chosen.SpendModel),
            provider.GetRequiredKeyedService<ISegmentationStrategy>(chosen.Segmentation),
            provider.GetRequiredKeyedService<IContributionCalculator>(chosen.Contribution),
            chosen.Appraisal);
    }
}
