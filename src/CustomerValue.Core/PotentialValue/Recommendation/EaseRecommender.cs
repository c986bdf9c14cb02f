using System.Globalization;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// EASE^R: each product is told by all others in a ridge regression without itself. G = XᵀX + λI of what is owned (0 or 1), P = G⁻¹,
/// B_ij = −P_ij/P_jj and B_jj = 0; the score of j is Σ B_ij over the products i owned. Memory 8·products² bytes. Immutable and thread-safe.
/// Source: Steck (2019), "Embarrassingly shallow autoencoders for sparse data", WWW, eqs. 5 to 8.
/// </summary>
public sealed class EaseRecommender : IRecommender
{
    private readonly double[] weights;

    private EaseRecommender(IReadOnlyList<string> products, double[] weights) => (Products, this.weights) = (products, weights);

    /// <inheritdoc/>
    public string Name => "ease";

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }

    /// <summary>B_ij: what owning <paramref name="owned"/> adds to the score of <paramref name="product"/>; 0 where they are one.</summary>
    public double Weight(int owned, int product) => (uint)product < (uint)Products.Count ? weights[(owned * Products.Count) + product] : throw new ArgumentOutOfRangeException(nameof(product), product, $"A product's place is in [0, {Products.Count}).");

    /// <summary>Fits by one Cholesky inverse. The same to the last bit for any number of threads.</summary>
    /// <exception cref="DataRejectedException">Options are invalid, there is no interaction, or the matrix does not fit into the budget; says how large it would be.</exception>
    public static EaseRecommender Fit(Interactions interactions, EaseOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(interactions, options ?? new EaseOptions(), Partitions.Workers, cancellationToken);

    internal static EaseRecommender Fit(Interactions interactions, EaseOptions options, int workers, CancellationToken cancellationToken)
    {
        History.Known(interactions);
        List<DataProblem> problems = [.. options.Validate()];
        long products = interactions.Products.Count, bytes = 8 * products * products;
        if (problems.Count == 0 && (bytes > options.MemoryBudget || products * products > int.MaxValue - 64))
        {
            problems.Add(new DataProblem
            {
                Field = "products",
                Value = products.ToString(CultureInfo.InvariantCulture),
                Message = $"need a matrix of {bytes.ToString("#,##0", CultureInfo.InvariantCulture)} bytes, above the budget of {Math.Min(options.MemoryBudget, 8L * int.MaxValue).ToString("#,##0", CultureInfo.InvariantCulture)}; take ItemItemRecommender, merge products into models or categories, or raise MemoryBudget.",
            });
        }

        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        int n = (int)products;
        double[] matrix = Gram(interactions, options.Lambda, workers, cancellationToken);
        if (!SymmetricInverse.Invert(matrix, n, workers, cancellationToken))
            throw new DataRejectedException(new DataProblem { Field = nameof(options.Lambda), Value = options.Lambda.ToString(CultureInfo.InvariantCulture), Message = "is too small for these counts: the matrix can't be inverted; 500 is usual." });
        ToWeights(matrix, n);
        return new EaseRecommender(interactions.Products, matrix);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
    {
        History.Check(owned, counts, scores.Length, Products.Count);
        scores.Clear();
        foreach (int product in owned)
            RowDots.Add(weights.AsSpan(product * scores.Length, scores.Length), scores);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts)
    {
        History.Check(owned, counts, product, parts.Length, Products.Count);
        for (int i = 0; i < owned.Length; i++)
            parts[i] = Weight(owned[i], product);
    }

    /// <summary>How many customers own both, on and below the diagonal: whole numbers, so exact in any order.</summary>
    private static double[] Gram(Interactions interactions, double lambda, int workers, CancellationToken cancellationToken)
    {
        int n = interactions.Products.Count;
        double[] gram = new double[n * n];
        Partitions.For(n, workers, (_, product) =>
        {
            Span<double> row = gram.AsSpan(product * n, product + 1);
            foreach (int customer in interactions.CustomersOf(product))
            {
                foreach (int other in interactions.ProductsOf(customer))
                {
                    if (other > product)
                        break;
                    row[other]++;
                }
            }

            row[product] += lambda;
        }, cancellationToken);
        return gram;
    }

    /// <summary>B in the place of P, of which the lower half is known.</summary>
    private static void ToWeights(double[] matrix, int n)
    {
        double[] own = [.. Enumerable.Range(0, n).Select(i => matrix[(i * n) + i])];
        for (int i = 0; i < n; i++)
        {
            matrix[(i * n) + i] = 0;
            for (int j = 0; j < i; j++)
            {
                double shared = matrix[(i * n) + j];
                matrix[(i * n) + j] = -shared / own[j];
                matrix[(j * n) + i] = -shared / own[i];
            }
        }
    }
}
