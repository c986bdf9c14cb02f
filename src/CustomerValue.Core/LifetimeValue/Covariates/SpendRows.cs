using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Mean spends as rows, by frequency and then by spend, under Gamma-Gamma by the logs of (p, q, v). Who has no repeat purchase, or a mean spend of 0 or less, says nothing of it.</summary>
internal sealed class SpendRows : IRowLikelihood
{
    private readonly int[] frequency;
    private readonly double[] spend;

    public SpendRows(SummaryColumns columns, IReadOnlyList<double>? weights, ReadOnlySpan<int> kinds)
    {
        List<(int Frequency, double Spend, int Kind, double Weight)> rows = [];
        for (int row = 0; row < columns.Count; row++)
        {
            double weight = weights is null ? 1 : weights[row];
            if (columns.Frequency[row] > 0 && columns.Spend[row] > 0 && weight > 0)
                rows.Add((columns.Frequency[row], columns.Spend[row], kinds[row], weight));
        }

        rows.Sort();
        frequency = rows.ConvertAll(row => row.Frequency).ToArray();
        spend = rows.ConvertAll(row => row.Spend).ToArray();
        Kind = rows.ConvertAll(row => row.Kind).ToArray();
        Weight = rows.ConvertAll(row => row.Weight).ToArray();
    }

    public int[] Kind { get; }

    public double[] Weight { get; }

    /// <summary>The mean of the mean spends.</summary>
    public double MeanSpend => spend.Zip(Weight, (m, w) => m * w).Sum() / Weight.Sum();

    /// <summary>ln f(m | p, q, v; x). Source: Fader &amp; Hardie (2013), eq. 1a, in the form of <see cref="SpecialFunctions.LogBetaKernel"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> theta, int row, Span<double> gradient, Span<double> hessian)
    {
        int x = frequency[row];
        (double n, double q, double v) = (theta[0] * x, theta[1], theta[2]);
        double sum = x * spend[row];
        double ratio = sum / v;
        double rest = 1 / (1 + ratio);
        double u = ratio * rest;
        double both = SpecialFunctions.Digamma(n + q);
        double bothSlope = SpecialFunctions.Trigamma(n + q);
        double byP = n * (both - SpecialFunctions.Digamma(n) - SpecialFunctions.Log1P(1 / ratio));
        double byQ = q * (both - SpecialFunctions.Digamma(q) - SpecialFunctions.Log1P(ratio));
        gradient[0] = byP;
        gradient[1] = byQ;
        gradient[2] = (q * u) - (n * rest);
        hessian[0] = byP + (n * n * (bothSlope - SpecialFunctions.Trigamma(n)));
        hessian[1] = n * q * bothSlope;
        hessian[2] = -n * rest;
        hessian[4] = byQ + (q * q * (bothSlope - SpecialFunctions.Trigamma(q)));
        hessian[5] = q * u;
        hessian[8] = -(n + q) * u * rest;
        return SpecialFunctions.LogBetaKernel(n, q, ratio) - Math.Log(spend[row]);
    }
}
