using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>What a customer who is alive at T does afterwards, given the covariates to come.</summary>
/// <param name="state">The customer at T.</param>
/// <param name="walk">The covariates from T on.</param>
internal readonly struct CustomerFuture(CustomerState state, RateWalk walk)
{
    private const double Negligible = 1e-14;

    /// <summary>((β + D)/(β + D + ΔD))^s.</summary>
    public double Survival(double horizon)
    {
        RateWalk ahead = walk;
        double end = walk.Time + horizon;
        double d = 0;
        while (ahead.Time < end)
        {
            double until = Math.Min(end, ahead.Until);
            d += (until - ahead.Time) * ahead.Dropout;
            ahead.MoveTo(until);
        }

        return Surviving(d);
    }

    /// <summary>E[λ] ∫ A′(τ) S(τ) e^(−δτ) dτ over (from, to]; to may be +∞ where δ &gt; 0, and the year that repeats shortens the way then.</summary>
    public double Purchases(double from, double to, double delta, YearMeasure? year = null)
    {
        RateWalk ahead = walk;
        double begin = walk.Time + from;
        double end = walk.Time + to;
        double highest = double.IsInfinity(to) ? walk.HighestPurchase() : 0;
        double d = 0;
        double sum = 0;
        while (ahead.Time < end)
        {
            bool counts = ahead.Time >= begin;
            double until = Math.Min(counts ? end : begin, ahead.Until);
            double width = until - ahead.Time;
            double sigma = ahead.Dropout / (state.DropoutRate + d);
            if (counts)
            {
                double weight = Surviving(d) * Math.Exp(-delta * (ahead.Time - walk.Time));
                // Beyond an endless horizon nothing is lost that could be seen in the sum.
                if (double.IsInfinity(to) && weight * highest <= Negligible * delta * sum)
                    break;
                if (year is not null && ahead.BeginsYear && year.Suffices(state.DropoutShape, state.DropoutRate + d))
                {
                    sum += weight * year.Forever(state.DropoutShape, state.DropoutRate + d, sum / weight, Negligible * delta / highest);
                    break;
                }

                if (delta == 0)
                {
                    sum += weight * ahead.Purchase * PieceMoments.Survival(state.DropoutShape, sigma, width);
                }
                else
                {
                    double step = PieceMoments.DiscountedStep(state.DropoutShape, sigma, delta, width);
                    sum += weight * ahead.Purchase * PieceMoments.Discounted(state.DropoutShape, sigma, delta, step);
                    (width, until) = step == width ? (width, until) : (step, ahead.Time + step);
                }
            }

            d += width * ahead.Dropout;
            ahead.MoveTo(until);
        }

        return state.Shape / state.Rate * sum;
    }

    /// <summary>P(N = n): alive all the time, or leaving at some time within; a mixture of negative binomials over the time of leaving.</summary>
    public double Probability(int n, double horizon)
    {
        RateWalk ahead = walk;
        double end = walk.Time + horizon;
        double a = 0;
        double d = 0;
        double sum = 0;
        double logBinomial = SpecialFunctions.LogGammaRatio(state.Shape, n) - SpecialFunctions.LogGamma(n + 1.0);
        while (ahead.Time < end)
        {
            double until = Math.Min(end, ahead.Until);
            LeavingDensity density = new(n, logBinomial, state, a, ahead.Purchase, d, ahead.Dropout);
            sum += AdaptiveQuadrature.Integrate(0, until - ahead.Time, density, sum);
            a += (until - ahead.Time) * ahead.Purchase;
            d += (until - ahead.Time) * ahead.Dropout;
            ahead.MoveTo(until);
        }

        return sum + (Surviving(d) * LeavingDensity.Mass(n, logBinomial, state.Shape, a / state.Rate));
    }

    private double Surviving(double d) => Math.Exp(-state.DropoutShape * SpecialFunctions.Log1P(d / state.DropoutRate));
}
