using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>P(n purchases bring at most a ratio of the expected spend) over a grid of ratios, one table for each frequency and n, made when first asked for.</summary>
internal sealed class TotalTables(SpendModel? spend)
{
    /// <summary>Points of the grid: ratios from 0.01 to 10⁶ in equal steps of their logarithm.</summary>
    public const int Points = 160;

    /// <summary>The logarithm of the least ratio.</summary>
    public const double Least = -4.605170185988091;

    /// <summary>The step between logarithms.</summary>
    public const double Step = 18.420680743952367 / (Points - 1);

    /// <summary>Up to so many purchases each number has a table; above, that of a number at most 1/16 below is moved, for the means of so many hardly differ.</summary>
    private const int LargestExact = 24;

    private readonly ConcurrentDictionary<(int Frequency, int Purchases), double[]?> tables = new();

    /// <summary>Adds P(total ≤ ratio) of n purchases times their probability at every point of the grid; false where the model doesn't say.</summary>
    public bool Add(int frequency, int purchases, double probability, double[] sums)
    {
        int tabulated = purchases <= LargestExact ? purchases : Below(purchases);
        if (tables.GetOrAdd((frequency, tabulated), key => Make(key.Frequency, key.Purchases)) is not { } table)
            return false;
        if (purchases <= LargestExact)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += probability * table[i];
            return true;
        }

        // Normal scores of a total are almost straight in its logarithm, however narrow the distribution beside the grid.
        double shift = Math.Log(purchases / (double)tabulated) / Step;
        for (int i = 0; i < sums.Length; i++)
        {
            double score = i == 0 ? table[0] : table[i] - (shift * (table[i] - table[i - 1]));
            sums[i] += score <= -NormalScore.Largest ? 0 : score >= NormalScore.Largest ? probability : probability * Normal.CDF(0, 1, score);
        }

        return true;
    }

    private static int Below(int purchases)
    {
        int step = 1;
        while (purchases >= 32 * step)
            step *= 2;
        return purchases / step * step;
    }

    private double[]? Make(int frequency, int purchases)
    {
        if (spend?.ProbabilityOfTotalBelow(purchases, purchases, frequency) is null)
            return null;
        double[] table = new double[Points];
        int middle = Math.Max(0, Math.Min(Points - 1, (int)((Math.Log(purchases) - Least) / Step)));
        // From the expected total outward, until nothing changes any more.
        for (int i = middle; i >= 0 && (i == middle || table[i + 1] > 1e-14); i--)
            table[i] = spend.ProbabilityOfTotalBelow(purchases, Math.Exp(Least + (i * Step)), frequency)!.Value;
        for (int i = middle + 1; i < Points; i++)
            table[i] = table[i - 1] > 1 - 1e-14 ? 1 : spend.ProbabilityOfTotalBelow(purchases, Math.Exp(Least + (i * Step)), frequency)!.Value;

        return purchases <= LargestExact ? table : Array.ConvertAll(table, NormalScore.Of);
    }
}
