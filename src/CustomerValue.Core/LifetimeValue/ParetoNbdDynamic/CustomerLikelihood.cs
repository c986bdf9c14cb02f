using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// ln L of one customer after another, with all derivatives. L over (r)_x α^−x e^(γ'Σz) is the chance of no further purchase:
/// (1 + A/α)^−(r+x) (1 + D/β)^−s at T, plus the integral over having left at τ in (t_x, T] of the same with s/(β + D) dD.
/// Everything is kept beside its value at t_x, so nothing under- or overflows. Holds the state of one thread.
/// Source: Bachmann, Meierer &amp; Näf (2021), eq. 10, integrated piece by piece instead of by hypergeometric functions.
/// </summary>
internal sealed class CustomerLikelihood
{
    /// <summary>What is left below this part of the sum can't change it.</summary>
    private const double Negligible = 1e-18;

    private readonly int n;
    private readonly int purchaseEffects;
    private readonly int dropoutEffects;
    private readonly ProcessExposure purchases;
    private readonly ProcessExposure dropout;
    private readonly int[] features;
    private readonly double[] slopes;
    private readonly double[] moments = new double[PieceMoments.Features * PieceMoments.Features];
    private readonly double[] gradient;
    private readonly double[] hessian;
    private double sum;

    public CustomerLikelihood(int purchaseEffects, int dropoutEffects)
    {
        n = 4 + purchaseEffects + dropoutEffects;
        this.purchaseEffects = purchaseEffects;
        this.dropoutEffects = dropoutEffects;
        purchases = new ProcessExposure(0, 4, purchaseEffects, 1);
        dropout = new ProcessExposure(2, 4 + purchaseEffects, dropoutEffects, 3);
        features = Enumerable.Range(0, n).Select(i => i is 2 or 3 || i >= 4 + purchaseEffects ? 3 : 1).ToArray();
        slopes = new double[3 * n];
        gradient = new double[n];
        hessian = new double[n * n];
    }

    /// <summary>Returns ln L and adds its weighted derivatives; what depends on (r, x) alone is left to the caller.</summary>
    /// <param name="theta">r, α, s, β, then the effects.</param>
    /// <param name="runs">The covariates.</param>
    /// <param name="rates">e^(γ'z) of purchases in each run, and after them of dropout.</param>
    /// <param name="customer">The history.</param>
    /// <param name="g">Gradient by (ln r, ln α, ln s, ln β, γ), added to.</param>
    /// <param name="h">Upper triangle of the Hessian, added to.</param>
    public double Add(double[] theta, PathRuns runs, double[] rates, in DynamicCustomer customer, Span<double> g, Span<double> h)
    {
        double power = theta[0] + customer.Frequency;
        double s = theta[2];
        purchases.Restart(theta[0], theta[1]);
        dropout.Restart(s, theta[3]);
        Array.Clear(gradient, 0, n);
        Array.Clear(hessian, 0, n * n);
        sum = 0;
        int run = customer.FirstRun;
        double time = customer.Start;
        double last = customer.Start + customer.Recency;
        double end = customer.Start + customer.Age;
        for (; time < last; run++)
        {
            double until = Math.Min(last, End(runs, run));
            Advance(runs, rates, run, until - time);
            time = until;
            if (until < End(runs, run))
                break;
        }

        double logA = purchases.Log;
        double logD = dropout.Log;
        double weight = 1;
        while (time < end && weight > Negligible * sum)
        {
            double rho = rates[run] / purchases.Scaled;
            double sigma = rates[runs.Ends.Length + run] / dropout.Scaled;
            double until = Math.Min(end, End(runs, run));
            double width = PieceMoments.Step(power, s + 1, rho, sigma, until - time);
            PieceMoments.Write(power, s + 1, rho, sigma, width, weight * s * sigma, moments);
            Gather(power, s + 1, 1, runs, run);
            Advance(runs, rates, run, width);
            bool whole = width == until - time;
            time = whole ? until : time + width;
            weight = Math.Exp(-(power * (purchases.Log - logA)) - (s * (dropout.Log - logD)));
            if (whole && until == End(runs, run))
                run++;
        }

        // Whoever stopped early has nothing left to add here either.
        if (!(time < end))
        {
            Array.Clear(moments, 0, moments.Length);
            moments[0] = weight;
            Gather(power, s, 0, runs, Math.Min(run, runs.Ends.Length - 1));
        }

        Finish(customer, g, h);
        return Math.Log(sum) - (customer.Frequency * Math.Log(theta[1])) - (power * logA) - (s * logD);
    }

    /// <summary>The last run is taken to go on where rounding leads beyond it.</summary>
    private static double End(PathRuns runs, int run) => run + 1 < runs.Ends.Length ? runs.Ends[run] : double.PositiveInfinity;

    private void Advance(PathRuns runs, double[] rates, int run, double width)
    {
        purchases.Advance(width * rates[run], runs.Purchase.AsSpan(run * purchaseEffects, purchaseEffects));
        dropout.Advance(width * rates[runs.Ends.Length + run], runs.Dropout.AsSpan(run * dropoutEffects, dropoutEffects));
    }

    /// <summary>Adds a piece: its integral, and that of f' and of f'' + f'f'ᵀ, where f is the log of the integrand.</summary>
    private void Gather(double power, double dropoutPower, double leaving, PathRuns runs, int run)
    {
        ReadOnlySpan<double> z = runs.Purchase.AsSpan(run * purchaseEffects, purchaseEffects);
        ReadOnlySpan<double> y = runs.Dropout.AsSpan(run * dropoutEffects, dropoutEffects);
        purchases.Slopes(power, 0, z, slopes);
        dropout.Slopes(dropoutPower, leaving, y, slopes);
        sum += moments[0];
        for (int i = 0; i < n; i++)
        {
            // The moments of f'_i with 1 and with the features of either process.
            double one = Moment(i, 0);
            double e = Moment(i, 1);
            double logE = Moment(i, 2);
            double h = Moment(i, 3);
            double logH = Moment(i, 4);
            gradient[i] += one;
            for (int j = i; j < n; j++)
                hessian[(i * n) + j] += (slopes[3 * j] * one) + (slopes[(3 * j) + 1] * (features[j] == 1 ? e : h)) + (slopes[(3 * j) + 2] * (features[j] == 1 ? logE : logH));
        }

        purchases.AddCurvature(power, z, moments, hessian, n);
        dropout.AddCurvature(dropoutPower, y, moments, hessian, n);
    }

    private double Moment(int parameter, int with)
    {
        int row = features[parameter] * PieceMoments.Features;
        return (slopes[3 * parameter] * moments[with]) + (slopes[(3 * parameter) + 1] * moments[row + with]) + (slopes[(3 * parameter) + 2] * moments[row + PieceMoments.Features + with]);
    }

    /// <summary>From the derivatives of the sum to those of its log.</summary>
    private void Finish(in DynamicCustomer customer, Span<double> g, Span<double> h)
    {
        double inverse = 1 / sum;
        for (int i = 0; i < n; i++)
        {
            double slope = gradient[i] * inverse;
            g[i] += customer.Weight * slope;
            for (int j = i; j < n; j++)
                h[(i * n) + j] += customer.Weight * ((hessian[(i * n) + j] * inverse) - (slope * gradient[j] * inverse));
        }
    }
}
