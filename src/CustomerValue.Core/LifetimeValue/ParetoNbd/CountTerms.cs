namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>Σ ln[(r)_x / α^x] over a population, which depends on the counts alone: running sums over 0…x, no gamma function.</summary>
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

    /// <summary>The sum; adds to its derivatives by ln r and ln α, which come first. Divided by α in each factor, so that it doesn't cancel where r and α are huge.</summary>
    public static double Add(double[] weightOf, double r, double alpha, double[] gradient, double[,] hessian)
    {
        double logRising = 0;
        double first = 0;
        double second = 0;
        double total = 0;
        for (int x = 0; x < weightOf.Length; x++)
        {
            double w = weightOf[x];
            if (w > 0)
            {
                total += w * logRising;
                gradient[0] += w * r * first;
                gradient[1] -= w * x;
                hessian[0, 0] += w * r * (first + (r * second));
            }

            double inverse = 1 / (r + x);
            logRising += Math.Log((r + x) / alpha);
            first += inverse;
            second -= inverse * inverse;
        }

        return total;
    }
}
