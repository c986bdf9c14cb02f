using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <content>The part that needs each history: what the time since the last purchase says.</content>
internal sealed partial class ErlangBetaGeometricLikelihood
{
    /// <summary>Σ −(r+kx) ln(1 + T/α) + G + ln(1 + e^(D−G)): G the log of the sum over stages, D the log odds of having left were there no stages to come through.</summary>
    private double Silence(int from, int to, double[] theta, Span<double> g, Span<double> h)
    {
        double r = theta[0];
        double alpha = theta[1];
        double total = 0;
        StageMoments stages = default;
        for (int i = from; i < to; i++)
        {
            int x = histories.Frequency[i];
            double w = histories.Weight[i];
            double age = histories.Age[i];
            double recency = histories.Recency[i];
            double shape = r + ((double)k * x);
            double inverseAge = 1 / (alpha + age);
            double logAge = SpecialFunctions.Log1P(age / alpha);
            // d(ln(1 + T/α))/dα = −T/(α(α+T)), and its derivative.
            double slope = age / alpha * inverseAge;
            stages.Take(shape, inverseAge, (age - recency) * inverseAge, k);
            double value = stages.Log - (shape * logAge);
            double part = 1;
            if (x + extra > 0)
                part = AddLeft(theta, w, x + extra, shape, recency, age, stages, ref value, g, h);
            total += w * value;
            g[0] += w * (stages.First - logAge);
            g[1] += w * (stages.ByAlpha + (shape * slope));
            h[0] += w * part * stages.Second;
            h[1] += w * ((part * stages.Mixed) + slope);
            h[5] += w * ((part * stages.SecondByAlpha) - (shape * slope * ((1 / alpha) + inverseAge)));
        }

        return total;
    }

    /// <summary>Adds ln(1 + e^E), E = D − G, with its derivatives but for those that the second derivatives of G make; returns the part of G that stays, 1 less the chance of having left.</summary>
    private static double AddLeft(double[] theta, double w, int chances, double shape, double recency, double age, in StageMoments stages, ref double value, Span<double> g, Span<double> h)
    {
        double inverseAge = 1 / (theta[1] + age);
        double inverseLast = 1 / (theta[1] + recency);
        double silence = SpecialFunctions.Log1P((age - recency) * inverseLast);
        double change = (recency - age) * inverseAge * inverseLast;
        double stay = theta[3] + (chances - 1);
        double odds = Math.Log(theta[2] / stay) + (shape * silence) - stages.Log;
        double small = Math.Exp(-Math.Abs(odds));
        double left = odds > 0 ? 1 / (1 + small) : small / (1 + small);
        double spread = small / ((1 + small) * (1 + small));
        value += (odds > 0 ? odds : 0) + SpecialFunctions.Log1P(small);

        double byR = silence - stages.First;
        double byAlpha = (shape * change) - stages.ByAlpha;
        double byA = 1 / theta[2];
        double byB = -1 / stay;
        g[0] += w * left * byR;
        g[1] += w * left * byAlpha;
        g[2] += w * left * byA;
        g[3] += w * left * byB;
        h[0] += w * spread * byR * byR;
        h[1] += w * ((left * change) + (spread * byR * byAlpha));
        h[2] += w * spread * byR * byA;
        h[3] += w * spread * byR * byB;
        h[5] += w * ((-left * shape * change * (inverseAge + inverseLast)) + (spread * byAlpha * byAlpha));
        h[6] += w * spread * byAlpha * byA;
        h[7] += w * spread * byAlpha * byB;
        h[10] += w * (spread - left) * byA * byA;
        h[11] += w * spread * byA * byB;
        h[15] += w * (spread + left) * byB * byB;
        return odds > 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /// <summary>ln Σ_{j&lt;k} (s)_j/j! u^j with its derivatives by s and by α, on which u = (T − t_x)/(α + T) depends: moments of the chances of the stages.</summary>
    private struct StageMoments
    {
        public double Log;
        public double First;
        public double Second;
        public double ByAlpha;
        public double SecondByAlpha;
        public double Mixed;

        public void Take(double s, double inverseAge, double u, int k)
        {
            double term = 1;
            double sum = 1;
            double scale = 0;
            // H_j = Σ_{i<j} 1/(s + i) is the derivative of ln (s)_j, and less the sum of squares its derivative.
            double harmonic = 0;
            double squares = 0;
            (double h, double hh, double sq, double j1, double j2, double hj) = (0, 0, 0, 0, 0, 0);
            for (int j = 1; j < k; j++)
            {
                double inverse = 1 / (s + (j - 1));
                harmonic += inverse;
                squares += inverse * inverse;
                term *= (s + (j - 1)) * u / j;
                sum += term;
                h += term * harmonic;
                hh += term * harmonic * harmonic;
                sq += term * squares;
                j1 += term * j;
                j2 += term * j * j;
                hj += term * harmonic * j;
                if (sum > 1e200)
                {
                    scale += Math.Log(sum);
                    (term, h, hh, sq, j1, j2, hj) = (term / sum, h / sum, hh / sum, sq / sum, j1 / sum, j2 / sum, hj / sum);
                    sum = 1;
                }
            }

            Log = k == 1 ? 0 : Math.Log(sum) + scale;
            First = h / sum;
            Second = ((hh - sq) / sum) - (First * First);
            double mean = j1 / sum;
            ByAlpha = -mean * inverseAge;
            SecondByAlpha = (mean + (j2 / sum) - (mean * mean)) * inverseAge * inverseAge;
            Mixed = ((First * mean) - (hj / sum)) * inverseAge;
        }
    }
}
