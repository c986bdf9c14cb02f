using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.DependencyInjection;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Segmentation.Psychographic;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.ThreeValues;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds customer value to a host's services.</summary>
public static class CustomerValueServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="Appraiser"/> and every part that the library has by its name: all models of purchases and of spend, every strategy of segmentation that works without options, every recommender, <c>share</c>.
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
            foreach (IRecommenderEstimator recommender in RecommenderCandidate.Defaults)
                builder.AddRecommender(recommender.Name, _ => recommender);
            services.AddOptionsWithValidateOnStart<CustomerValueOptions>();
            services.AddSingleton<IValidateOptions<CustomerValueOptions>, CustomerValueOptionsCheck>();
            services.TryAddSingleton(Compose);
            services.TryAddSingleton(RetailLifecycle.Create());
            services.TryAddSingleton(provider => new LifecycleMachine(provider.GetRequiredService<LifecycleDefinition>()));
        }

        configure?.Invoke(builder);
        return services;
    }

    private static void AddParts(CustomerValueBuilder parts) => parts
        .AddPurchaseModel<NbdEstimator>("nbd")
        .AddPurchaseModel<ParetoNbdEstimator>("pareto-nbd")
        .AddPurchaseModel<ParetoNbdCorrelatedEstimator>("pareto-nbd-correlated")
        .AddPurchaseModel<BgNbdEstimator>("bg-nbd")
        .AddPurchaseModel<MbgNbdEstimator>("mbg-nbd")
        .AddPurchaseModel<BgCnbdKEstimator>("bg-cnbd-k")
        .AddPurchaseModel<MbgCnbdKEstimator>("mbg-cnbd-k")
        .AddPurchaseModel<GgomNbdEstimator>("ggom-nbd")
        .AddPurchaseModel<BgBbEstimator>("bg-bb")
        .AddPurchaseModel<ParetoNbdHbEstimator>("pareto-nbd-hb")
        .AddPurchaseModel<ParetoNbdAbeEstimator>("pareto-nbd-abe")
        .AddPurchaseModel<ParetoGggEstimator>("pareto-ggg")
        .AddSpendModel<GammaGammaEstimator>("gamma-gamma")
        .AddSpendModel<GammaGammaEachEstimator>("gamma-gamma-each")
        .AddSegmentation<RfmStrategy>("rfm")
        .AddSegmentation<DemographicStrategy>("demographic")
        .AddSegmentation<BehavioralStrategy>("behavioral")
        .AddSegmentation<PsychographicStrategy>("psychographic")
        .AddSegmentation<LatentClassStrategy>("latent-class")
        .AddSegmentation<GeographicStrategy>("geographic")
        .AddSegmentation<CatchmentStrategy>("catchment")
        .AddSegmentation<GeohashStrategy>("geohash")
        .AddSegmentation<DbscanStrategy>("dbscan")
        .AddSegmentation<KMeansStrategy>("kmeans")
        .AddSegmentation<MixtureStrategy>("mixture")
        .AddSegmentation<KPrototypesStrategy>("kprototypes")
        .AddSegmentation<MedoidsStrategy>("medoids")
        .AddSegmentation("three-values", provider => new ThreeValueStrategy(provider.GetRequiredService<IOptions<CustomerValueOptions>>().Value.ThreeValues))
        .AddContribution<ContributionCalculator>("share");

    private static Appraiser Compose(IServiceProvider provider)
    {
        CustomerValueOptions chosen = provider.GetRequiredService<IOptions<CustomerValueOptions>>().Value;
        return new Appraiser(
            provider.GetRequiredKeyedService<IPurchaseModelEstimator>(chosen.PurchaseModel),
            provider.GetRequiredKeyedService<ISpendModelEstimator>(chosen.SpendModel),
            provider.GetRequiredKeyedService<ISegmentationStrategy>(chosen.Segmentation),
            provider.GetRequiredKeyedService<IContributionCalculator>(chosen.Contribution),
            chosen.Appraisal,
            [.. chosen.FurtherSegmentations.Select(provider.GetRequiredKeyedService<ISegmentationStrategy>)],
            chosen.ThreeValues,
            chosen.Kappa);
    }
}
