using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;

namespace CustomerValue.Tests.LifetimeValue.GgomNbd;

/// <summary>The laws of every model; with hazards that grow, that fall first, that are as good as Pareto/NBD's, steep, tiny and huge.</summary>
public sealed class GgomNbdLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new GgomNbdModel(0.8, 9, 0.06, 0.7, 3, TimeUnit.Week), new GgomNbdModel(0.55, 10.6, 1e-8, 0.6, 1.2e-7, TimeUnit.Week),
        new GgomNbdModel(0.55, 10.6, 0.02, 0.6, 0.3, TimeUnit.Week), new GgomNbdModel(2, 20, 0.3, 1.5, 1000, TimeUnit.Week),
        new GgomNbdModel(30, 50, 25, 0.01, 40, TimeUnit.Week), new GgomNbdModel(1, 5, 0.1, 4000, 1e6, TimeUnit.Week),
        new GgomNbdModel(0.01, 0.5, 0.01, 0.01, 0.01, TimeUnit.Week), new GgomNbdModel(0.5, 8, 0.04, 0.6, 1, TimeUnit.Week),
    ];
}
