namespace CustomerValue.Numerics;

/// <summary>
/// A fast seeded source of numbers that can be split: every (seed, chain, step, block) has a stream of its own, so that draws don't depend
/// on who makes them or when. xoshiro256** (Blackman &amp; Vigna 2021), its state filled by SplitMix64 from the hashed key.
/// </summary>
internal struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public RandomStream(long seed, int chain, int step, int block)
    {
        // Each part is mixed before the next joins, so that keys which differ in one bit have nothing in common.
        ulong key = Mix((ulong)seed + 0x9E3779B97F4A7C15UL);
        key = Mix(key ^ ((ulong)(uint)chain * 0xD1342543DE82EF95UL));
        key = Mix(key ^ (((ulong)(uint)step << 32) | (uint)block));
        s0 = Mix(key += 0x9E3779B97F4A7C15UL);
        s1 = Mix(key += 0x9E3779B97F4A7C15UL);
        s2 = Mix(key += 0x9E3779B97F4A7C15UL);
        s3 = Mix(key + 0x9E3779B97F4A7C15UL);
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        ulong result = Rotate(s1 * 5, 7) * 9;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Rotate(s3, 45);
        return result;
    }

    /// <summary>A number in (0, 1), neither end included.</summary>
    public double Uniform() => ((Bits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>An exponential variate of mean 1, &gt; 0.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>A standard normal variate. Source: Marsaglia &amp; Tsang (2000), the ziggurat; layers as in Doornik (2005).</summary>
    public double Normal()
    {
        while (true)
        {
            ulong bits = Bits();
            int layer = (int)(bits & 127);
            double u = ((long)(bits >> 11) - (1L << 52)) * (1.0 / (1L << 52));
            if (Math.Abs(u) < Ziggurat.Ratios[layer])
                return u * Ziggurat.Edges[layer];
            if (layer == 0)
                return Tail(u < 0);
            double x = u * Ziggurat.Edges[layer];
            double outer = Math.Exp(-0.5 * ((Ziggurat.Edges[layer] * Ziggurat.Edges[layer]) - (x * x)));
            double inner = Math.Exp(-0.5 * ((Ziggurat.Edges[layer + 1] * Ziggurat.Edges[layer + 1]) - (x * x)));
            if (inner + (Uniform() * (outer - inner)) < 1)
                return x;
        }
    }

    /// <summary>A gamma variate of rate 1; 0 where it lies below the smallest double. Source: Marsaglia &amp; Tsang (2000), "A simple method for generating gamma variables".</summary>
    public double Gamma(double shape) => shape >= 1 ? GammaFromOne(shape) : GammaFromOne(shape + 1) * Math.Exp(-Exponential() / shape);

    /// <summary>The logarithm of a gamma variate of rate 1, finite at every shape.</summary>
    public double LogGamma(double shape) => shape >= 1 ? Math.Log(GammaFromOne(shape)) : Math.Log(GammaFromOne(shape + 1)) - (Exponential() / shape);

    private double GammaFromOne(double shape)
    {
        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal();
            double v = 1 + (c * x);
            if (v <= 0)
                continue;
            v = v * v * v;
            double u = Uniform();
            double square = x * x;
            if (u < 1 - (0.0331 * square * square) || Math.Log(u) < (0.5 * square) + (d * (1 - v + Math.Log(v))))
                return d * v;
        }
    }

    private double Tail(bool negative)
    {
        while (true)
        {
            double x = Exponential() / Ziggurat.Start;
            if (2 * Exponential() >= x * x)
                return negative ? -(Ziggurat.Start + x) : Ziggurat.Start + x;
        }
    }

    private static ulong Rotate(ulong x, int bits) => (x << bits) | (x >> (64 - bits));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
