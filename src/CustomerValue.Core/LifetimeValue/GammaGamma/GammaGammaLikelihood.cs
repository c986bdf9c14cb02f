using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>
/// Penalised mean log-likelihood by the logarithms of (p, q, v) with exact gradient and Hessian. Gamma functions depend on the
/// number of purchases only, so they are called once per distinct number. What single purchases say beside their mean is added where it is known.
/// </summary>
internal sealed class GammaGammaLikelihood : IObjective
{
    private readonly int[] frequency;
    private readonly double[] spend;
    private readonly double[] logSpend;
    private readonly double[] weight;
    private readonly double customers;
    private readonly double spendScale;
    private readonly double penalizer;
    private readonly PurchaseSpread? spread;

    public GammaGammaLikelihood(SummaryColumns columns, ReadOnlySpan<double> weights, double penalizer, PurchaseSpread? spread = null)
    {
        // By frequency, then by spend: sums don't depend on the order of the rows.
        ReadOnlySpan<int> x = columns.Frequency;
        ReadOnlySpan<double> m = columns.Spend;
        int[] starts = new int[Highest(x) + 2];
        for (int row = 0; row < columns.Count; row++)
        {
            if (Counts(x[row], m[row], weights, row))
                starts[x[row] + 1]++;
        }

        for (int n = 1; n < starts.Length; n++)
            starts[n] += starts[n - 1];
        frequency = new int[starts[starts.Length - 1]];
        spend = new double[frequency.Length];
        weight = new double[frequency.Length];
        int[] next = (int[])starts.Clone();
        for (int row = 0; row < columns.Count; row++)
        {
            if (!Counts(x[row], m[row], weights, row))
                continue;
            int place = next[x[row]]++;
            frequency[place] = x[row];
            spend[place] = m[row];
            weight[place] = weights.IsEmpty ? 1 : weights[row];
        }

        for (int n = 1; n + 1 < starts.Length; n++)
            Array.Sort(spend, weight, starts[n], starts[n + 1] - starts[n]);

        logSpend = Array.ConvertAll(spend, Math.Log);
        customers = weight.Sum();
        spendScale = spend.Zip(weight, (m, w) => m * w).Sum() / customers;
        this.penalizer = penalizer;
        this.spread = spread;
    }

    public int Dimension => 3;

    public int Count => frequency.Length;

    public double Customers => customers;

    public double SpendScale => spendScale;

    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double p = Math.Exp(x[0]);
        double q = Math.Exp(x[1]);
        double v = Math.Exp(x[2]);
        Array.Clear(gradient, 0, 3);
        Array.Clear(hessian, 0, 9);
        double total = 0;
        double digammaQ = SpecialFunctions.Digamma(q);
        double trigammaQ = SpecialFunctions.Trigamma(q);
        int last = 0;
        double peak = 0;
        double byP = 0;
        double byQ = 0;
        double byPP = 0;
        double byPQ = 0;
        double byQQ = 0;
        for (int i = 0; i < frequency.Length; i++)
        {
            int n = frequency[i];
            if (n != last)
            {
                last = n;
                peak = SpecialFunctions.LogBetaPeak(p * n, q);
                double both = SpecialFunctions.Digamma((p * n) + q);
                double bothSlope = SpecialFunctions.Trigamma((p * n) + q);
                byP = n * (both - SpecialFunctions.Digamma(p * n));
                byQ = both - digammaQ;
                byPP = n * (double)n * (bothSlope - SpecialFunctions.Trigamma(p * n));
                byPQ = n * bothSlope;
                byQQ = bothSlope - trigammaQ;
            }

            double w = weight[i];
            double sum = n * spend[i];
            double ratio = v / sum;
            double inverse = 1 / (v + sum);
            total += w * (SpecialFunctions.BetaDeviance(p * n, q, sum / v) + peak - logSpend[i]);
            gradient[0] += w * (byP - (n * SpecialFunctions.Log1P(ratio)));
            gradient[1] += w * (byQ - SpecialFunctions.Log1P(1 / ratio));
            gradient[2] += w * ((q * sum) - (p * n * v)) * inverse / v;
            hessian[0, 0] += w * byPP;
            hessian[0, 1] += w * byPQ;
            hessian[0, 2] -= w * n * inverse;
            hessian[1, 1] += w * byQQ;
            hessian[1, 2] += w * ((1 / v) - inverse);
            hessian[2, 2] += w * ((-q / (v * v)) + (((p * n) + q) * inverse * inverse));
        }

        total += spread?.Evaluate(p, gradient, hessian) ?? 0;
        LogLikelihood = total;
        return LogParameters.PenalizedMean([p, q, v], [1, 1, spendScale], customers, penalizer, total, gradient, hessian);
    }

    private static bool Counts(int frequency, double spend, ReadOnlySpan<double> weights, int row) =>
        frequency > 0 && spend > 0 && (weights.IsEmpty || weights[row] > 0);

    private static int Highest(ReadOnlySpan<int> values)
    {
        int highest = 0;
        foreach (int value in values)
            highest = Math.Max(highest, value);
        return highest;
    }
}
