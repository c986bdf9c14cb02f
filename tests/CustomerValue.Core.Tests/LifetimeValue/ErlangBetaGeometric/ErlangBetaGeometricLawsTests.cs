using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.MbgCnbdK;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

public sealed class BgCnbdKLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new BgCnbdKModel(0.227, 1.463, 0.944, 2.074, 2, TimeUnit.Week),
        new BgCnbdKModel(12, 0.5, 0.01, 40, 3, TimeUnit.Week),
        new BgCnbdKModel(0.01, 300, 5, 0.02, 7, TimeUnit.Week),
    ];
}

public sealed class MbgCnbdKLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new MbgCnbdKModel(0.533, 1.258, 1.289, 1.845, 3, TimeUnit.Week),
        new MbgCnbdKModel(12, 0.5, 0.01, 40, 2, TimeUnit.Week),
        new MbgCnbdKModel(0.01, 300, 5, 0.02, 12, TimeUnit.Week),
        new MbgCnbdKModel(0.525, 6.183, 0.891, 1.614, 1, TimeUnit.Week),
    ];
}
