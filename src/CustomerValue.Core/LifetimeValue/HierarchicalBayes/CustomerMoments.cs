using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>Draws of one customer's λ, μ and remaining lifetime, summed up as they come.</summary>
internal sealed class CustomerMoments
{
    /// <summary>Where each number is: P(alive), five of λ, five of μ, then mean and standard deviation of the purchases within each horizon.</summary>
    public const int Alive = 0, Purchase = 1, Dropout = 6, Horizons = 11;

    /// <summary>Places that a rate takes.</summary>
    public const int OfRate = 5;

    public CustomerMoments(int horizons) => Numbers = new double[Horizons + (2 * horizons)];

    public double[] Numbers { get; }

    /// <summary>Takes one draw of what is still to come in: N ~ Poisson(λ·time alive within the horizon), so that its mean and variance need no draw of N.</summary>
    /// <param name="rate">λ.</param>
    /// <param name="left">How long the customer still stays, 0 where already gone.</param>
    /// <param name="horizons">The horizons.</param>
    public void AddPurchases(double rate, double left, double[] horizons)
    {
        for (int i = 0; i < horizons.Length; i++)
        {
            double expected = rate * Math.Min(left, horizons[i]);
            Numbers[Horizons + (2 * i)] += expected;
            Numbers[Horizons + (2 * i) + 1] += expected * expected;
        }
    }

    /// <summary>From sums over <paramref name="draws"/> draws to means and standard deviations.</summary>
    public void Finish(double draws)
    {
        for (int at = Horizons; at < Numbers.Length; at += 2)
        {
            double mean = Numbers[at] /= draws;
            Numbers[at + 1] = Math.Sqrt(mean + Math.Max(0, (Numbers[at + 1] / draws) - (mean * mean)));
        }
    }

    /// <summary>Writes what a rate's draws say; their order is changed.</summary>
    public void SetRate(int at, double[] draws)
    {
        double mean = 0;
        for (int i = 0; i < draws.Length; i++)
            mean += draws[i];
        mean /= draws.Length;
        double squares = 0;
        for (int i = 0; i < draws.Length; i++)
            squares += (draws[i] - mean) * (draws[i] - mean);

        Numbers[at] = mean;
        Numbers[at + 1] = Math.Sqrt(squares / draws.Length);
        int middle = draws.Length / 2;
        int low = (int)(0.05 * draws.Length);
        int high = (int)(0.95 * draws.Length);
        Numbers[at + 3] = Selection.Select(draws, middle);
        Numbers[at + 2] = Selection.Select(draws.AsSpan(0, middle), low);
        Numbers[at + 4] = Selection.Select(draws.AsSpan(middle), high - middle);
    }
}
