using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// The part of a history's log-likelihood that needs recency and age, ln L00 + ln(1 + cR) with R = 1 − L10/L00 − L01/L00 + L11/L00, and
/// its derivatives by ln r, ln α, ln s, ln β and c.
/// </summary>
internal static class CorrelatedTimes
{
    /// <summary>Returns the value; writes gradient (5) and upper triangle of the Hessian (5 × 5, row by row).</summary>
    public static double Evaluate(ReadOnlySpan<double> theta, double c, int frequency, double recency, double age, Span<double> gradient, Span<double> hessian)
    {
        Span<double> plainGradient = stackalloc double[4];
        Span<double> plainHessian = stackalloc double[16];
        Span<double> g = stackalloc double[4];
        Span<double> h = stackalloc double[16];
        Span<double> moved = stackalloc double[4];
        double plain = ParetoNbdTimes.Evaluate(theta, frequency, recency, age, plainGradient, plainHessian);

        // R and its derivatives gather in gradient and hessian; those of c come last.
        gradient.Clear();
        hessian.Clear();
        double excess = 0;
        for (int part = 1; part < 4; part++)
        {
            theta.CopyTo(moved);
            double partAlpha = 1;
            double partBeta = 1;
            double raised = 0;
            if (part != 2)
            {
                moved[1]++;
                partAlpha = theta[1] / moved[1];
                raised = frequency * SpecialFunctions.Log1P(1 / theta[1]);
            }

            if (part != 1)
            {
                moved[3]++;
                partBeta = theta[3] / moved[3];
            }

            double difference = ParetoNbdTimes.Evaluate(moved, frequency, recency, age, g, h) - raised - plain;
            ByLogsOf(g, h, 1, partAlpha);
            ByLogsOf(g, h, 3, partBeta);
            g[1] += frequency * (1 - partAlpha);
            h[5] += frequency * partAlpha * (1 - partAlpha) * -1;
            double sign = part == 3 ? 1 : -1;
            double ratio = sign * Math.Exp(difference);
            excess += sign * SpecialFunctions.Expm1(difference);
            for (int i = 0; i < 4; i++)
                g[i] -= plainGradient[i];
            for (int i = 0; i < 4; i++)
            {
                gradient[i] += ratio * g[i];
                for (int j = i; j < 4; j++)
                    hessian[(5 * i) + j] += ratio * (h[(4 * i) + j] - plainHessian[(4 * i) + j] + (g[i] * g[j]));
            }
        }

        double v = 1 + (c * excess);
        for (int i = 0; i < 4; i++)
        {
            for (int j = i; j < 4; j++)
                hessian[(5 * i) + j] = plainHessian[(4 * i) + j] + (c * hessian[(5 * i) + j] / v) - (c * gradient[i] / v * (c * gradient[j] / v));
            hessian[(5 * i) + 4] = gradient[i] / v / v;
        }

        for (int i = 0; i < 4; i++)
            gradient[i] = plainGradient[i] + (c * gradient[i] / v);
        gradient[4] = excess / v;
        hessian[24] = -gradient[4] * gradient[4];
        return plain + SpecialFunctions.Log1P(c * excess);
    }

    /// <summary>From derivatives by ln(θ + 1) to those by ln θ: d ln(θ+1)/d ln θ = θ/(θ+1).</summary>
    private static void ByLogsOf(Span<double> g, Span<double> h, int variable, double part)
    {
        for (int i = 0; i < variable; i++)
            h[(4 * i) + variable] *= part;
        for (int j = variable + 1; j < 4; j++)
            h[(4 * variable) + j] *= part;
        h[5 * variable] = (h[5 * variable] * part * part) + (g[variable] * part * (1 - part));
        g[variable] *= part;
    }
}
