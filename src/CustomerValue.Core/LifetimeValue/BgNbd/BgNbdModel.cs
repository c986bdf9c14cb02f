using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.BgNbd;

/// <summary>The BG/NBD model.</summary>
public sealed class BgNbdModel : PurchaseModel
{
    /// <summary>Makes a model from its parameters, all finite and &gt; 0.</summary>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
        : base(unit)
    {
        Parameters = [new("r", r), new("alpha", alpha), new("a", a), new("b", b)];
    }

    /// <inheritdoc/>
    public override string Name => "bg-nbd";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseSummary customer) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseSummary customer) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override double ExpectedPurchases(double horizon) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override double ProbabilityOfPurchases(int purchases, double horizon) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override IReadOnlyList<double> SimulatePurchaseTimes(Random random, double horizon) => throw new NotImplementedException();

    /// <inheritdoc/>
    protected override double ExpectedPurchasesIfAlive(int frequency, double age, double horizon) => throw new NotImplementedException();

    /// <inheritdoc/>
    protected override double DiscountedPurchasesIfAlive(int frequency, double age, double horizon, double continuousRate) => throw new NotImplementedException();

    /// <inheritdoc/>
    protected override PurchaseDistribution PurchasesIfAlive(int frequency, double age, double horizon) => throw new NotImplementedException();
}
