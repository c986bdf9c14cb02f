namespace CustomerValue.LifetimeValue;

/// <summary>How many purchases a customer who is alive makes in a horizon: P(0), P(1), … as far as they matter.</summary>
public sealed class PurchaseDistribution
{
    /// <summary>Probability of exactly <paramref name="purchases"/> purchases.</summary>
    public double Probability(int purchases) => throw new NotImplementedException();

    /// <summary>The smallest n with P(N ≤ n) ≥ <paramref name="probability"/>, where the customer is alive with probability <paramref name="alive"/>.</summary>
    public int Quantile(double alive, double probability) => throw new NotImplementedException();
}
