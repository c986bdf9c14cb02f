using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Implicit matrix factorisation by alternating least squares: x_u = (YᵀY + Yᵀ(C − I)Y + λI)⁻¹YᵀCp with confidence c = 1 + α·count and p = 1
/// where bought; the score of j is x_u·y_j. A customer's factors are solved from the history at every score, so new purchases count at once.
/// Immutable and thread-safe.
/// Source: Hu, Koren &amp; Volinsky (2008), "Collaborative filtering for implicit feedback datasets", ICDM, eqs. 4 and 5, and section 5 for the parts of a score.
/// </summary>
public sealed class AlsRecommender : IRecommender
{
    private readonly AlsSide products;

    internal AlsRecommender(IReadOnlyList<string> names, AlsSide products) => (Products, this.products) = (names, products);

    /// <inheritdoc/>
    public string Name => "als";

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }

    /// <summary>How many numbers describe a product.</summary>
    public int Factors => products.Width;

    /// <summary>The factors of a product.</summary>
    /// <param name="product">Range: [0, products).</param>
    public ReadOnlySpan<double> FactorsOf(int product) => products.Row(product);

    /// <summary>Fits from seeded factors of products. The same to the last bit for any number of threads.</summary>
    /// <exception cref="DataRejectedException">Options are invalid, or there is no interaction.</exception>
    public static AlsRecommender Fit(Interactions interactions, AlsOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(interactions, options ?? new AlsOptions(), Partitions.Workers, cancellationToken);

    internal static AlsRecommender Fit(Interactions interactions, AlsOptions options, int workers, CancellationToken cancellationToken)
    {
        History.Known(interactions);
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        int count = interactions.Products.Count, width = options.Factors ?? Math.Max(2, Math.Min(32, count / 5)), buyers = interactions.Customers.Length;
        double[] items = new double[count * width], people = new double[buyers * width];
        for (int product = 0; product < count; product++)
        {
            RandomStream random = new(options.Seed, product, 0, 0);
            for (int f = 0; f < width; f++)
                items[(product * width) + f] = 0.1 * random.Normal();
        }

        for (int pass = 0; pass < options.Iterations; pass++)
        {
            AlsSide right = new(items, width, options.Alpha, options.Lambda);
            Solve(right, people, buyers, workers, (customer, work) => right.Solve(interactions.ProductsOf(customer), interactions.CountsOf(customer), work), cancellationToken);
            AlsSide left = new(people, width, options.Alpha, options.Lambda);
            Solve(left, items, count, workers, (product, work) => left.Solve(interactions.CustomersOf(product), interactions.CountsByCustomer(product), work), cancellationToken);
        }

        return new AlsRecommender(interactions.Products, new AlsSide(items, width, options.Alpha, options.Lambda));
    }

    /// <summary>The factors of a customer with this history: one solve.</summary>
    /// <param name="owned">As for <see cref="Score"/>.</param>
    /// <param name="counts">As for <see cref="Score"/>.</param>
    /// <param name="factors">Filled; <see cref="Factors"/> long.</param>
    public void FoldIn(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> factors)
    {
        History.Check(owned, counts, Products.Count);
        if (factors.Length != Factors)
            throw new ArgumentException($"Room for {factors.Length} factors; the model has {Factors}.", nameof(factors));
        double[] work = System.Buffers.ArrayPool<double>.Shared.Rent(products.WorkLength);
        products.Solve(owned, counts, work);
        work.AsSpan(0, Factors).CopyTo(factors);
        System.Buffers.ArrayPool<double>.Shared.Return(work);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
    {
        History.Check(owned, counts, scores.Length, Products.Count);
        double[] work = System.Buffers.ArrayPool<double>.Shared.Rent(products.WorkLength);
        products.Solve(owned, counts, work);
        for (int product = 0; product < scores.Length; product++)
            scores[product] = RowDots.Dot(products.Row(product), work.AsSpan(0, Factors));
        System.Buffers.ArrayPool<double>.Shared.Return(work);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts)
    {
        History.Check(owned, counts, product, parts.Length, Products.Count);
        double[] work = System.Buffers.ArrayPool<double>.Shared.Rent(products.WorkLength);
        products.Explain(owned, counts, product, work, parts);
        System.Buffers.ArrayPool<double>.Shared.Return(work);
    }

    private static void Solve(AlsSide given, double[] target, int rows, int workers, Action<int, double[]> solve, CancellationToken cancellationToken)
    {
        const int rowsAPart = 64;
        double[][] work = new double[Math.Max(1, workers)][];
        Partitions.For((rows + rowsAPart - 1) / rowsAPart, work.Length, (worker, part) =>
        {
            double[] own = work[worker] ??= new double[given.WorkLength];
            for (int row = part * rowsAPart; row < Math.Min(rows, (part + 1) * rowsAPart); row++)
            {
                solve(row, own);
                own.AsSpan(0, given.Width).CopyTo(target.AsSpan(row * given.Width, given.Width));
            }
        }, cancellationToken);
    }
}
