using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>
/// Look-alikes by the leaves of a random forest: who stands in a customer's leaf counts 1/(size of the leaf), averaged over trees. A value that is
/// not known goes with the smallest. Source: Meinshausen (2006), "Quantile regression forests", JMLR 7, 983–999. Immutable and thread-safe.
/// </summary>
public sealed class QuantileForest : LookAlikeModel
{
    private readonly QuantileTree[] trees;
    private readonly BinnedRows rows;

    private QuantileForest(WalletTable customers, double[] spend, BinnedRows rows, QuantileTree[] trees)
        : base(customers.Names, spend) => (this.rows, this.trees) = (rows, trees);

    /// <inheritdoc/>
    public override string Name => "forest";

    /// <summary>Grows a forest. Neither the order of customers nor the number of threads changes it.</summary>
    /// <param name="customers">Their features.</param>
    /// <param name="spend">What each spends in a period; finite, ≥ 0.</param>
    /// <param name="options">Trees, leaves, seed; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">No customers, another number of amounts, amounts out of range, or invalid options; names rows, the first being 0.</exception>
    public static QuantileForest Fit(WalletTable customers, ReadOnlySpan<double> spend, QuantileForestOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        WalletCheck.Check(customers, spend, options.Validate());
        BinnedRows rows = new(customers, spend);
        int tried = Math.Min(customers.Width, options.FeaturesTried ?? Math.Max(1, (2 * customers.Width + 2) / 3));
        QuantileTree[] trees = new QuantileTree[options.Trees];
        TreeGrower?[] growers = new TreeGrower?[Partitions.Workers];
        Partitions.For(trees.Length, growers.Length, (worker, tree) => trees[tree] = (growers[worker] ??= new TreeGrower(rows, options.LeafSize, tried)).Grow(new RandomStream(options.Seed, 0, 0, tree)), cancellationToken);
        return new(customers, spend.ToArray(), rows, trees);
    }

    private protected override void Weigh(ReadOnlySpan<double> features, Span<double> weights)
    {
        foreach (QuantileTree tree in trees)
            Add(tree.Leaf(features), 1.0 / trees.Length, weights);
    }

    private protected override void WeighFitted(int row, Span<double> weights)
    {
        int place = rows.PlaceOf(row), without = 0;
        foreach (QuantileTree tree in trees)
            without += tree.Grew(place) ? 0 : 1;
        foreach (QuantileTree tree in trees)
        {
            if (without == 0 || !tree.Grew(place))
                Add(tree.Leaf(rows, place), 1.0 / (without == 0 ? trees.Length : without), weights);
        }
    }

    private void Add(ReadOnlySpan<int> leaf, double weight, Span<double> weights)
    {
        foreach (int place in leaf)
            weights[rows.RowOf(place)] += weight / leaf.Length;
    }
}
