using CustomerValue.Numerics;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>
/// Penalised mean log-likelihood of BG/NBD or MBG/NBD over distinct histories, by the logarithms of (r, α, a, b), with exact
/// gradient and Hessian. As x is a whole number, every gamma and beta function is a running sum over 0…x: no gamma function is called.
/// </summary>
internal sealed partial class BetaGeometricLikelihood(DistinctHistories histories, bool leavesAtFirst, double timeScale, double penalizer) : IPopulationLikelihood
{
    private readonly double customers = histories.Weight.Sum();
    private readonly double[] weightOf = CountTerms.WeightByFrequency(histories);
    private readonly int extra = leavesAtFirst ? 1 : 0;

    public int Dimension => 4;

    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        Array.Clear(gradient, 0, 4);
        Array.Clear(hessian, 0, 16);
        double total = CountTerms.AddNatural(weightOf, theta[0], theta[1], 1, gradient, hessian)
            + DropoutTerms.Add(weightOf, extra, theta[2], theta[3], gradient, hessian)
            + Silence(theta, gradient, hessian);
        LogLikelihood = total;
        return LogParameters.PenalizedMean(theta, [1, timeScale, 1, 1], customers, penalizer, total, gradient, hessian);
    }

    /// <summary>Σ ln(1 + e^D) − (r+x) ln(1 + T/α): the part that needs each history. By four where the processor can, but for those without a chance to leave, who are first.</summary>
    private double Silence(double[] theta, double[] g, double[,] h)
    {
        int first = 0;
        int next = 0;
        double total = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            while (first < histories.Count && histories.Frequency[first] + extra == 0)
                first++;
            next = histories.Count - ((histories.Count - first) % Vector256<double>.Count);
            total = SilenceByFour(first, next, theta, g, h);
        }
#endif
        return total + Silence(0, first, theta, g, h) + Silence(next, histories.Count, theta, g, h);
    }

    private double Silence(int from, int to, double[] theta, double[] g, double[,] h)
    {
        double r = theta[0];
        double alpha = theta[1];
        double inverseAlpha = 1 / alpha;
        double inverseA = 1 / theta[2];
        double logA = Math.Log(theta[2]);
        double total = 0;
        int frequency = -1;
        double logStay = 0;
        double inverseStay = 0;
        for (int i = from; i < to; i++)
        {
            int x = histories.Frequency[i];
            double w = histories.Weight[i];
            double age = histories.Age[i];
            double purchases = r + x;
            double inverseAge = 1 / (alpha + age);
            double logAge = SpecialFunctions.Log1P(age * inverseAlpha);
            // d(ln(1 + T/α))/dα = −T/(α(α+T)), and its derivative.
            double slope = age * inverseAlpha * inverseAge;
            double value = -purchases * logAge;
            double g0 = -logAge;
            double g1 = purchases * slope;
            double h01 = slope;
            double h11 = -purchases * slope * (inverseAlpha + inverseAge);
            if (x + extra > 0)
            {
                if (x != frequency)
                {
                    frequency = x;
                    double stay = theta[3] + (x + extra - 1);
                    logStay = Math.Log(stay);
                    inverseStay = 1 / stay;
                }

                double recency = histories.Recency[i];
                double inverseLast = 1 / (alpha + recency);
                double silence = logAge - SpecialFunctions.Log1P(recency * inverseAlpha);
                double odds = logA - logStay + (purchases * silence);
                double small = Math.Exp(-Math.Abs(odds));
                double left = odds > 0 ? 1 / (1 + small) : small / (1 + small);
                double spread = small / ((1 + small) * (1 + small));
                double change = (recency - age) * inverseAge * inverseLast;
                double d1 = purchases * change;
                value += (odds > 0 ? odds : 0) + SpecialFunctions.Log1P(small);
                g0 += left * silence;
                g1 += left * d1;
                g[2] += w * left * inverseA;
                g[3] -= w * left * inverseStay;
                h[0, 0] += w * spread * silence * silence;
                h01 += (left * change) + (spread * silence * d1);
                h[0, 2] += w * spread * silence * inverseA;
                h[0, 3] -= w * spread * silence * inverseStay;
                h11 += (-left * d1 * (inverseAge + inverseLast)) + (spread * d1 * d1);
                h[1, 2] += w * spread * d1 * inverseA;
                h[1, 3] -= w * spread * d1 * inverseStay;
                h[2, 2] += w * (spread - left) * inverseA * inverseA;
                h[2, 3] -= w * spread * inverseA * inverseStay;
                h[3, 3] += w * (spread + left) * inverseStay * inverseStay;
            }

            total += w * value;
            g[0] += w * g0;
            g[1] += w * g1;
            h[0, 1] += w * h01;
            h[1, 1] += w * h11;
        }

        return total;
    }
}
