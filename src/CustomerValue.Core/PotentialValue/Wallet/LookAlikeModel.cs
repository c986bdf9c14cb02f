using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>
/// What customers can spend, as a quantile of what customers like them spend: a model says how much each customer whom it was fitted to counts as a
/// look-alike. A high quantile, never the mean: half of the look-alikes spend elsewhere too. Immutable and thread-safe.
/// </summary>
public abstract class LookAlikeModel
{
    private const int RowsAPart = 64;

    /// <summary>Places of the fitted rows when sorted by what they spend.</summary>
    private readonly int[] ranks;
    private readonly double[] sorted;

    private protected LookAlikeModel(IReadOnlyList<string> features, double[] spend)
    {
        Features = features;
        int[] order = new int[spend.Length];
        for (int row = 0; row < order.Length; row++)
            order[row] = row;
        sorted = (double[])spend.Clone();
        Array.Sort(sorted, order);
        ranks = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
    }

    /// <summary>The model's name, such as <c>forest</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The features that rows must have, in order.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>How many customers it was fitted to.</summary>
    public int Count => ranks.Length;

    /// <summary>What one customer can spend.</summary>
    /// <param name="features">One value for each of <see cref="Features"/>; NaN where nothing is known.</param>
    /// <param name="tau">The quantile, in (0, 1); 0.9 is usual.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    public WalletEstimate Estimate(ReadOnlySpan<double> features, double tau = 0.9, double level = 0.9)
    {
        if (features.Length != Features.Count)
            throw new ArgumentException($"{features.Length} values for {Features.Count} features; give one for each of {string.Join(", ", Features)}.", nameof(features));
        double z = Check(tau, level);
        double[] weights = new double[Count];
        Weigh(features, weights);
        return Read(weights, tau, z);
    }

    /// <summary>What customers can spend. The same for any number of threads.</summary>
    /// <param name="customers">Rows with the columns <see cref="Features"/>, in that order.</param>
    /// <param name="estimates">Filled; one a row.</param>
    /// <param name="tau">The quantile, in (0, 1); 0.9 is usual.</param>
    /// <param name="level">How much the intervals cover, in (0, 1).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Estimate(WalletTable customers, Memory<WalletEstimate> estimates, double tau = 0.9, double level = 0.9, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (!customers.Names.SequenceEqual(Features))
            throw new DataRejectedException(new DataProblem { Field = "features", Value = string.Join(", ", customers.Names), Message = $"are not those of the model: {string.Join(", ", Features)}." });
        ForEach(customers.Rows, estimates, tau, level, (row, features, weights) =>
        {
            customers.CopyRow(row, features);
            Weigh(features, weights);
        }, cancellationToken);
    }

    /// <summary>What the fitted customers can spend, each judged without its own spend. The same for any number of threads.</summary>
    /// <param name="estimates">Filled; one for each fitted row, in the order in which they were given.</param>
    /// <param name="tau">The quantile, in (0, 1); 0.9 is usual.</param>
    /// <param name="level">How much the intervals cover, in (0, 1).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void EstimateFitted(Memory<WalletEstimate> estimates, double tau = 0.9, double level = 0.9, CancellationToken cancellationToken = default) =>
        ForEach(Count, estimates, tau, level, (row, _, weights) => WeighFitted(row, weights), cancellationToken);

    /// <summary>Adds how much each fitted customer counts; the sum is 1.</summary>
    /// <param name="features">The customer asked about.</param>
    /// <param name="weights">One a fitted row, 0 on entry.</param>
    private protected abstract void Weigh(ReadOnlySpan<double> features, Span<double> weights);

    /// <summary>The same for a fitted customer, who doesn't count.</summary>
    private protected abstract void WeighFitted(int row, Span<double> weights);

    private static double Check(double tau, double level)
    {
        if (!(tau > 0 && tau < 1))
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "Must be in (0, 1); 0.9 is usual.");
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1); 0.9 is usual.");
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + level) / 2);
    }

    private void ForEach(int rows, Memory<WalletEstimate> estimates, double tau, double level, Weighing weigh, CancellationToken cancellationToken)
    {
        if (estimates.Length != rows)
            throw new ArgumentException($"Room for {estimates.Length} estimates; there are {rows} customers.", nameof(estimates));
        double z = Check(tau, level);
        double[]?[] scratch = new double[]?[Partitions.Workers];
        Partitions.For((rows + RowsAPart - 1) / RowsAPart, scratch.Length, (worker, part) =>
        {
            double[] own = scratch[worker] ??= new double[Count + Features.Count];
            Span<double> weights = own.AsSpan(0, Count);
            for (int row = part * RowsAPart; row < Math.Min(rows, (part + 1) * RowsAPart); row++)
            {
                weights.Clear();
                weigh(row, own.AsSpan(Count), weights);
                estimates.Span[row] = Read(weights, tau, z);
            }
        }, cancellationToken);
    }

    /// <summary>The smallest spend up to which the weights reach τ; the interval is the same at τ ± z·√(τ(1 − τ)/n).</summary>
    private WalletEstimate Read(Span<double> weights, double tau, double z)
    {
        double squares = 0;
        foreach (double weight in weights)
            squares += weight * weight;
        double count = squares > 0 ? 1 / squares : 0, width = count > 0 ? z * Math.Sqrt(tau * (1 - tau) / count) : 1;
        double[] byRank = System.Buffers.ArrayPool<double>.Shared.Rent(Count);
        for (int row = 0; row < weights.Length; row++)
            byRank[ranks[row]] = weights[row];
        WalletEstimate estimate = new() { Wallet = Quantile(byRank, tau), Low = Quantile(byRank, tau - width), High = Quantile(byRank, tau + width), LookAlikes = count };
        System.Buffers.ArrayPool<double>.Shared.Return(byRank);
        return estimate;
    }

    private double Quantile(double[] byRank, double part)
    {
        // Weights like 1/10 don't sum exactly: 9 of them must reach 0.9.
        double reached = 0, wanted = part - 1e-12;
        int last = 0, first = -1;
        for (int rank = 0; rank < sorted.Length; rank++)
        {
            if (byRank[rank] == 0)
                continue;
            if (first < 0)
                first = rank;
            last = rank;
            if ((reached += byRank[rank]) >= wanted)
                return sorted[part <= 0 ? first : rank];
        }

        return sorted[last];
    }

    private delegate void Weighing(int row, Span<double> features, Span<double> weights);
}
