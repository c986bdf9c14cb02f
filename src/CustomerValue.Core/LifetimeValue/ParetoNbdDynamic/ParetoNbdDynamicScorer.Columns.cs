using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <content>The same numbers for columns, on all processors and the same to the last bit; and what is refused.</content>
public sealed partial class ParetoNbdDynamicScorer
{
    /// <summary>Rows that one worker takes at once.</summary>
    private const int Chunk = 256;

    private delegate double Score(in DynamicCustomer customer);

    /// <summary>Log-likelihood of every history.</summary>
    public void LogLikelihood(CovariateHistories histories, Span<double> logLikelihood) =>
        Each(histories, 0, logLikelihood, (in DynamicCustomer customer) => LogLikelihood(customer, histories.Sums(customer.Row)));

    /// <summary>Probability alive of every customer.</summary>
    public void ProbabilityAlive(CovariateHistories histories, Span<double> alive) =>
        Each(histories, 0, alive, (in DynamicCustomer customer) => State(customer).Alive);

    /// <summary>Probability of every customer to be alive at T + <paramref name="horizon"/>.</summary>
    public void ProbabilityAlive(CovariateHistories histories, double horizon, Span<double> alive) =>
        Each(histories, Horizon(horizon), alive, (in DynamicCustomer customer) => ProbabilityAlive(customer, horizon));

    /// <summary>Expected purchases of every customer in (T, T + <paramref name="horizon"/>].</summary>
    public void ExpectedPurchases(CovariateHistories histories, double horizon, Span<double> purchases) =>
        Each(histories, Horizon(horizon), purchases, (in DynamicCustomer customer) => Purchases(customer, 0, horizon, 0));

    /// <summary>Discounted expected purchases of every customer in (T, T + <paramref name="horizon"/>]; with a horizon of +∞ this is DERT, and the rate must be &gt; 0.</summary>
    public void DiscountedExpectedPurchases(CovariateHistories histories, double horizon, double discountRate, Span<double> purchases)
    {
        if (!double.IsPositiveInfinity(horizon))
        {
            double finite = Model.Unit.ContinuousRate(discountRate);
            Each(histories, Horizon(horizon), purchases, (in DynamicCustomer customer) => Purchases(customer, 0, horizon, finite));
            return;
        }

        double rate = PositiveRate(discountRate);
        YearMeasure?[] years = Enumerable.Range(0, Paths.Count).Select(path => Year(path, rate)).ToArray();
        Each(histories, horizon, purchases, (in DynamicCustomer customer) => Purchases(customer, 0, horizon, rate, years[customer.Path]));
    }

    private void Each(CovariateHistories histories, double horizon, Span<double> scores, Score score)
    {
        if (histories is null)
            throw new ArgumentNullException(nameof(histories));
        if (scores.Length != histories.Count)
            throw new ArgumentException($"The output has {scores.Length} places for {histories.Count} customers; it needs one a customer.", nameof(scores));
        if (!histories.Paths.Names.SequenceEqual(Paths.Names))
            throw new ArgumentException($"The histories' covariates are {string.Join(", ", histories.Paths.Names)}, the paths' {string.Join(", ", Paths.Names)}; they must be the same in the same order.", nameof(histories));
        if (histories.Paths.Unit != Paths.Unit || histories.Paths.Count != Paths.Count)
            throw new ArgumentException("The histories lie on paths of another unit or number; a scenario changes values only.", nameof(histories));
        // Threads can't write to a span; what they write to is borrowed.
        double[] results = ArrayPool<double>.Shared.Rent(scores.Length);
        int count = scores.Length;
        Partitions.For(
            (count + Chunk - 1) / Chunk,
            Partitions.Workers,
            (_, chunk) =>
            {
                for (int row = chunk * Chunk; row < Math.Min(count, (chunk + 1) * Chunk); row++)
                {
                    DynamicCustomer customer = Place(histories, row);
                    Covered(customer, customer.Age + horizon);
                    results[row] = score(customer);
                }
            },
            CancellationToken.None);
        results.AsSpan(0, count).CopyTo(scores);
        ArrayPool<double>.Shared.Return(results);
    }

    private DynamicCustomer Place(CovariateHistory customer, double horizon = 0)
    {
        if (customer is null)
            throw new ArgumentNullException(nameof(customer));
        if (customer.Sums.Count != Paths.Names.Count || customer.Path >= Paths.Count)
            throw new ArgumentException($"The customer lies on path {customer.Path} of {customer.Sums.Count} covariates; there are {Paths.Count} paths of {Paths.Names.Count}.", nameof(customer));
        DynamicCustomer place = new() { Path = customer.Path, Frequency = customer.Summary.Frequency, Start = customer.Start, Recency = customer.Summary.Recency, Age = customer.Summary.Age };
        Covered(place, place.Age + horizon);
        return place;
    }

    private static DynamicCustomer Place(CovariateHistories histories, int row) => new()
    {
        Path = histories.PathOf(row),
        Frequency = histories.Columns.Frequency[row],
        Start = histories.Start[row],
        Recency = histories.Columns.Recency[row],
        Age = histories.Columns.Age[row],
        Row = row,
    };

    private void Covered(in DynamicCustomer customer, double horizon)
    {
        double end = Paths.End(customer.Path);
        if (Paths.Continuation == PathContinuation.None && customer.Start + horizon > end * (1 + 1e-9))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"From {customer.Start} on this leads beyond {end}, where the covariates end; give the covariates to come, or say by a {nameof(PathContinuation)} what holds after the last period.");
    }

    private static double Horizon(double horizon) => horizon >= 0 && !double.IsInfinity(horizon)
        ? horizon
        : throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite number ≥ 0, in the model's unit.");

    private double PositiveRate(double discountRate) => discountRate > 0
        ? Model.Unit.ContinuousRate(discountRate)
        : throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "Over an unbounded horizon the discount rate must be > 0 a year; 0.10 is 10 %.");
}
