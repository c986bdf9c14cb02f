using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Numerics;
#if !TESTS_NETSTANDARD
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdHb;

/// <summary>The sampler's fast series against the quadrature that is exact everywhere.</summary>
public class SilenceKernelTests
{
    [Fact]
    public void One_by_one_and_by_four_equal_the_quadrature()
    {
        RandomStream random = new(11, 0, 0, 0);
        for (int i = 0; i < 4000; i++)
        {
            double r = Between(ref random, 0.01, 50);
            double alpha = Between(ref random, 0.05, 400);
            double s = Between(ref random, 0.01, 50);
            double beta = i % 3 == 0 ? alpha : Between(ref random, 0.05, 4000);
            int x = i % 2 == 0 ? 0 : (int)Between(ref random, 1, 300);
            double age = Between(ref random, 0.5, 200);
            double recency = x == 0 ? 0 : age * random.Uniform();
            double odds = SilenceIntegral.LogOdds(r + x, alpha, s, beta, recency, age, new double[1]);
            double expected = SpecialFunctions.LogOnePlusExp(odds) - ((r + x) * Math.Log(alpha + age)) - (s * Math.Log(beta + age));
            double alive = 1 / (1 + Math.Exp(odds));

            double value = SilenceKernel.LogChance(r, alpha, s, beta, x, recency, age, out double chance);
            Assert.Equal(expected, value, 1e-10 * (1 + Math.Abs(expected)));
            Assert.Equal(alive, chance, 1e-10);
#if !TESTS_NETSTANDARD
            // Beside other histories, as they share the number of terms.
            Vector256<double> four = SilenceKernel.LogChance(
                Vector256.Create(r), Vector256.Create(alpha), Vector256.Create(s), Vector256.Create(beta), Vector256.Create(x, x + 1.0, 0, x), Vector256.Create(recency, recency, 0, age), Vector256.Create(age), out Vector256<double> chances);
            Assert.Equal(expected, four[0], 1e-10 * (1 + Math.Abs(expected)));
            Assert.Equal(alive, chances[0], 1e-10);
            Assert.Equal(1, chances[3], 1e-10);
#endif
        }
    }

    private static double Between(ref RandomStream random, double from, double to) => from * Math.Exp(random.Uniform() * Math.Log(to / from));
}
