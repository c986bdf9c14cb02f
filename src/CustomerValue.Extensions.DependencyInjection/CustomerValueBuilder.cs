using CustomerValue.Contribution;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.LifetimeValue;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerValue.DependencyInjection;

/// <summary>
/// Registers models, strategies, calculators and recommenders by name, as singletons, and chooses which of them the appraiser is composed of.
/// Each can be asked for by name as a keyed service, or all of a kind as <see cref="IEnumerable{T}"/>. A name registered again replaces what it named.
/// </summary>
public sealed class CustomerValueBuilder
{
    internal CustomerValueBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services into which all is registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers a purchase model's estimator, made by the container.</summary>
    public CustomerValueBuilder AddPurchaseModel<T>(string name)
        where T : class, IPurchaseModelEstimator => Add<IPurchaseModelEstimator>(name, ServiceDescriptor.KeyedSingleton<IPurchaseModelEstimator, T>(name));

    /// <summary>Registers a purchase model's estimator, made by <paramref name="make"/> when first asked for.</summary>
    public CustomerValueBuilder AddPurchaseModel(string name, Func<IServiceProvider, IPurchaseModelEstimator> make) =>
        Add<IPurchaseModelEstimator>(name, ServiceDescriptor.KeyedSingleton(name, Keyed(make)));

    /// <summary>Registers a spend model's estimator, made by the container.</summary>
    public CustomerValueBuilder AddSpendModel<T>(string name)
        where T : class, ISpendModelEstimator => Add<ISpendModelEstimator>(name, ServiceDescriptor.KeyedSingleton<ISpendModelEstimator, T>(name));

    /// <summary>Registers a spend model's estimator, made by <paramref name="make"/> when first asked for.</summary>
    public CustomerValueBuilder AddSpendModel(string name, Func<IServiceProvider, ISpendModelEstimator> make) =>
        Add<ISpendModelEstimator>(name, ServiceDescriptor.KeyedSingleton(name, Keyed(make)));

    /// <summary>Registers a segmentation strategy, made by the container.</summary>
    public CustomerValueBuilder AddSegmentation<T>(string name)
        where T : class, ISegmentationStrategy => Add<ISegmentationStrategy>(name, ServiceDescriptor.KeyedSingleton<ISegmentationStrategy, T>(name));

    /// <summary>Registers a segmentation strategy, made by <paramref name="make"/> when first asked for.</summary>
    public CustomerValueBuilder AddSegmentation(string name, Func<IServiceProvider, ISegmentationStrategy> make) =>
        Add<ISegmentationStrategy>(name, ServiceDescriptor.KeyedSingleton(name, Keyed(make)));

    /// <summary>Registers a contribution calculator, made by the container.</summary>
    public CustomerValueBuilder AddContribution<T>(string name)
        where T : class, IContributionCalculator => Add<IContributionCalculator>(name, ServiceDescriptor.KeyedSingleton<IContributionCalculator, T>(name));

    /// <summary>Registers a contribution calculator, made by <paramref name="make"/> when first asked for.</summary>
    public CustomerValueBuilder AddContribution(string name, Func<IServiceProvider, IContributionCalculator> make) =>
        Add<IContributionCalculator>(name, ServiceDescriptor.KeyedSingleton(name, Keyed(make)));

    /// <summary>Registers a recommender's estimator, made by the container.</summary>
    public CustomerValueBuilder AddRecommender<T>(string name)
        where T : class, IRecommenderEstimator => Add<IRecommenderEstimator>(name, ServiceDescriptor.KeyedSingleton<IRecommenderEstimator, T>(name));

    /// <summary>Registers a recommender's estimator, made by <paramref name="make"/> when first asked for.</summary>
    public CustomerValueBuilder AddRecommender(string name, Func<IServiceProvider, IRecommenderEstimator> make) =>
        Add<IRecommenderEstimator>(name, ServiceDescriptor.KeyedSingleton(name, Keyed(make)));

    /// <summary>Composes the appraiser with this purchase model.</summary>
    public CustomerValueBuilder UsePurchaseModel(string name) => Configure(options => options.PurchaseModel = name);

    /// <summary>Composes the appraiser with this spend model.</summary>
    public CustomerValueBuilder UseSpendModel(string name) => Configure(options => options.SpendModel = name);

    /// <summary>Composes the appraiser with this segmentation strategy.</summary>
    public CustomerValueBuilder UseSegmentation(string name) => Configure(options => options.Segmentation = name);

    /// <summary>Gives every customer a further segment by each of these strategies, after those named before.</summary>
    public CustomerValueBuilder AlsoSegment(params string[] names) =>
        Configure(options => options.FurtherSegmentations = [.. options.FurtherSegmentations, .. names]);

    /// <summary>Composes the appraiser with this contribution calculator.</summary>
    public CustomerValueBuilder UseContribution(string name) => Configure(options => options.Contribution = name);

    /// <summary>Makes this lifecycle the one that <see cref="LifecycleDefinition"/> and <see cref="LifecycleMachine"/> stand for. Default: that of retail.</summary>
    public CustomerValueBuilder UseLifecycle(LifecycleDefinition definition)
    {
        if (definition is null)
            throw new ArgumentNullException(nameof(definition));
        Services.Replace(ServiceDescriptor.Singleton(definition));
        return this;
    }

    /// <summary>Sets options; they are checked, all at once, when the appraiser is first asked for or the host starts.</summary>
    public CustomerValueBuilder Configure(Action<CustomerValueOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    private static Func<IServiceProvider, object?, TPart> Keyed<TPart>(Func<IServiceProvider, TPart> make)
    {
        if (make is null)
            throw new ArgumentNullException(nameof(make));
        return (provider, _) => make(provider);
    }

    private CustomerValueBuilder Add<TPart>(string name, ServiceDescriptor descriptor)
        where TPart : class
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A part needs a name by which it is asked for, such as 'mine'.", nameof(name));
        Services.RemoveAllKeyed<TPart>(name);
        Services.Add(descriptor);
        RegisteredPart part = new(typeof(TPart), name);
        if (Services.Any(service => !service.IsKeyedService && part.Equals(service.ImplementationInstance)))
            return this;
        Services.AddSingleton(part);
        Services.AddSingleton(provider => provider.GetRequiredKeyedService<TPart>(name));
        return this;
    }
}
