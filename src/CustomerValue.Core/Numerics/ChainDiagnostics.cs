using MathNet.Numerics.Distributions;

namespace CustomerValue.Numerics;

/// <summary>
/// Whether chains agree and what their draws are worth: the rank-normalised split R-hat and the bulk and tail effective sample sizes.
/// Source: Vehtari, Gelman, Simpson, Carpenter &amp; Bürkner (2021), "Rank-normalization, folding, and localization: an improved R-hat", Bayesian Analysis 16(2).
/// A quantity that never moves has an R-hat of +∞ and a size of 0. Chains are of one length, at least 4.
/// </summary>
internal static class ChainDiagnostics
{
    /// <summary>R-hat, ≥ 1 up to chance: the larger of that of the ranks, which sees location, and that of the folded ranks, which sees spread.</summary>
    public static double RHat(double[][] chains)
    {
        double[][] halves = Split(chains);
        double median = Quantile(halves, 0.5);
        double[][] folded = [.. halves.Select(half => half.Select(x => Math.Abs(x - median)).ToArray())];
        return Math.Max(PlainRHat(NormalScores(halves)), PlainRHat(NormalScores(folded)));
    }

    /// <summary>How many independent draws would tell the middle of the distribution as well.</summary>
    public static double BulkSize(double[][] chains) => Size(NormalScores(Split(chains)));

    /// <summary>How many independent draws would tell the 5 % and 95 % quantiles as well.</summary>
    public static double TailSize(double[][] chains)
    {
        double[][] halves = Split(chains);
        return Math.Min(OfQuantile(0.05), OfQuantile(0.95));

        double OfQuantile(double probability)
        {
            double quantile = Quantile(halves, probability);
            return Size([.. halves.Select(half => half.Select(x => x <= quantile ? 1.0 : 0).ToArray())]);
        }
    }

    private static double[][] Split(double[][] chains)
    {
        int half = chains[0].Length / 2;
        return [.. chains.SelectMany(chain => new[] { chain.Take(half).ToArray(), chain.Skip(chain.Length - half).ToArray() })];
    }

    private static double PlainRHat(double[][] chains)
    {
        double within = chains.Average(Variance);
        double between = Variance([.. chains.Select(chain => chain.Average())]);
        double n = chains[0].Length;
        return within > 0 ? Math.Sqrt(((n - 1) / n) + (between / within)) : double.PositiveInfinity;
    }

    /// <summary>Geyer's initial monotone sequence over all chains.</summary>
    private static double Size(double[][] chains)
    {
        int n = chains[0].Length;
        double draws = (double)n * chains.Length;
        double within = chains.Average(Variance);
        if (!(within > 0))
            return 0;
        double total = (within * (n - 1) / n) + Variance([.. chains.Select(chain => chain.Average())]);
        double[][] centred = [.. chains.Select(chain => Centred(chain))];
        double Correlation(int lag) => lag == 0 ? 1 : 1 - ((within - centred.Average(chain => Covariance(chain, lag))) / total);

        double sum = 0;
        double previous = double.PositiveInfinity;
        for (int lag = 0; lag + 1 < n; lag += 2)
        {
            double pair = Correlation(lag) + Correlation(lag + 1);
            if (pair <= 0)
                break;
            sum += previous = Math.Min(previous, pair);
        }

        // Anticorrelated draws are worth more than independent ones, but not without end.
        double time = Math.Max((2 * sum) - 1, 1 / Math.Log10(draws));
        return draws / time;
    }

    private static double[] Centred(double[] chain)
    {
        double mean = chain.Average();
        return [.. chain.Select(x => x - mean)];
    }

    /// <summary>Over n at every lag, which damps the long ones.</summary>
    private static double Covariance(double[] centred, int lag)
    {
        double sum = 0;
        for (int i = lag; i < centred.Length; i++)
            sum += centred[i] * centred[i - lag];
        return sum / centred.Length;
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(x => (x - mean) * (x - mean)) / (values.Length - 1);
    }

    /// <summary>Ranks over all chains, equal values sharing their mean rank, as quantiles of the normal distribution (Blom's offset).</summary>
    private static double[][] NormalScores(double[][] chains)
    {
        int n = chains[0].Length;
        double[] values = [.. chains.SelectMany(chain => chain)];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        double[][] scores = [.. chains.Select(_ => new double[n])];
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]])
                end++;
            double rank = (first + 1 + end) / 2.0;
            double score = Normal.InvCDF(0, 1, (rank - 0.375) / (values.Length + 0.25));
            for (; first < end; first++)
                scores[order[first] / n][order[first] % n] = score;
        }

        return scores;
    }

    private static double Quantile(double[][] chains, double probability)
    {
        double[] sorted = [.. chains.SelectMany(chain => chain)];
        Array.Sort(sorted);
        double at = probability * (sorted.Length - 1);
        int below = (int)at;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((at - below) * (above - sorted[below]));
    }
}
