namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Between parameters over standardised covariates z′ = (z − m)/d, which the fit climbs in, and those over the covariates as they are:
/// γ = γ′/d and ln α = ln α′ + γm, as a rate λe^(γ′z′) is (λe^(−γm))e^(γz).
/// </summary>
internal sealed class CovariateMap
{
    private readonly int[] scaleOf;
    private readonly double[] mean;
    private readonly double[] deviation;

    public CovariateMap(CovariatePaths paths, EffectNames effects, CovariateScales scales)
    {
        int[] columns = [.. paths.Columns(effects.Purchase), .. paths.Columns(effects.Dropout)];
        scaleOf = columns.Select((_, i) => i < effects.Purchase.Count ? 1 : 3).ToArray();
        mean = columns.Select(column => scales.Mean[column]).ToArray();
        deviation = columns.Select(column => scales.Deviation[column]).ToArray();
    }

    /// <summary>Natural parameters from (ln r, ln α′, ln s, ln β′, γ′).</summary>
    public double[] Outward(double[] x)
    {
        double[] natural = (double[])x.Clone();
        for (int i = 0; i < mean.Length; i++)
        {
            natural[4 + i] = x[4 + i] / deviation[i];
            natural[scaleOf[i]] += natural[4 + i] * mean[i];
        }

        for (int i = 0; i < 4; i++)
            natural[i] = Math.Exp(natural[i]);
        return natural;
    }

    /// <summary>The inverse of <see cref="Outward"/>.</summary>
    public double[] Inward(double[] natural)
    {
        double[] x = natural.Select((value, i) => i < 4 ? Math.Log(value) : value).ToArray();
        for (int i = 0; i < mean.Length; i++)
        {
            x[scaleOf[i]] -= natural[4 + i] * mean[i];
            x[4 + i] = natural[4 + i] * deviation[i];
        }

        return x;
    }

    /// <summary>Covariance of the natural parameters by the delta method, exact for γ.</summary>
    /// <param name="inner">Covariance of the parameters over standardised covariates, r and α′ as they are.</param>
    /// <param name="natural">The natural parameters.</param>
    /// <param name="innerTheta">The parameters over standardised covariates.</param>
    public double[][] Covariance(double[,] inner, double[] natural, double[] innerTheta)
    {
        int n = natural.Length;
        double[,] slope = new double[n, n];
        for (int i = 0; i < n; i++)
            slope[i, i] = i < 4 ? natural[i] / innerTheta[i] : 1 / deviation[i - 4];
        for (int i = 0; i < mean.Length; i++)
            slope[scaleOf[i], 4 + i] = natural[scaleOf[i]] * mean[i] / deviation[i];
        double[][] outer = new double[n][];
        for (int i = 0; i < n; i++)
        {
            outer[i] = new double[n];
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    for (int l = 0; slope[i, k] != 0 && l < n; l++)
                        outer[i][j] += slope[i, k] * inner[k, l] * slope[j, l];
                }
            }
        }

        return outer;
    }
}
