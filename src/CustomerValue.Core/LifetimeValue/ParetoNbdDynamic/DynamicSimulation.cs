using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Draws from the exact process by a change of time: in the time A the purchases, and in the time D the dropout, have constant rates.</summary>
internal static class DynamicSimulation
{
    /// <summary>Times of repeat purchases of one customer.</summary>
    public static IReadOnlyList<double> PurchaseTimes(Random random, double[] theta, RateWalk walk, double horizon)
    {
        double rate = Sampling.Gamma(random, theta[0], theta[1]);
        double leaving = Sampling.Exponential(random, Sampling.Gamma(random, theta[2], theta[3]));
        double buying = Sampling.Exponential(random, rate);
        double begin = walk.Time;
        double end = begin + horizon;
        double a = 0;
        double d = 0;
        List<double> times = [];
        while (walk.Time < end)
        {
            double until = Math.Min(end, walk.Until);
            double width = until - walk.Time;
            double left = (leaving - d) / walk.Dropout;
            double stays = Math.Min(width, left);
            for (; buying <= a + (stays * walk.Purchase); buying += Sampling.Exponential(random, rate))
                times.Add(Math.Min(horizon, walk.Time - begin + ((buying - a) / walk.Purchase)));
            if (left < width)
                break;
            a += width * walk.Purchase;
            d += width * walk.Dropout;
            walk.MoveTo(until);
        }

        return times;
    }
}
