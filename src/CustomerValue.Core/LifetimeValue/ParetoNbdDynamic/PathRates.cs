namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>From covariates to intensities.</summary>
internal static class PathRates
{
    /// <summary>Writes e^(γ'z) of purchases for each run, and after them of dropout.</summary>
    public static void Write(PathRuns runs, double[] theta, int purchaseEffects, int dropoutEffects, double[] rates)
    {
        for (int run = 0; run < runs.Ends.Length; run++)
        {
            rates[run] = Math.Exp(Dot(runs.Purchase, run, theta, 4, purchaseEffects));
            rates[runs.Ends.Length + run] = Math.Exp(Dot(runs.Dropout, run, theta, 4 + purchaseEffects, dropoutEffects));
        }
    }

    private static double Dot(double[] rows, int row, double[] theta, int from, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
            sum += rows[(row * count) + i] * theta[from + i];
        return sum;
    }
}
