using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// What a history says of a customer: the log-likelihood, the chance of being alive at T, and the rates of one who is alive,
/// λ ~ Gamma(r + x, α + A) and μ ~ Gamma(s, β + D), independent.
/// </summary>
internal readonly struct CustomerState
{
    /// <summary>ln L but for ln (r)_x and γ'Σz.</summary>
    public double LogLikelihood { get; private init; }

    public double Alive { get; private init; }

    /// <summary>r + x.</summary>
    public double Shape { get; private init; }

    /// <summary>α + A(T).</summary>
    public double Rate { get; private init; }

    /// <summary>s.</summary>
    public double DropoutShape { get; private init; }

    /// <summary>β + D(T).</summary>
    public double DropoutRate { get; private init; }

    /// <summary>Goes through a customer's time of observation.</summary>
    /// <param name="theta">r, α, s, β.</param>
    /// <param name="walk">At the first purchase.</param>
    /// <param name="frequency">x.</param>
    /// <param name="recency">t_x.</param>
    /// <param name="age">T.</param>
    public static CustomerState Of(ReadOnlySpan<double> theta, RateWalk walk, int frequency, double recency, double age)
    {
        double power = theta[0] + frequency;
        double s = theta[2];
        double a = 0;
        double d = 0;
        double last = walk.Time + recency;
        double end = walk.Time + age;
        while (walk.Time < last)
            Advance(ref walk, Math.Min(last, walk.Until) - walk.Time, Math.Min(last, walk.Until), ref a, ref d);
        double logA = SpecialFunctions.Log1P(a / theta[1]);
        double logD = SpecialFunctions.Log1P(d / theta[3]);
        double left = 0;
        double bought = 0;
        double logWeight = 0;
        while (walk.Time < end)
        {
            double until = Math.Min(end, walk.Until);
            double width = until - walk.Time;
            double weight = Math.Exp(logWeight);
            if (weight > 1e-18 * left)
            {
                double rho = walk.Purchase / (theta[1] + a);
                double sigma = walk.Dropout / (theta[3] + d);
                double step = PieceMoments.Step(power, s + 1, rho, sigma, width);
                left += weight * s * sigma * PieceMoments.Integral(power, s + 1, rho, sigma, step);
                if (frequency == 0)
                    bought += weight * power * rho * PieceMoments.Integral(power + 1, s, rho, sigma, step);
                (width, until) = step == width ? (width, until) : (step, walk.Time + step);
            }

            Advance(ref walk, width, until, ref a, ref d);
            logWeight = -(power * (SpecialFunctions.Log1P(a / theta[1]) - logA)) - (s * (SpecialFunctions.Log1P(d / theta[3]) - logD));
        }

        double sum = left + Math.Exp(logWeight);
        // Hardly a chance of a purchase: the likelihood of none is told by that chance, not by what is left of 1.
        double logSum = frequency == 0 && sum > 0.5 ? SpecialFunctions.Log1P(-bought) : Math.Log(sum);
        return new()
        {
            LogLikelihood = logSum - (frequency * Math.Log(theta[1])) - (power * logA) - (s * logD),
            Alive = Math.Exp(logWeight - logSum),
            Shape = power,
            Rate = theta[1] + a,
            DropoutShape = s,
            DropoutRate = theta[3] + d,
        };
    }

    private static void Advance(ref RateWalk walk, double width, double until, ref double a, ref double d)
    {
        a += width * walk.Purchase;
        d += width * walk.Dropout;
        walk.MoveTo(until);
    }
}
