using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// The log-likelihood of one history under Pareto/NBD, by the logs of (r, α, s, β), with exact gradient and Hessian:
/// L = (r)_x α^r β^s [(α+T)^−(r+x) (β+T)^−s + s ∫ (α+τ)^−(r+x) (β+τ)^−(s+1) dτ over (t_x, T)].
/// Source: Schmittlein, Morrison &amp; Colombo (1987), eq. A9 ff., as an integral; Fader &amp; Hardie (2005), "A Note on Deriving the Pareto/NBD Model".
/// </summary>
internal sealed class ParetoNbdHistory : IHistoryLikelihood
{
    /// <summary>Up to so many repeat purchases the rising factorial is multiplied out.</summary>
    private const int MultipliedOut = 256;

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        double value = ParetoNbdTimes.Evaluate(theta, frequency, recency, age, gradient, hessian);
        double r = theta[0];
        double first = 0;
        double second = 0;
        if (frequency <= MultipliedOut)
        {
            for (int i = 0; i < frequency; i++)
            {
                double inverse = 1 / (r + i);
                first += inverse;
                second -= inverse * inverse;
            }
        }
        else
        {
            first = SpecialFunctions.Digamma(r + frequency) - SpecialFunctions.Digamma(r);
            second = SpecialFunctions.Trigamma(r + frequency) - SpecialFunctions.Trigamma(r);
        }

        gradient[0] += r * first;
        gradient[1] -= frequency;
        hessian[0] += (r * first) + (r * r * second);
        return value + LogCounts(r, theta[1], frequency);
    }

    /// <summary>ln[(r)_x / α^x]; divided by α factor by factor, so that it doesn't cancel where r and α are huge.</summary>
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
