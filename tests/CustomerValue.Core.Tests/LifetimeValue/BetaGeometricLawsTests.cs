using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

public sealed class BgNbdLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week),
        new BgNbdModel(12, 0.5, 0.01, 40, TimeUnit.Week),
        new BgNbdModel(0.01, 300, 5, 0.02, TimeUnit.Week),
    ];
}

public sealed class MbgNbdLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new MbgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week),
        new MbgNbdModel(12, 0.5, 0.01, 40, TimeUnit.Week),
        new MbgNbdModel(0.01, 300, 5, 0.02, TimeUnit.Week),
    ];
}
