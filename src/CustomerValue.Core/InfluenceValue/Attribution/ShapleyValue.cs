using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Attribution;

/// <summary>Shapley's fair division of v(all) − v(none) among several influencers: each one's mean marginal contribution over all orders. Exact up to 15, sampled above. Source: Shapley (1953).</summary>
public sealed class ShapleyValue
{
    /// <summary>Up to so many players all subsets are looked at.</summary>
    public const int MostExact = 15;

    /// <summary>More players don't fit into a set's bits.</summary>
    public const int MostPlayers = 63;

    private readonly double[] values;
    private readonly double[] standardErrors;

    private ShapleyValue(double[] values, double[] standardErrors, bool isExact)
    {
        this.values = values;
        this.standardErrors = standardErrors;
        IsExact = isExact;
    }

    /// <summary>Each player's part.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The standard error of each part; 0 where exact.</summary>
    public ReadOnlySpan<double> StandardErrors => standardErrors;

    /// <summary>Whether all subsets were looked at.</summary>
    public bool IsExact { get; }

    /// <summary>Divides what a set of players is worth.</summary>
    /// <param name="players">How many, in [1, <see cref="MostPlayers"/>].</param>
    /// <param name="worth">What a set is worth, finite; bit i of the set is player i.</param>
    /// <param name="permutations">Orders drawn where there are more than <see cref="MostExact"/> players, ≥ 2.</param>
    /// <param name="seed">Of the orders drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument or a worth is out of its range.</exception>
    public static ShapleyValue Of(int players, Func<long, double> worth, int permutations = 10_000, long seed = 1)
    {
        if (worth is null)
            throw new ArgumentNullException(nameof(worth));
        if (players is < 1 or > MostPlayers)
            throw new ArgumentOutOfRangeException(nameof(players), players, "There are 1 to 63 players.");
        if (permutations < 2)
            throw new ArgumentOutOfRangeException(nameof(permutations), permutations, "Two orders or more are needed for a standard error.");
        return players <= MostExact ? Exact(players, worth) : Sampled(players, worth, permutations, seed);
    }

    /// <summary>Splits an amount in proportion to the parts, which are then all ≥ 0 with one above; the credits sum to it exactly.</summary>
    /// <param name="amount">At most 10^12 to either side, with at most ten decimals.</param>
    /// <param name="decimals">Decimals of a credit, in [0, 12].</param>
    /// <exception cref="InvalidOperationException">A part is negative, or none is positive: there is no proportion.</exception>
    public IReadOnlyList<decimal> Credit(decimal amount, int decimals = 6)
    {
        if (!ExactShares.IsExact(amount))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is at most 10^12 to either side, with at most ten decimals.");
        if (decimals is < 0 or > ExactShares.MostDecimals)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "Credits have 0 to 12 decimals.");
        if (Array.Exists(values, value => value < 0) || !Array.Exists(values, value => value > 0))
            throw new InvalidOperationException("Credits need parts that are not negative, one of them positive.");
        decimal[] fractions = new decimal[values.Length], credits = new decimal[values.Length];
        ExactShares.Fractions(values, fractions);
        ExactShares.Split(amount, fractions, decimals, credits);
        return Array.AsReadOnly(credits);
    }

    private static ShapleyValue Exact(int players, Func<long, double> worth)
    {
        double[] worths = new double[1 << players];
        for (int set = 0; set < worths.Length; set++)
            worths[set] = Worth(worth, set);

        // The chance that exactly a set of s stands before a player: s!(n − s − 1)!/n!.
        double[] chance = new double[players];
        chance[0] = 1.0 / players;
        for (int size = 1; size < players; size++)
            chance[size] = chance[size - 1] * size / (players - size);
        double[] values = new double[players];
        for (int set = 0; set < worths.Length; set++)
        {
            int size = 0;
            for (int bits = set; bits != 0; bits &= bits - 1)
                size++;
            for (int player = 0; player < players; player++)
            {
                if ((set >> player & 1) == 0)
                    values[player] += chance[size] * (worths[set | (1 << player)] - worths[set]);
            }
        }

        return new ShapleyValue(values, new double[players], true);
    }

    private static ShapleyValue Sampled(int players, Func<long, double> worth, int permutations, long seed)
    {
        double[] mean = new double[players], squares = new double[players];
        int[] order = Enumerable.Range(0, players).ToArray();
        RandomStream random = new(seed, 0, 0, 0);
        double none = Worth(worth, 0);
        for (int drawn = 1; drawn <= permutations; drawn++)
        {
            for (int i = players - 1; i > 0; i--)
            {
                int other = (int)(random.Uniform() * (i + 1));
                (order[i], order[other]) = (order[other], order[i]);
            }

            long set = 0;
            double before = none;
            foreach (int player in order)
            {
                double after = Worth(worth, set |= 1L << player), gain = after - before, off = gain - mean[player];
                mean[player] += off / drawn;
                squares[player] += off * (gain - mean[player]);
                before = after;
            }
        }

        return new ShapleyValue(mean, Array.ConvertAll(squares, square => Math.Sqrt(square / (permutations - 1.0) / permutations)), false);
    }

    private static double Worth(Func<long, double> worth, long set)
    {
        double value = worth(set);
        return !double.IsNaN(value) && !double.IsInfinity(value) ? value : throw new ArgumentOutOfRangeException(nameof(worth), value, "What a set is worth is a finite number.");
    }
}
