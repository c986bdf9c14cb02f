using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <content>The same numbers for columns, on all processors and the same to the last bit; and what is refused.</content>
public sealed partial class ParetoNbdDynamicScorer
{
    /// <summary>Rows that one worker takes at once.</summary>
    private const int Chunk = 256;

    /// <summary>Log-likelihood of every history.</summary>
    public void LogLikelihood(CovariateHistories histories, Span<double> logLikelihood) => Each(histories, 0, logLikelihood, LogLikelihood);

    /// <summary>Probability alive of every customer.</summary>
    public void ProbabilityAlive(CovariateHistories histories, Span<double> alive) => Each(histories, 0, alive, ProbabilityAlive);

    /// <summary>Probability of every customer to be alive at T + <paramref name="horizon"/>.</summary>
    public void ProbabilityAlive(CovariateHistories histories, double horizon, Span<double> alive) =>
        Each(histories, Horizon(horizon), alive, customer => ProbabilityAlive(customer, horizon));

    /// <summary>Expected purchases of every customer in (T, T + <paramref name="horizon"/>].</summary>
    public void ExpectedPurchases(CovariateHistories histories, double horizon, Span<double> purchases) =>
        Each(histories, Horizon(horizon), purchases, customer => ExpectedPurchases(customer, horizon));

    /// <summary>Discounted expected purchases of every customer in (T, T + <paramref name="horizon"/>]; with a horizon of +∞ this is DERT, and the rate must be &gt; 0.</summary>
    public void DiscountedExpectedPurchases(CovariateHistories histories, double horizon, double discountRate, Span<double> purchases)
    {
        if (double.IsPositiveInfinity(horizon))
            Each(histories, horizon, purchases, customer => DiscountedExpectedResidualTransactions(customer, discountRate));
        else
            Each(histories, Horizon(horizon), purchases, customer => DiscountedExpectedPurchases(customer, horizon, discountRate));
    }

    private void Each(CovariateHistories histories, double horizon, Span<double> scores, Func<CovariateHistory, double> score)
    {
        if (histories is null)
            throw new ArgumentNullException(nameof(histories));
        if (scores.Length != histories.Count)
            throw new ArgumentException($"The output has {scores.Length} places for {histories.Count} customers; it needs one a customer.", nameof(scores));
        if (!histories.Paths.Names.SequenceEqual(Paths.Names))
            throw new ArgumentException($"The histories' covariates are {string.Join(", ", histories.Paths.Names)}, the paths' {string.Join(", ", Paths.Names)}; they must be the same in the same order.", nameof(histories));
        if (histories.Paths.Unit != Paths.Unit || histories.Paths.Count != Paths.Count)
            throw new ArgumentException("The histories lie on paths of another unit or number; a scenario changes values only.", nameof(histories));
        double[] results = new double[scores.Length];
        Partitions.For(
            (scores.Length + Chunk - 1) / Chunk,
            Partitions.Workers,
            (_, chunk) =>
            {
                for (int row = chunk * Chunk; row < Math.Min(results.Length, (chunk + 1) * Chunk); row++)
                    results[row] = score(histories[row]);
            },
            CancellationToken.None);
        results.AsSpan().CopyTo(scores);
    }

    private CovariateHistory Check(CovariateHistory customer, double horizon = 0)
    {
        if (customer is null)
            throw new ArgumentNullException(nameof(customer));
        if (customer.Sums.Count != Paths.Names.Count || customer.Path >= Paths.Count)
            throw new ArgumentException($"The customer lies on path {customer.Path} of {customer.Sums.Count} covariates; there are {Paths.Count} paths of {Paths.Names.Count}.", nameof(customer));
        Covered(customer, customer.Summary.Age + horizon);
        return customer;
    }

    private void Covered(CovariateHistory customer, double time)
    {
        double end = Paths.End(customer.Path);
        if (Paths.Continuation == PathContinuation.None && customer.Start + time > end * (1 + 1e-9))
            throw new ArgumentOutOfRangeException("horizon", time, $"From {customer.Start} on this leads beyond {end}, where the covariates end; give the covariates to come, or say by a {nameof(PathContinuation)} what holds after the last period.");
    }

    private static double Horizon(double horizon) => horizon >= 0 && !double.IsInfinity(horizon)
        ? horizon
        : throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite number ≥ 0, in the model's unit.");

    private double PositiveRate(double discountRate) => discountRate > 0
        ? Model.Unit.ContinuousRate(discountRate)
        : throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "Over an unbounded horizon the discount rate must be > 0 a year; 0.10 is 10 %.");
}
