using CustomerValue.Numerics;

namespace CustomerValue.Lifecycle.Migration;

/// <summary>Whether customers moved in one period as in another. Immutable.</summary>
public sealed record MigrationComparison
{
    private MigrationComparison()
    {
    }

    /// <summary>Σ (observed − expected)²/expected over the cells of both periods, the expected by the matrix of both together.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Degrees of freedom: for each stage seen in both periods, the stages entered from it less one.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The probability of a χ² as large by chance; 1 where there is nothing to compare. It leans on the large-sample distribution: with few customers ask for permutations.</summary>
    public required double PValue { get; init; }

    /// <summary>The same from exchanging customers between the periods; null where no permutations were asked for.</summary>
    public double? PermutationPValue { get; init; }

    /// <summary>Compares counts.</summary>
    /// <param name="first">Customers by stage before and after in the one period; square.</param>
    /// <param name="second">The same in the other; of the same size.</param>
    /// <param name="permutations">How often customers are exchanged, ≥ 0. Default 0: not at all.</param>
    /// <param name="seed">What the exchanges follow from.</param>
    public static MigrationComparison Of(long[,] first, long[,] second, int permutations = 0, long seed = 1)
    {
        if (first is null)
            throw new ArgumentNullException(nameof(first));
        if (second is null)
            throw new ArgumentNullException(nameof(second));
        int stages = first.GetLength(0);
        if (first.GetLength(1) != stages || second.GetLength(0) != stages || second.GetLength(1) != stages)
            throw new ArgumentException("Both periods need square counts of the same stages.", nameof(second));
        if (permutations < 0)
            throw new ArgumentOutOfRangeException(nameof(permutations), permutations, "Ask for 0 permutations or more; 999 are usual.");
        (double chiSquare, int freedom) = Statistic(first, second);
        return new MigrationComparison
        {
            ChiSquare = chiSquare,
            DegreesOfFreedom = freedom,
            PValue = freedom == 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2),
            PermutationPValue = permutations == 0 ? null : Permute(first, second, chiSquare, permutations, seed),
        };
    }

    private static (double ChiSquare, int Freedom) Statistic(long[,] first, long[,] second)
    {
        int stages = first.GetLength(0), freedom = 0;
        double chiSquare = 0;
        for (int from = 0; from < stages; from++)
        {
            double one = 0, two = 0;
            for (int to = 0; to < stages; to++)
                (one, two) = (one + first[from, to], two + second[from, to]);
            if (one == 0 || two == 0)
                continue;
            int entered = 0;
            for (int to = 0; to < stages; to++)
            {
                double both = (double)first[from, to] + second[from, to];
                if (both == 0)
                    continue;
                entered++;
                double off = first[from, to] - (one * both / (one + two));
                // Observed less expected is the same in both periods but for the sign.
                chiSquare += off * off * (((one + two) / (one * both)) + ((one + two) / (two * both)));
            }

            freedom += entered - 1;
        }

        return (chiSquare, freedom);
    }

    /// <summary>Customers who began in one stage change periods with each other: a hypergeometric draw of each row's cells, done by drawing customers without replacement.</summary>
    private static double Permute(long[,] first, long[,] second, double observed, int permutations, long seed)
    {
        int stages = first.GetLength(0), asLarge = 0;
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            RandomStream random = new(seed, 0, 0, permutation);
            long[,] one = new long[stages, stages], two = new long[stages, stages];
            for (int from = 0; from < stages; from++)
            {
                long left = 0, take = 0;
                for (int to = 0; to < stages; to++)
                    (left, take) = (left + first[from, to] + second[from, to], take + first[from, to]);
                for (int to = 0; to < stages; to++)
                {
                    for (long customer = first[from, to] + second[from, to]; customer > 0; customer--, left--)
                    {
                        bool taken = random.Uniform() * left < take;
                        take -= taken ? 1 : 0;
                        (taken ? one : two)[from, to]++;
                    }
                }
            }

            // The observed exchange counts as one of them, so that the probability is never 0.
            asLarge += Statistic(one, two).ChiSquare >= observed * (1 - 1e-12) ? 1 : 0;
        }

        return (asLarge + 1.0) / (permutations + 1);
    }
}
