using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// The log-likelihood of one history under Pareto/NBD, by the logs of (r, α, s, β), with exact gradient and Hessian:
/// L = (r)_x α^r β^s [(α+T)^−(r+x) (β+T)^−s + s ∫ (α+τ)^−(r+x) (β+τ)^−(s+1) dτ over (t_x, T)].
/// Source: Schmittlein, Morrison &amp; Colombo (1987), eq. A9 ff., as an integral; Fader &amp; Hardie (2005), "A Note on Deriving the Pareto/NBD Model".
/// </summary>
internal sealed class ParetoNbdHistory : IHistoryLikelihood
{
    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        double value = ParetoNbdTimes.Evaluate(theta, frequency, recency, age, gradient, hessian);
        double r = theta[0];
        double first = 0;
        double second = 0;
        if (frequency <= CountTerms.MultipliedOut)
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
        return value + CountTerms.LogCounts(r, theta[1], frequency);
    }
}
