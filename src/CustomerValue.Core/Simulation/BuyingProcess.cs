using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Numerics;

namespace CustomerValue.Simulation;

/// <summary>When one customer buys, and when the customer leaves.</summary>
internal static class BuyingProcess
{
    /// <summary>
    /// The times of all purchases in [0, <paramref name="horizon"/>), the first at 0, and whether the customer stays to the end. Repeat purchases are
    /// Poisson of rate λ; after each the customer leaves with probability p, in MBG/NBD after the first purchase too.
    /// Sources: Fader, Hardie &amp; Lee (2005); Batislam, Denizel &amp; Filiztekin (2007).
    /// </summary>
    public static (IReadOnlyList<double> Times, bool Alive) Draw(Random random, PurchaseModel model, double purchaseRate, double dropoutProbability, double horizon)
    {
        List<double> times = [0];
        bool mayLeave = model is MbgNbdModel;
        while (true)
        {
            if (mayLeave && random.Chance(dropoutProbability))
                return (times, Alive: false);
            mayLeave = true;
            double next = times[times.Count - 1] + Sampling.Exponential(random, purchaseRate);
            // Not "next >= horizon": at a rate of 0 the wait is infinite, or no number.
            if (!(next < horizon))
                return (times, Alive: true);
            times.Add(next);
        }
    }
}
