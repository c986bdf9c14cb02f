using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <summary>Σ ln[(r)_x / α^x] over a population whose purchase rates are Gamma(r, α), which depends on the counts alone: running sums over 0…x, no gamma function.</summary>
internal static class CountTerms
{
    /// <summary>How many customers have each number of repeat purchases.</summary>
    public static double[] WeightByFrequency(DistinctHistories histories)
    {
        double[] weights = new double[histories.Count == 0 ? 1 : histories.Frequency.Max() + 1];
        for (int i = 0; i < histories.Count; i++)
            weights[histories.Frequency[i]] += histories.Weight[i];
        return weights;
    }

    /// <summary>The sum; adds to its derivatives by ln r and ln α, which come first.</summary>
    public static double Add(double[] weightOf, double r, double alpha, double[] gradient, double[,] hessian)
    {
        Sums sums = Of(weightOf, r, alpha);
        gradient[0] += sums.ByLogR;
        gradient[1] -= sums.Steps;
        hessian[0, 0] += sums.ByLogRTwice;
        return sums.Value;
    }

    /// <summary>The same by r and α themselves, of gaps that take several stages each.</summary>
    public static double AddNatural(double[] weightOf, double r, double alpha, int stages, double[] gradient, double[,] hessian)
    {
        Sums sums = Of(weightOf, r, alpha, stages);
        gradient[0] += sums.ByLogR / r;
        gradient[1] -= sums.Steps / alpha;
        hessian[0, 0] += (sums.ByLogRTwice - sums.ByLogR) / (r * r);
        hessian[1, 1] += sums.Steps / (alpha * alpha);
        return sums.Value;
    }

    /// <summary>Divided by α in each factor, so that it doesn't cancel where r and α are huge.</summary>
    private static Sums Of(double[] weightOf, double r, double alpha, int stages = 1)
    {
        Sums sums = default;
        double logRising = 0;
        double first = 0;
        double second = 0;
        for (int x = 0; x < weightOf.Length; x++)
        {
            double w = weightOf[x];
            if (w > 0)
            {
                sums.Value += w * logRising;
                sums.ByLogR += w * first;
                sums.ByLogRTwice += w * second;
                sums.Steps += w * stages * x;
            }

            for (int stage = 0; stage < stages; stage++)
            {
                double reached = r + ((double)stages * x) + stage;
                double share = r / reached;
                logRising += Math.Log(reached / alpha);
                first += share;
                second += share * (1 - share);
            }
        }

        return sums;
    }

    private struct Sums
    {
        public double Value, ByLogR, ByLogRTwice, Steps;
    }

    /// <summary>Up to so many repeat purchases the rising factorial of one customer is multiplied out.</summary>
    public const int MultipliedOut = 256;

    /// <summary>ln[(r)_x / α^x] of one customer.</summary>
    public static double LogCounts(double r, double alpha, int frequency)
    {
        if (frequency > MultipliedOut)
            return SpecialFunctions.LogGammaRatio(r, frequency) - (frequency * Math.Log(alpha));
        double logs = 0;
        double product = 1;
        for (int i = 0; i < frequency; i++)
        {
            product *= (r + i) / alpha;
            if (product > 1e100 || product < 1e-100)
            {
                logs += Math.Log(product);
                product = 1;
            }
        }

        return logs + Math.Log(product);
    }
}
