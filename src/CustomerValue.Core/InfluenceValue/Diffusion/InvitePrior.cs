using System.Globalization;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// How the probabilities of invites lie among all customers or edges, fitted to all so that each is lent what is known of the others: Beta(p·w, (1 − p)·w) with
/// p all conversions over all invites. How much w they are alike is seldom sure, so what the counts leave open of ρ = 1/(w + 1), the correlation of two invites of
/// one sender, is kept: a hundred values in (0, 1), all as likely beforehand. Source: the beta-binomial of Griffiths (1973), Biometrics 29. Immutable.
/// </summary>
public sealed class InvitePrior
{
    private const int Values = 100;

    /// <summary>Values of ρ less likely than that don't show.</summary>
    private const double Negligible = 1e-9;

    private readonly (double Weight, double Probability)[] weights;

    private InvitePrior(double mean, (double Weight, double Probability)[] weights, double correlation)
    {
        Mean = mean;
        this.weights = weights;
        A = mean * ((1 / correlation) - 1);
        B = (1 - mean) * ((1 / correlation) - 1);
        Correlation = correlation;
    }

    /// <summary>The mean probability p, in (0, 1).</summary>
    public double Mean { get; }

    /// <summary>ρ, expected given the counts; in (0, 1).</summary>
    public double Correlation { get; }

    /// <summary>Successes the prior counts for at that ρ, as <see cref="EdgeProbabilities.OfInvites"/> takes them; &gt; 0.</summary>
    public double A { get; }

    /// <summary>Failures the prior counts for at that ρ; &gt; 0.</summary>
    public double B { get; }

    /// <summary>Fits to counts. The order of rows doesn't matter.</summary>
    /// <param name="conversions">Invites that won the other, one a customer or edge; in [0, invites].</param>
    /// <param name="invites">Invites sent; ≥ 0. Who sent none says nothing.</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, numbers out of range, nobody with two invites, or nothing but failures or conversions; names the rows.</exception>
    public static InvitePrior Fit(ReadOnlySpan<int> conversions, ReadOnlySpan<int> invites)
    {
        EdgeProbabilities.Check(conversions, invites);
        SortedDictionary<(int Invites, int Conversions), int> counts = [];
        long sent = 0, won = 0;
        int most = 0;
        for (int row = 0; row < invites.Length; row++)
        {
            (sent, won, most) = (sent + invites[row], won + conversions[row], Math.Max(most, invites[row]));
            counts[(invites[row], conversions[row])] = counts.TryGetValue((invites[row], conversions[row]), out int rows) ? rows + 1 : 1;
        }

        if (most < 2 || won == 0 || won == sent)
            throw new DataRejectedException(new DataProblem { Field = nameof(conversions), Value = string.Format(CultureInfo.InvariantCulture, "{0} of {1}", won, sent), Message = "tell no prior: somebody must have sent two invites, and some must have been accepted and some not; give a and b instead." });

        double p = won / (double)sent, best = double.NegativeInfinity;
        double[] logs = new double[Values];
        for (int value = 0; value < Values; value++)
        {
            double w = WeightOf(value);
            foreach (KeyValuePair<(int Invites, int Conversions), int> count in counts)
                logs[value] += count.Value * LogProbability(count.Key.Conversions, count.Key.Invites, p * w, (1 - p) * w);
            best = Math.Max(best, logs[value]);
        }

        double sum = logs.Sum(log => Math.Exp(log - best)), correlation = 0;
        List<(double, double)> weights = [];
        for (int value = 0; value < Values; value++)
        {
            double probability = Math.Exp(logs[value] - best) / sum;
            correlation += probability * (value + 0.5) / Values;
            if (probability > Negligible)
                weights.Add((WeightOf(value), probability));
        }

        return new(p, [.. weights], correlation);
    }

    /// <summary>Where the probability of one customer or edge lies: quantiles of Beta(p·w + conversions, (1 − p)·w + invites − conversions), over what is left open of w.</summary>
    /// <param name="conversions">Invites that won the other; in [0, invites].</param>
    /// <param name="invites">Invites sent; ≥ 0.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    public (double Low, double High) Interval(int conversions, int invites, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1); 0.95 is usual.");
        EdgeProbabilities.Check([conversions], [invites]);
        return (Quantile(conversions, invites, (1 - level) / 2), Quantile(conversions, invites, (1 + level) / 2));
    }

    private static double WeightOf(int value) => (Values / (value + 0.5)) - 1;

    /// <summary>ln of B(a + x, b + n − x)/B(a, b).</summary>
    private static double LogProbability(int x, int n, double a, double b) =>
        SpecialFunctions.LogGammaRatio(a, x) + SpecialFunctions.LogGammaRatio(b, n - x) - SpecialFunctions.LogGammaRatio(a + b, n);

    /// <summary>By halving, to 1e-12: the distribution function is sure at every shape, its inverse is not.</summary>
    private double Quantile(int conversions, int invites, double probability)
    {
        double low = 0, high = 1;
        while (high - low > 1e-12 * high)
        {
            double middle = (low + high) / 2, below = 0;
            foreach ((double weight, double likely) in weights)
                below += likely * MathNet.Numerics.SpecialFunctions.BetaRegularized((Mean * weight) + conversions, ((1 - Mean) * weight) + invites - conversions, middle);
            if (below < probability)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
