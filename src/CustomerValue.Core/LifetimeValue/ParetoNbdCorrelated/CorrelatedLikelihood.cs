using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// Penalised mean log-likelihood by ln r, ln α, ln s, ln β and t in [−1, 1], where c = t·√(o1 o2): without a unit, and smooth where the bound on m has
/// a kink. The four bounds are kept by a barrier of small weight, so that a maximum on them is found with the same exact Newton steps.
/// Source of the barrier: Nocedal &amp; Wright (2006), §19.6.
/// </summary>
internal sealed class CorrelatedLikelihood(DistinctHistories histories, double timeScale, double penalizer) : IPopulationLikelihood
{
    private readonly double customers = histories.Weight.Sum();
    private readonly double[] weightOf = CountTerms.WeightByFrequency(histories);

    public int Dimension => 5;

    public double LogLikelihood { get; private set; }

    /// <summary>What ln of the distance to each bound counts, in units of one customer's log-likelihood.</summary>
    public double Barrier { get; set; }

    /// <summary>c = m L1 L2 at this point.</summary>
    public static double Weight(double[] x) => x[4] * Math.Exp(-(new LinkJet(Math.Exp(x[0]), Math.Exp(x[1])).Value + new LinkJet(Math.Exp(x[2]), Math.Exp(x[3])).Value) / 2);

    /// <summary>How far the nearest bound is, 1 where there is no correlation.</summary>
    public static double Room(double[] x)
    {
        double e1 = new LinkJet(Math.Exp(x[0]), Math.Exp(x[1])).Value;
        double e2 = new LinkJet(Math.Exp(x[2]), Math.Exp(x[3])).Value;
        return 1 - (x[4] * Math.Exp(Math.Abs(x[4] > 0 ? e1 - e2 : e1 + e2) / 2) * Math.Sign(x[4]));
    }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        LinkJet first = new(theta[0], theta[1]);
        LinkJet second = new(theta[2], theta[3]);
        if (!(Room(x) > 0))
            return double.NegativeInfinity;
        double scale = Math.Exp(-(first.Value + second.Value) / 2);
        double c = x[4] * scale;
        double total = ChunkedSum.Over(histories.Count, (from, to, g, h) => Times(theta, c, from, to, g, h), gradient, hessian);
        // Rounding beyond a bound: no density, so no likelihood.
        if (double.IsNaN(total))
            return double.NegativeInfinity;
        ByPosition(first, second, c, scale, gradient, hessian);
        total += CountTerms.Add(weightOf, theta[0], theta[1], gradient, hessian);
        LogLikelihood = total;
        for (int i = 0; i < 5; i++)
            hessian[4, i] = hessian[i, 4] /= customers;
        gradient[4] /= customers;
        return LogParameters.PenalizedMeanByLogs(theta, [1, timeScale, 1, timeScale], customers, penalizer, total, gradient, hessian)
            + (Barrier == 0 ? 0 : Barrier * Distances(first, second, x[4], gradient, hessian));
    }

    private double Times(double[] theta, double c, int from, int to, Span<double> gradient, Span<double> hessian)
    {
        Span<double> g = stackalloc double[5];
        Span<double> h = stackalloc double[25];
        double total = 0;
        for (int i = from; i < to; i++)
        {
            double w = histories.Weight[i];
            total += w * CorrelatedTimes.Evaluate(theta, c, histories.Frequency[i], histories.Recency[i], histories.Age[i], g, h);
            for (int j = 0; j < 5; j++)
                gradient[j] += w * g[j];
            for (int j = 0; j < 25; j++)
                hessian[j] += w * h[j];
        }

        return total;
    }

    /// <summary>From derivatives by c to those by t, upper triangle: c = t·scale, where scale depends on the other four.</summary>
    private static void ByPosition(LinkJet first, LinkJet second, double c, double scale, double[] g, double[,] h)
    {
        (double[] slope, double[,] curve) = Sum(first, -0.5, second, -0.5);
        double byC = g[4];
        double byCC = h[4, 4];
        for (int i = 0; i < 4; i++)
        {
            for (int j = i; j < 4; j++)
                h[i, j] += c * ((h[i, 4] * slope[j]) + (h[j, 4] * slope[i]) + (byCC * c * slope[i] * slope[j]) + (byC * ((slope[i] * slope[j]) + curve[i, j])));
        }

        for (int i = 0; i < 4; i++)
        {
            h[i, 4] = scale * (h[i, 4] + (byCC * c * slope[i]) + (byC * slope[i]));
            g[i] += byC * c * slope[i];
        }

        h[4, 4] = byCC * scale * scale;
        g[4] = byC * scale;
    }

    /// <summary>Σ ln(1 − p) over the four bounds, where p = ± t·e^z and z = ±(e1 ∓ e2)/2; adds its derivatives times the barrier's weight.</summary>
    private double Distances(LinkJet first, LinkJet second, double t, double[] g, double[,] h)
    {
        double total = 0;
        for (int bound = 0; bound < 4; bound++)
        {
            double sign = bound < 2 ? 1 : -1;
            double byFirst = bound % 2 == 0 ? 0.5 : -0.5;
            double bySecond = bound < 2 ? -byFirst : byFirst;
            (double[] slope, double[,] curve) = Sum(first, byFirst, second, bySecond);
            double perPosition = sign * Math.Exp((byFirst * first.Value) + (bySecond * second.Value));
            double p = t * perPosition;
            double room = 1 - p;
            total += Math.Log(room);
            for (int i = 0; i < 4; i++)
            {
                double own = p * slope[i];
                g[i] -= Barrier * own / room;
                for (int j = i; j < 4; j++)
                    h[j, i] = h[i, j] -= Barrier * ((p * ((slope[i] * slope[j]) + curve[i, j]) / room) + (own / room * (p * slope[j] / room)));
                h[4, i] = h[i, 4] -= Barrier * ((perPosition * slope[i] / room) + (own / room * (perPosition / room)));
            }

            g[4] -= Barrier * perPosition / room;
            h[4, 4] -= Barrier * (perPosition / room) * (perPosition / room);
        }

        return total;
    }

    /// <summary>Gradient and Hessian of a·e1 + b·e2 by the four logs.</summary>
    private static (double[] Slope, double[,] Curve) Sum(LinkJet first, double a, LinkJet second, double b)
    {
        double[,] curve = new double[4, 4];
        curve[0, 0] = a * first.ShapeShape;
        curve[0, 1] = curve[1, 0] = a * first.ShapeScale;
        curve[1, 1] = a * first.ScaleScale;
        curve[2, 2] = b * second.ShapeShape;
        curve[2, 3] = curve[3, 2] = b * second.ShapeScale;
        curve[3, 3] = b * second.ScaleScale;
        return ([a * first.Shape, a * first.Scale, b * second.Shape, b * second.Scale], curve);
    }
}
