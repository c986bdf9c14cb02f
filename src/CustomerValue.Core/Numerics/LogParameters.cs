namespace CustomerValue.Numerics;

/// <summary>From a summed log-likelihood by positive parameters to the objective that is maximised: its penalised mean by their logarithms.</summary>
internal static class LogParameters
{
    /// <summary>
    /// Rewrites gradient and Hessian (upper triangle given) by ln θ, g_i θ_i and h_ij θ_i θ_j + [i = j] g_i θ_i, and returns the
    /// mean less c Σ (θ_i/unit_i)².
    /// </summary>
    /// <param name="theta">The parameters.</param>
    /// <param name="units">What each is measured in for the penalty.</param>
    /// <param name="customers">Sum of the weights.</param>
    /// <param name="penalizer">c.</param>
    /// <param name="total">The summed log-likelihood.</param>
    /// <param name="g">Its gradient, rewritten.</param>
    /// <param name="h">Its Hessian, rewritten.</param>
    public static double PenalizedMean(double[] theta, double[] units, double customers, double penalizer, double total, double[] g, double[,] h)
    {
        for (int i = 0; i < theta.Length; i++)
        {
            for (int j = i; j < theta.Length; j++)
                h[i, j] *= theta[i] * theta[j];
            g[i] *= theta[i];
            h[i, i] += g[i];
        }

        return PenalizedMeanByLogs(theta, units, customers, penalizer, total, g, h);
    }

    /// <summary>The same where gradient and upper triangle are by ln θ already.</summary>
    public static double PenalizedMeanByLogs(double[] theta, double[] units, double customers, double penalizer, double total, double[] g, double[,] h)
    {
        double value = total / customers;
        for (int i = 0; i < theta.Length; i++)
        {
            for (int j = i; j < theta.Length; j++)
                h[j, i] = h[i, j] /= customers;
            // Without a penalty even where the square overflows.
            double penalty = penalizer == 0 ? 0 : penalizer * (theta[i] / units[i]) * (theta[i] / units[i]);
            value -= penalty;
            g[i] = (g[i] / customers) - (2 * penalty);
            h[i, i] -= 4 * penalty;
        }

        return value;
    }
}
