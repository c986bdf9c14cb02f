namespace CustomerValue.Numerics;

/// <summary>A function of a probability p and its complement 1 − p, smooth on [0, 1].</summary>
internal interface IProbabilityFunction
{
    /// <summary>The value at p; the complement is given so that it needn't be taken.</summary>
    double At(double p, double complement);
}

/// <summary>
/// E[f(p)] for p ~ Beta(a, b) by the trapezoidal rule in y = ln(p/(1 − p)). There the integrand is analytic in a strip and falls
/// off exponentially, so halving the step squares the error; both sums, with and without f, have the same error-free tails.
/// No parameter is too small or too large. Source of the rule's convergence: Trefethen &amp; Weideman (2014), §5.
/// </summary>
internal static class LogitBetaQuadrature
{
    /// <summary>Beyond this distance from where things happen, f and the density are their limits to the last bit.</summary>
    private const double Far = 40;

    /// <summary>The expectation of <paramref name="f"/>.</summary>
    /// <param name="a">First shape, &gt; 0.</param>
    /// <param name="b">Second shape, &gt; 0.</param>
    /// <param name="scale">f changes where p is about 1/scale or more; ≥ 1 is enough to find its limit at 0.</param>
    /// <param name="f">The function, of one sign.</param>
    public static double Expectation<TFunction>(double a, double b, double scale, TFunction f)
        where TFunction : struct, IProbabilityFunction
    {
        double spread = Math.Sqrt(SpecialFunctions.Trigamma(a) + SpecialFunctions.Trigamma(b));
        double step = Math.Min(0.25, 0.25 * spread);
        for (int halving = 0; ; halving++)
        {
            (double fine, double coarse) = Trapezoid(a, b, scale, f, step);
            // Halving the step squares the error, and the coarse rule has twice the step.
            if (Math.Abs(fine - coarse) <= 1e-7 * Math.Abs(fine) || halving == 4)
                return fine;
            step /= 2;
        }
    }

    /// <summary>The rule with the given step, and with every other node of it.</summary>
    private static (double Fine, double Coarse) Trapezoid<TFunction>(double a, double b, double scale, TFunction f, double step)
        where TFunction : struct, IProbabilityFunction
    {
        double mode = Math.Log(a / b);
        double top = LogDensity(a, b, mode);
        double left = -Far - Math.Log(a + b + scale + 1);
        double right = Far + Math.Log(a + b + 1);
        double weights = 0;
        double values = 0;
        double evenWeights = 0;
        double evenValues = 0;
        Add(mode, 1, even: true);
        for (int direction = -1; direction <= 1; direction += 2)
        {
            double last = 0;
            for (int i = 1; ; i++)
            {
                double y = mode + (direction * i * step);
                double weight = Math.Exp(LogDensity(a, b, y) - top);
                // Where f is huge, the density counts though there is hardly any of it.
                if (weight < 1e-19 * weights && Math.Abs(last) <= 1e-19 * Math.Abs(values))
                    break;
                bool even = i % 2 == 0;
                if (even && (y < left || y > right))
                {
                    // From here to infinity f is constant and the density a geometric series.
                    double decay = (direction < 0 ? a : b) * step;
                    Add(y, weight / -SpecialFunctions.Expm1(-2 * decay), even: true);
                    Add(y, weight * Math.Exp(-decay) / -SpecialFunctions.Expm1(-2 * decay), even: false);
                    break;
                }

                last = Add(y, weight, even);
            }
        }

        return (values / weights, evenValues / evenWeights);

        double Add(double y, double weight, bool even)
        {
            double e = Math.Exp(-Math.Abs(y));
            double larger = 1 / (1 + e);
            double smaller = e / (1 + e);
            double value = weight * (y < 0 ? f.At(smaller, larger) : f.At(larger, smaller));
            weights += weight;
            values += value;
            if (even)
            {
                evenWeights += weight;
                evenValues += value;
            }

            return value;
        }
    }

    /// <summary>a·ln p + b·ln(1 − p).</summary>
    private static double LogDensity(double a, double b, double y) =>
        y < 0 ? (a * y) - ((a + b) * SpecialFunctions.Log1P(Math.Exp(y))) : -(b * y) - ((a + b) * SpecialFunctions.Log1P(Math.Exp(-y)));
}
