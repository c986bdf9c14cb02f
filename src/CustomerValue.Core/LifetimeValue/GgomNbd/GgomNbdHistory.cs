using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// The log-likelihood of one history by (r, α, b, s, β). Seen from the last purchase on, with n = r + x, Δ the change since t_x and h = H',
/// L = (r)_x α^r (α + t_x)^(−n) S(t_x) · [e^(−n ln Δ(α+T) − s ΔH(T)) + ∫ s h(τ) e^(−n ln Δ(α+τ) − s ΔH(τ)) dτ over (t_x, T)]:
/// the bracket is the chance that such a customer is silent until T, alive or not, so nothing in it cancels or overflows, and what
/// is left to integrate from τ on is at most e^(−n ln Δ(α+τ) − s ΔH(τ)). Source: Bemmaor &amp; Glady (2012), eq. 6.
/// Derivatives are taken under the integral: with g and h those of the log of the integrand, E[g] and E[h] + Var[g] over its share.
/// </summary>
internal sealed class GgomNbdHistory : IHistoryLikelihood
{
    public int Dimension => 5;

    public double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        double value = new Silence(theta[0], theta[1], new GompertzLifetime(theta[2], theta[3], theta[4]), frequency, recency, age).Evaluate(gradient, hessian);
        double r = theta[0];
        double rising = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < frequency; i++)
        {
            double share = r / (r + i);
            rising += Math.Log((r + i) / theta[1]);
            first += share;
            second += share * (1 - share);
        }

        gradient[0] += first;
        gradient[1] -= frequency;
        hessian[0] += second;
        return value + rising;
    }
}
