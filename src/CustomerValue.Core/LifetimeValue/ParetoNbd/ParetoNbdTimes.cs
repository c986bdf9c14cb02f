using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// The part of a history's log-likelihood that needs recency and age, all but the rising factorial and α^(−x):
/// −r ln(1+T/α) − x ln(1+T/α) − s ln(1+T/β) + ln(1 + Q), with its derivatives by ln r, ln α, ln s, ln β.
/// ln Q is the log of an integral, so its derivatives are means and covariances of the integrand's logarithmic derivatives G.
/// </summary>
internal static class ParetoNbdTimes
{
    /// <summary>The value, and P(left), without derivatives.</summary>
    public static double Evaluate(double r, double alpha, double s, double beta, int frequency, double recency, double age)
    {
        Span<double> sum = stackalloc double[1];
        sum.Clear();
        double odds = SilenceIntegral.LogOdds(r + frequency, alpha, s, beta, recency, age, sum);
        return SpecialFunctions.LogOnePlusExp(odds) - ((r + frequency) * SpecialFunctions.Log1P(age / alpha)) - (s * SpecialFunctions.Log1P(age / beta));
    }

    /// <summary>The value; writes gradient and upper triangle of the Hessian, row by row, 4 × 4.</summary>
    public static double Evaluate(ReadOnlySpan<double> theta, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        double r = theta[0];
        double alpha = theta[1];
        double s = theta[2];
        double beta = theta[3];
        double a = r + frequency;
        double logAlpha = SpecialFunctions.Log1P(age / alpha);
        double logBeta = SpecialFunctions.Log1P(age / beta);
        double shareAlpha = age / (alpha + age);
        double shareBeta = age / (beta + age);
        double restAlpha = alpha / (alpha + age);
        double restBeta = beta / (beta + age);
        hessian.Clear();
        gradient[0] = hessian[0] = -r * logAlpha;
        gradient[1] = a * shareAlpha;
        gradient[2] = hessian[10] = -s * logBeta;
        gradient[3] = hessian[11] = s * shareBeta;
        hessian[1] = r * shareAlpha;
        hessian[5] = -a * shareAlpha * restAlpha;
        hessian[15] = -s * shareBeta * restBeta;
        double value = -(a * logAlpha) - (s * logBeta);

        Span<double> m = stackalloc double[SilenceIntegral.Sums];
        m.Clear();
        double odds = SilenceIntegral.LogOdds(a, alpha, s, beta, recency, age, m);
        if (double.IsNegativeInfinity(odds))
            return value;
        double small = Math.Exp(-Math.Abs(odds));
        double left = odds > 0 ? 1 / (1 + small) : small / (1 + small);
        double spread = small / ((1 + small) * (1 + small));

        double silence = age - recency;
        double atAlpha = alpha + recency;
        double atBeta = beta + recency;
        double e = alpha / atAlpha;
        double b = beta / atBeta;
        double c = e * silence / (alpha + age);
        double d = b * silence / (beta + age);
        double logSilenceAlpha = SpecialFunctions.Log1P(silence / atAlpha);
        double logSilenceBeta = SpecialFunctions.Log1P(silence / atBeta);

        // G by the logs: r(ln((α+T)/(α+t)) − l_α), aα(u_α/(α+t) − …), 1 + s(… − l_β), β(…): each linear in one of the four.
        double meanR = r * (logSilenceAlpha - m[1]);
        double meanAlpha = a * ((e * m[3]) - c);
        double meanS = s * (logSilenceBeta - m[2]);
        double meanBeta = (b * (((s + 1) * m[4]) - 1)) - (s * d);
        double slopeR = -r;
        double slopeAlpha = a * e;
        double slopeS = -s;
        double slopeBeta = b * (s + 1);

        double rest = 1 - e - restAlpha;
        double curveAlpha = a * ((((e * rest) - (c * e)) * m[3]) + (e * e * m[12]) - (c * rest));
        double curveBeta = ((s + 1) * b * b * (1 - (2 * m[4]) + m[14])) - (s * restBeta * restBeta) + meanBeta;

        gradient[0] += left * meanR;
        gradient[1] += left * meanAlpha;
        gradient[2] += left * (1 + meanS);
        gradient[3] += left * meanBeta;
        Add(hessian, 0, meanR, slopeR, slopeR, m[5] - (m[1] * m[1]), meanR, meanR, left, spread);
        Add(hessian, 1, r / a * meanAlpha, slopeR, slopeAlpha, m[7] - (m[1] * m[3]), meanR, meanAlpha, left, spread);
        Add(hessian, 2, 0, slopeR, slopeS, m[6] - (m[1] * m[2]), meanR, 1 + meanS, left, spread);
        Add(hessian, 3, 0, slopeR, slopeBeta, m[8] - (m[1] * m[4]), meanR, meanBeta, left, spread);
        Add(hessian, 5, curveAlpha, slopeAlpha, slopeAlpha, m[12] - (m[3] * m[3]), meanAlpha, meanAlpha, left, spread);
        Add(hessian, 6, 0, slopeAlpha, slopeS, m[10] - (m[2] * m[3]), meanAlpha, 1 + meanS, left, spread);
        Add(hessian, 7, 0, slopeAlpha, slopeBeta, m[13] - (m[3] * m[4]), meanAlpha, meanBeta, left, spread);
        Add(hessian, 10, meanS, slopeS, slopeS, m[9] - (m[2] * m[2]), 1 + meanS, 1 + meanS, left, spread);
        Add(hessian, 11, s * ((b * m[4]) - d), slopeS, slopeBeta, m[11] - (m[2] * m[4]), 1 + meanS, meanBeta, left, spread);
        Add(hessian, 15, curveBeta, slopeBeta, slopeBeta, m[14] - (m[4] * m[4]), meanBeta, meanBeta, left, spread);
        return value + SpecialFunctions.LogOnePlusExp(odds);
    }

    /// <summary>ln(1+Q) by i and j: P(left)·(E G_ij + Cov(G_i, G_j)) + P(left) P(alive) E G_i E G_j.</summary>
    private static void Add(Span<double> hessian, int at, double curve, double slopeI, double slopeJ, double covariance, double meanI, double meanJ, double left, double spread) =>
        hessian[at] += (left * (curve + (slopeI * slopeJ * covariance))) + (spread * meanI * meanJ);
}
