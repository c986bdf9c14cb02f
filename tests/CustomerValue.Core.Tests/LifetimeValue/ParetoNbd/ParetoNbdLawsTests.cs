using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

public sealed class ParetoNbdLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new ParetoNbdModel(0.553, 10.578, 0.606, 11.669, TimeUnit.Week),
        new ParetoNbdModel(12, 0.5, 1, 40, TimeUnit.Week),
        new ParetoNbdModel(0.01, 300, 5, 0.02, TimeUnit.Week),
        new ParetoNbdModel(0.5, 11, 0.001, 11, TimeUnit.Week),
    ];
}
