using MathNet.Numerics.Distributions;

namespace CustomerValue.Simulation;

/// <summary>What of a customer a stream of random numbers decides. One stream each, so that, say, a customer without refunds still has the same orders.</summary>
internal enum Topic
{
    Traits,
    Purchases,
    Orders,
    Refunds,
    Profile,
    Survey,
    Invitations,
    HeldBack,
    Wallet,
}

/// <summary>Streams, and draws that only the simulation needs; the others are in <see cref="Numerics.Sampling"/>.</summary>
internal static class Draw
{
    /// <summary>A stream that depends on nothing but its three arguments. They are mixed by the finaliser of SplitMix64 (Steele, Lea &amp; Flood 2014), since neighbouring seeds of Random give related streams.</summary>
    public static Random Stream(int seed, int customer, Topic topic)
    {
        unchecked
        {
            ulong z = (((ulong)(uint)seed << 32) | (uint)customer) + ((ulong)(topic + 1) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return new Random((int)((z ^ (z >> 31)) >> 33));
        }
    }

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    public static double Normal(this Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);

    public static int Count(this Random random, double mean) => mean > 0 ? Poisson.Sample(random, mean) : 0;

    /// <summary>An index drawn in proportion to the weights.</summary>
    public static int Choose(this Random random, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
            sum += weight;
        double left = random.NextDouble() * sum;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }

        return weights.Length - 1;
    }
}
