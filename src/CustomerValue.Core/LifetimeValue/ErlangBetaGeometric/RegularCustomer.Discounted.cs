using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <content>Purchases discounted continuously.</content>
internal readonly partial struct RegularCustomer
{
    /// <summary>
    /// E ∫₀^t e^(−δu) dN(u), by parts: e^(−δt)·N(t) + δ ∫ e^(−δu) N(u) du in panels that double in width, as N changes ever slower;
    /// but while the purchases still come at their beat, a panel is no longer than one, or than the spread of the first where that is less.
    /// </summary>
    public double DiscountedPurchases(double t, double rate)
    {
        if (rate * t > 60)
            return DiscountedForever(rate);
        if (rate == 0)
            return ExpectedPurchases(t);
        double integral = 0;
        double first = beta * Math.Min(1, 2 / (1 + s));
        double beat = k * beta / s;
        double narrow = beat * Math.Min(1, 4 / Math.Sqrt(k));
        for (double from = 0; from < t;)
        {
            double panel = Math.Min(Math.Min(from < k * beat ? Math.Min(first + from, narrow) : first + from, 8 / rate), t - from);
            integral += GaussLegendre.Integrate(from, from + panel, new DiscountedCount(this, rate));
            from = t - from - panel <= 1e-12 * t ? t : from + panel;
        }

        return (Math.Exp(-rate * t) * ExpectedPurchases(t)) + (rate * integral);
    }

    /// <summary>
    /// DERT given alive. With the rate λ, a stage is worth z = λ/(λ + δ), and the n-th purchase d_{n−1} z^(kn−j): together
    /// z^(k−j) 2F1(b, 1; a + b; z^k). Over λ by the trapezoidal rule in ln λ, where the integrand is analytic in a strip of at least π/2.
    /// </summary>
    public double DiscountedForever(double rate)
    {
        Span<double> chances = stackalloc double[k];
        Stages.Chances(s, u, chances);
        double step = Math.Min(0.25, 0.6 / Math.Sqrt(s + k));
        double middle = Math.Log(s + k);
        double sum = DiscountedAt(middle, rate, chances);
        for (int direction = -1; direction <= 1; direction += 2)
        {
            double term = sum;
            for (int i = 1; term > 1e-18 * sum; i++)
                sum += term = DiscountedAt(middle + (direction * i * step), rate, chances);
        }

        return step * sum;
    }

    /// <summary>The integrand at y = λβ, given ln y.</summary>
    private double DiscountedAt(double logY, double rate, ReadOnlySpan<double> chances)
    {
        double y = Math.Exp(logY);
        double logZ = -SpecialFunctions.Log1P(beta * rate / y);
        double z = Math.Exp(logZ);
        double sum = 0;
        double gamma = 1;
        for (int j = 0; j < k; j++)
        {
            sum = (sum * z) + (chances[j] * gamma);
            gamma *= y / (s + j);
        }

        return Math.Exp(LogGammaDensity(logY, y)) * z * sum * StayingWorth(-SpecialFunctions.Expm1(k * logZ));
    }

    /// <summary>ln of y^s e^(−y)/Γ(s); around its peak where s is large, so that its huge parts don't cancel.</summary>
    private double LogGammaDensity(double logY, double y)
    {
        if (s < 16)
            return (s * logY) - y - SpecialFunctions.LogGamma(s);
        double h = logY - Math.Log(s);
        return (s * (h - SpecialFunctions.Expm1(h))) + (0.5 * Math.Log(s / (2 * Math.PI))) - SpecialFunctions.StirlingRemainder(s);
    }

    /// <summary>Σ d_n x^n = 2F1(b, 1; a + b; x) given 1 − x, by Gauss's continued fraction; near x = 1, where it is slow, E[1/(1 − x + px)] by quadrature.</summary>
    private double StayingWorth(double less)
    {
        if (less < 1e-4)
            return LogitBetaQuadrature.Expectation(a, b, 1 / Math.Max(less, 1e-300), new Worth(less));
        double x = 1 - less;
        double c = double.MaxValue;
        double d = 1;
        double value = 1;
        for (int i = 1; i < 10_000; i++)
        {
            int m = i / 2;
            double term = i == 1 ? b / (a + b)
                : i % 2 == 1 ? (b + m) * (a + b - 1 + m) / ((a + b - 1 + (2 * m)) * (a + b + (2 * m)))
                : m * (a - 1 + m) / ((a + b - 2 + (2 * m)) * (a + b - 1 + (2 * m)));
            d = 1 / (1 - (term * x * d));
            c = 1 - (term * x / c);
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 2e-16)
                break;
        }

        return value;
    }

    private readonly struct Worth(double less) : IProbabilityFunction
    {
        public double At(double p, double complement) => 1 / (less + (p * (1 - less)));
    }

    private readonly struct DiscountedCount(RegularCustomer customer, double rate) : IFunction
    {
        public double At(double u) => Math.Exp(-rate * u) * customer.ExpectedPurchases(u);
    }
}
