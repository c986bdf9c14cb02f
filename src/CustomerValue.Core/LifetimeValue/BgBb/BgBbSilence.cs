namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>
/// R_j = P(no purchase in (j, n] | x purchases, alive at j) with its derivatives by (α, β, γ, δ). It steps backward from R_n = 1:
/// R_j = c + (1 − c)·p·R_{j+1}, where c = γ/(γ+δ+j) is the chance to leave and p = (β+j−x)/(α+β+j) the chance not to buy.
/// So one pass from n serves every t_x of the same x and n, and no beta function is called.
/// </summary>
internal struct BgBbSilence(double alpha, double beta, double gamma, double delta)
{
    private double r = 1;
    private double ra, rb, rc, rd;
    private double raa, rab, rac, rad, rbb, rbc, rbd, rcc, rcd, rdd;

    /// <summary>From j + 1 to j, given x.</summary>
    public void Step(double x, double j)
    {
        // Chance not to buy, p, and pR =: Q.
        double i = 1 / (alpha + beta + j);
        double free = beta + (j - x);
        double p = free * i;
        double pa = -p * i;
        double pb = (alpha + x) * i * i;
        double paa = -2 * pa * i;
        double pab = (free - alpha - x) * i * i * i;
        double pbb = -2 * pb * i;
        double q = p * r;
        double qa = (pa * r) + (p * ra);
        double qb = (pb * r) + (p * rb);
        double qc = p * rc;
        double qd = p * rd;
        double qaa = (paa * r) + (2 * pa * ra) + (p * raa);
        double qab = (pab * r) + (pa * rb) + (pb * ra) + (p * rab);
        double qbb = (pbb * r) + (2 * pb * rb) + (p * rbb);
        double qac = (pa * rc) + (p * rac);
        double qad = (pa * rd) + (p * rad);
        double qbc = (pb * rc) + (p * rbc);
        double qbd = (pb * rd) + (p * rbd);
        double qcc = p * rcc;
        double qcd = p * rcd;
        double qdd = p * rdd;

        // Chance to leave, c, and c + (1 − c)Q.
        double k = 1 / (gamma + delta + j);
        double c = gamma * k;
        double s = (delta + j) * k;
        double cc = s * k;
        double cd = -c * k;
        double ccc = -2 * cc * k;
        double ccd = (gamma - delta - j) * k * k * k;
        double cdd = -2 * cd * k;
        double rest = 1 - q;
        raa = s * qaa;
        rab = s * qab;
        rbb = s * qbb;
        rac = (s * qac) - (cc * qa);
        rad = (s * qad) - (cd * qa);
        rbc = (s * qbc) - (cc * qb);
        rbd = (s * qbd) - (cd * qb);
        rcc = (ccc * rest) - (2 * cc * qc) + (s * qcc);
        rcd = (ccd * rest) - (cc * qd) - (cd * qc) + (s * qcd);
        rdd = (cdd * rest) - (2 * cd * qd) + (s * qdd);
        ra = s * qa;
        rb = s * qb;
        rc = (cc * rest) + (s * qc);
        rd = (cd * rest) + (s * qd);
        r = c + (s * q);
    }

    /// <summary>Adds w·ln R with its derivatives (Hessian row by row, upper triangle) and returns w·ln R.</summary>
    public readonly double Add(double w, Span<double> g, Span<double> h)
    {
        double v = w / r;
        double a = ra / r;
        double b = rb / r;
        double c = rc / r;
        double d = rd / r;
        g[0] += w * a;
        g[1] += w * b;
        g[2] += w * c;
        g[3] += w * d;
        h[0] += (v * raa) - (w * a * a);
        h[1] += (v * rab) - (w * a * b);
        h[2] += (v * rac) - (w * a * c);
        h[3] += (v * rad) - (w * a * d);
        h[5] += (v * rbb) - (w * b * b);
        h[6] += (v * rbc) - (w * b * c);
        h[7] += (v * rbd) - (w * b * d);
        h[10] += (v * rcc) - (w * c * c);
        h[11] += (v * rcd) - (w * c * d);
        h[15] += (v * rdd) - (w * d * d);
        return w * Math.Log(r);
    }
}
