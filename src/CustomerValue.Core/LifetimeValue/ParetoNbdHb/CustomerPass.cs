#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// Draws λ, μ, whether alive and the lifetime τ of every customer under each draw of the population, from their exact conditional
/// distribution. As the population's draws don't depend on the customers', one history after the other goes through all of them,
/// and only its summary is kept. One for each worker.
/// </summary>
internal sealed class CustomerPass
{
    private readonly double[] r;
    private readonly double[] alpha;
    private readonly double[] s;
    private readonly double[] beta;
    private readonly double[] alive;
    private readonly double[] lambda;
    private readonly double[] mu;
    private readonly double[] horizons;
    private readonly long seed;

    public CustomerPass(double[][] draws, double[] horizons, long seed)
    {
        this.horizons = horizons;
        this.seed = seed;
        double[] Column(int i) => Array.ConvertAll(draws, draw => draw[i]);
        (r, alpha, s, beta) = (Column(0), Column(1), Column(2), Column(3));
        (alive, lambda, mu) = (new double[draws.Length], new double[draws.Length], new double[draws.Length]);
    }

    /// <summary>The posterior of a history; <paramref name="stream"/> numbers it.</summary>
    public CustomerMoments Of(int frequency, double recency, double age, int stream)
    {
        Chances(frequency, recency, age);
        CustomerMoments moments = new(horizons.Length);
        RandomStream random = new(seed, int.MaxValue, stream, 0);
        double chance = 0;
        for (int i = 0; i < alive.Length; i++)
        {
            chance += alive[i];
            double shape = r[i] + frequency;
            if (random.Uniform() < alive[i])
            {
                lambda[i] = random.Gamma(shape) / (alpha[i] + age);
                mu[i] = random.Gamma(s[i]) / (beta[i] + age);
                if (horizons.Length > 0)
                    moments.AddPurchases(lambda[i], random.Exponential() / mu[i], horizons);
            }
            else
            {
                double left = recency + DropoutTime.AfterLast(ref random, shape, alpha[i] + recency, s[i] + 1, beta[i] + recency, age - recency);
                lambda[i] = random.Gamma(shape) / (alpha[i] + left);
                mu[i] = random.Gamma(s[i] + 1) / (beta[i] + left);
            }
        }

        moments.Numbers[CustomerMoments.Alive] = Math.Min(1, chance / alive.Length);
        moments.SetRate(CustomerMoments.Purchase, lambda);
        moments.SetRate(CustomerMoments.Dropout, mu);
        moments.Finish(alive.Length);
        return moments;
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private void Chances(int frequency, double recency, double age)
    {
        int i = 0;
#if NET
        for (; i + 4 <= alive.Length; i += 4)
        {
            SilenceKernel.LogChance(Four(r, i), Four(alpha, i), Four(s, i), Four(beta, i), Vector256.Create((double)frequency), Vector256.Create(recency), Vector256.Create(age), out Vector256<double> four);
            four.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(alive), (nuint)i);
        }
#endif
        for (; i < alive.Length; i++)
            SilenceKernel.LogChance(r[i], alpha[i], s[i], beta[i], frequency, recency, age, out alive[i]);
    }

#if NET
    private static Vector256<double> Four(double[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);
#endif
}
