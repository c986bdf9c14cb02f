using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>What a history's likelihood is without (r)_x/α^x, with derivatives by the logs of (r, α, b, s, β): see <see cref="GgomNbdHistory"/>.</summary>
internal readonly struct Silence
{
    /// <summary>Where the rest of the integral is below this part of the sum, it is left out.</summary>
    private const double Negligible = 1e-18;

    private readonly double r, alpha, b, s, beta, n, recency, length;

    /// <summary>α + t_x, β as seen from t_x, (β − 1)·e^(−b·t_x), 1 − e^(−b·t_x), β·e^(−b·t_x).</summary>
    private readonly double alphaLast, betaLast, excess, passed, betaLeft;

    /// <summary>ln(1 + t_x/α), α/(α + t_x), H, and its derivatives by ln b and −ln β at the last purchase.</summary>
    private readonly double u0, v0, h0, q0, p0;

    public Silence(ReadOnlySpan<double> theta, int frequency, double recency, double age)
    {
        (r, alpha, b, s, beta) = (theta[0], theta[1], theta[2], theta[3], theta[4]);
        this.recency = recency;
        n = r + frequency;
        length = age - recency;
        double left = Math.Exp(-b * recency);
        passed = -SpecialFunctions.Expm1(-b * recency);
        alphaLast = alpha + recency;
        betaLeft = beta * left;
        betaLast = betaLeft + passed;
        excess = (beta - 1) * left;
        u0 = SpecialFunctions.Log1P(recency / alpha);
        v0 = alpha / alphaLast;
        h0 = new GompertzLifetime(b, s, beta).Decline(recency);
        q0 = b * recency / betaLast;
        p0 = passed / betaLast;
    }

    private double AtLast => -(n * u0) - (s * h0);

    /// <summary>ln L less the part of x alone, and the log of the share of it in which the customer is alive at T.</summary>
    public double Evaluate(out double logAlive)
    {
        GompertzLifetime life = new(b, s, betaLast);
        double exponent = (n * SpecialFunctions.Log1P(length / alphaLast)) + (s * life.Decline(length));
        double silent = Math.Exp(-exponent);
        PanelRule rule = new(life, 0, alphaLast, n, 0);
        for (double from = 0, rest = 1; from < length && rest > Negligible * silent;)
        {
            double to = Math.Min(length, from + rule.Right(from));
            silent += GaussLegendre.Integrate(from, to, new Leaving(life, alphaLast, n));
            from = to;
            rest = Math.Exp(-(n * SpecialFunctions.Log1P(to / alphaLast)) - (s * life.Decline(to)));
        }

        double logSilent = Math.Log(silent);
        logAlive = -exponent - logSilent;
        return AtLast + logSilent;
    }

    /// <summary>ln L less the part of x alone; writes gradient and upper triangle of the Hessian.</summary>
    public double Evaluate(Span<double> gradient, Span<double> hessian)
    {
        GompertzLifetime life = new(b, s, betaLast);
        PanelRule rule = new(life, 0, alphaLast, n, 0);
        Span<double> sums = stackalloc double[21];
        sums.Clear();
        Add(length, 1, died: 0, sums);
        for (double from = 0, rest = 1; from < length && rest > Negligible * sums[0];)
        {
            double to = Math.Min(length, from + rule.Right(from));
            double half = (to - from) / 2;
            for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
                Add(from + (half * (1 + GaussLegendre.Nodes[i])), half * GaussLegendre.Weights[i] * s * b, died: 1, sums);
            from = to;
            rest = Math.Exp(-(n * SpecialFunctions.Log1P(to / alphaLast)) - (s * life.Decline(to)));
        }

        return Derivatives(sums, gradient, hessian);
    }

    /// <summary>Adds one point at t_x + since: its weight, with the gradient of its log less that at t_x, and the products and curvatures.</summary>
    private void Add(double since, double weight, double died, Span<double> sums)
    {
        double time = recency + since;
        double u = SpecialFunctions.Log1P(since / alphaLast);
        double v = alpha / (alpha + time);
        double step = b * since;
        // 1/(1 + (β' − 1)e^(−bσ)) and e^(−bσ) times it, with everything divided by e^(bσ) where that is huge.
        double grown = step < GompertzLifetime.Far ? SpecialFunctions.Expm1(step) : -SpecialFunctions.Expm1(-step);
        double still = step < GompertzLifetime.Far ? 1 : Math.Exp(-step);
        double share = 1 / ((betaLast * still) + grown);
        double decline = step < GompertzLifetime.Far ? SpecialFunctions.Log1P(grown / betaLast) : step - Math.Log(share * betaLast);
        double speed = (still + grown) * share;
        double q = b * time * speed;
        double z = b * time * excess * still * share;
        double p = ((passed * still) + grown) * share;
        double notP = betaLeft * still * share;
        double part = weight * Math.Exp(-(n * u) - (s * decline)) * (died > 0 ? speed : 1);
        double gr = -r * u;
        double ga = -n * (v - v0);
        double gb = (died * (1 + z)) - (s * (q - q0));
        double gs = died - (s * decline);
        double gBeta = (s * (p - p0)) - (died * notP);
        sums[0] += part;
        sums[1] += part * gr;
        sums[2] += part * ga;
        sums[3] += part * gb;
        sums[4] += part * gs;
        sums[5] += part * gBeta;
        sums[6] += part * ((gr * gr) - (r * (u + u0)));
        sums[7] += part * ((gr * ga) + (r * (1 - v)));
        sums[8] += part * gr * gb;
        sums[9] += part * gr * gs;
        sums[10] += part * gr * gBeta;
        sums[11] += part * ((ga * ga) - (n * v * (1 - v)));
        sums[12] += part * ga * gb;
        sums[13] += part * ga * gs;
        sums[14] += part * ga * gBeta;
        sums[15] += part * ((gb * gb) + (died * z) - (s * q) - ((s + died) * q * z));
        sums[16] += part * ((gb * gs) - (s * q));
        sums[17] += part * ((gb * gBeta) + ((s + died) * q * notP));
        sums[18] += part * ((gs * gs) - (s * (decline + h0)));
        sums[19] += part * ((gs * gBeta) + (s * p));
        sums[20] += part * ((gBeta * gBeta) - ((s + died) * p * notP));
    }

    private double Derivatives(ReadOnlySpan<double> sums, Span<double> gradient, Span<double> hessian)
    {
        double total = sums[0];
        for (int i = 0, k = 6; i < 5; i++)
        {
            gradient[i] = sums[1 + i] / total;
            for (int j = i; j < 5; j++, k++)
                hessian[(i * 5) + j] = (sums[k] - (sums[1 + i] * sums[1 + j] / total)) / total;
        }

        gradient[0] -= r * u0;
        gradient[1] += n * (recency / alphaLast);
        gradient[2] -= s * q0;
        gradient[3] -= s * h0;
        gradient[4] += s * p0;
        return AtLast + Math.Log(total);
    }

    /// <summary>s·h(t) e^(−n ln(1 + t/α) − sH(t)).</summary>
    private readonly struct Leaving(GompertzLifetime life, double alpha, double n) : IFunction
    {
        public double At(double t) => life.S * life.Slope(t) * Math.Exp(-(n * SpecialFunctions.Log1P(t / alpha)) - (life.S * life.Decline(t)));
    }
}
