namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>What a customer known to be alive buys within a time &gt; 0.</summary>
internal readonly struct BuyerCount<TBuyer>(TBuyer buyer, double t) : ICount
    where TBuyer : struct, IBuyer
{
    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>.</summary>
    public static int Quantile(TBuyer buyer, double t, double level) => t == 0 ? 0 : CountQuantile.Of(new BuyerCount<TBuyer>(buyer, t), 1 - level);

    public double AtLeast(int n) => buyer.AtLeast(n, t);
}
