namespace CustomerValue.LifetimeValue;

/// <summary>A random count of which the tails are known.</summary>
internal interface ICount
{
    /// <summary>Something that falls with n as P(N ≥ n) does, n ≥ 1.</summary>
    double AtLeast(int n);
}
