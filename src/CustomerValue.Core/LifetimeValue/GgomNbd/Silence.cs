using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>What a history's likelihood is without (r)_x/α^x, with derivatives by the logs of (r, α, b, s, β): see <see cref="GgomNbdHistory"/>.</summary>
internal readonly partial struct Silence
{
    private readonly double r, alpha, b, s, n, recency, length;

    /// <summary>As seen from t_x: α + t_x, β, (β − 1)·e^(−b·t_x), 1 − e^(−b·t_x), β·e^(−b·t_x).</summary>
    private readonly double alphaLast, betaLast, excess, passed, betaLeft;

    /// <summary>ln(1 + t_x/α), H, and its derivatives by ln b and −ln β at the last purchase.</summary>
    private readonly double u0, h0, q0, p0;

    public Silence(double r, double alpha, in GompertzLifetime life, int frequency, double recency, double age)
    {
        (this.r, this.alpha, b, s) = (r, alpha, life.B, life.S);
        this.recency = recency;
        n = r + frequency;
        length = age - recency;
        double left = Math.Exp(-b * recency);
        passed = -SpecialFunctions.Expm1(-b * recency);
        alphaLast = alpha + recency;
        betaLeft = life.Beta * left;
        betaLast = betaLeft + passed;
        excess = (life.Beta - 1) * left;
        u0 = SpecialFunctions.Log1P(recency / alpha);
        h0 = recency == 0 ? 0 : life.Decline(recency);
        q0 = b * recency / betaLast;
        p0 = passed / betaLast;
    }

    private double AtLast => -(n * u0) - (s * h0);

    /// <summary>From t_x on, if there then.</summary>
    private SilentTime There => new(new GompertzLifetime(b, s, betaLast), alphaLast, n, 0);

    /// <summary>ln L less the part of x alone, and the log of the share of it in which the customer is alive at T.</summary>
    public double Evaluate(out double logAlive)
    {
        double exponent = There.Exponent(length);
        double alive = Math.Exp(-exponent);
        double silent = alive + There.Integrate(length, Weighting.Leaving, alive);
        // Near 1 it is the chance to buy, which is the rest, that tells it from 1.
        double logSilent = silent > 0.5 ? SpecialFunctions.Log1P(-There.Integrate(length, Weighting.Buying, 0)) : Math.Log(silent);
        logAlive = Math.Min(0, -exponent - logSilent);
        return AtLast + logSilent;
    }

    /// <summary>ln L less the part of x alone; writes gradient and upper triangle of the Hessian.</summary>
    public double Evaluate(Span<double> gradient, Span<double> hessian)
    {
        Span<double> sums = stackalloc double[21];
        sums.Clear();
        Add(length, 1, died: 0, sums);
        AddPanels(new PanelRule(new GompertzLifetime(b, s, betaLast), 0, alphaLast, n, 0), sums);
        return Derivatives(sums, gradient, hessian);
    }

    /// <summary>Adds the integral over the length.</summary>
    private void AddPanels(in PanelRule rule, Span<double> sums)
    {
#if NET
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
        {
            AddByFour(rule, sums);
            return;
        }
#endif
        for (double from = 0, rest = 1; from < length && rest > SilentTime.Negligible * sums[0];)
        {
            double to = Math.Min(length, from + rule.Right(from));
            double half = (to - from) / 2;
            for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
                Add(from + (half * (1 + GaussLegendre.Nodes[i])), half * GaussLegendre.Weights[i] * s * b, died: 1, sums);
            from = to;
            rest = to < length ? Math.Exp(-There.Exponent(to)) : 0;
        }
    }

    /// <summary>Adds one point at t_x + since: its weight, with the gradient of its log less that at t_x, and the products and curvatures.</summary>
    private void Add(double since, double weight, double died, Span<double> sums)
    {
        double time = recency + since;
        double u = SpecialFunctions.Log1P(since / alphaLast);
        double v = alpha / (alpha + time);
        double lost = time / (alpha + time);
        double step = b * since;
        // Where e^(bσ) is huge, everything is divided by it.
        bool far = step > GompertzLifetime.Far;
        double grown = far ? -SpecialFunctions.Expm1(-step) : SpecialFunctions.Expm1(step);
        double still = far ? Math.Exp(-step) : 1;
        double share = 1 / ((betaLast * still) + grown);
        double decline = far ? step - Math.Log(share * betaLast) : SpecialFunctions.Log1P(grown / betaLast);
        double speed = (still + grown) * share;
        double q = b * time * speed;
        double z = b * time * excess * still * share;
        double p = ((passed * still) + grown) * share;
        double notP = betaLeft * still * share;
        double part = weight * Math.Exp(-(n * u) - (s * decline)) * (died > 0 ? speed : 1);
        double gr = -r * u;
        double ga = n * v * (since / alphaLast);
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
        sums[7] += part * ((gr * ga) + (r * lost));
        sums[8] += part * gr * gb;
        sums[9] += part * gr * gs;
        sums[10] += part * gr * gBeta;
        sums[11] += part * ((ga * ga) - (n * v * lost));
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
        double inverse = 1 / total;
        for (int i = 0, k = 6; i < 5; i++)
        {
            double mean = sums[1 + i] * inverse;
            gradient[i] = mean;
            for (int j = i; j < 5; j++, k++)
                hessian[(i * 5) + j] = (sums[k] - (mean * sums[1 + j])) * inverse;
        }

        gradient[0] -= r * u0;
        gradient[1] += n * (recency / alphaLast);
        gradient[2] -= s * q0;
        gradient[3] -= s * h0;
        gradient[4] += s * p0;
        return AtLast + Math.Log(total);
    }
}
