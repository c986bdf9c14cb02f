namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>A customer known to be alive.</summary>
internal interface IBuyer
{
    /// <summary>P(N(t) ≥ n), n ≥ 1.</summary>
    double AtLeast(int n, double t);
}
