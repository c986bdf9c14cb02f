using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>What a customer who is alive does, by two ways each.</summary>
public class RegularCustomerTests
{
    /// <summary>At k = 1 it is the customer of BG/NBD and MBG/NBD, whose numbers come from quite other formulas.</summary>
    [Theory]
    [InlineData(0.58, 2.3, 1.1, 2.6)]
    [InlineData(12, 40, 0.3, 9)]
    [InlineData(0.01, 300, 5, 0.02)]
    [InlineData(500, 60, 0.01, 80)]
    [InlineData(3, 1e-3, 0.9, 1)]
    [InlineData(1e6, 1e7, 1.1, 1)]
    public void One_stage_is_the_plain_model(double s, double beta, double a, double b)
    {
        AliveCustomer plain = new(s, beta, a, b);
        RegularCustomer regular = new(s, beta, a, b, 1, 0.4);
        foreach (double t in new[] { 1e-6, 0.3, 4, 52, 3000 })
        {
            Relative.Equal(plain.ExpectedPurchases(t), regular.ExpectedPurchases(t), 1e-11);
            Relative.Equal(plain.Survival(t), regular.Survival(t), 1e-10);
            Relative.Equal(plain.DiscountedPurchases(t, 0.002), regular.DiscountedPurchases(t, 0.002), 1e-9);
            foreach (double level in new[] { 0.05, 0.5, 0.95 })
                Assert.Equal(plain.Quantile(t, level), regular.Quantile(t, level));
            if (s * t / beta > 1e4)
                continue;
            foreach (int n in new[] { 0, 1, 7 })
                Assert.Equal(plain.ProbabilityOfPurchases(n, t), regular.ProbabilityOfPurchases(n, t), 1e-10 * plain.ProbabilityOfPurchases(n, t));
        }

        Relative.Equal(plain.DiscountedForever(0.002), regular.DiscountedForever(0.002), 1e-10);
    }

    /// <summary>Long horizons, computed with 30 and more digits as an integral over the chance to leave: E N(t) and survival.</summary>
    [Theory]
    [InlineData(0.57989616, 2.2881488, 1.1344527, 2.5849742, 2, 0, 5000, 9.14794061807332508, 0.0535631131076672902)]
    [InlineData(6.5, 20, 0.9, 5, 3, 0.4, 1e5, 59.2568060757843266, 0.000938770184162666399)]
    [InlineData(500, 3, 0.4, 30, 2, 0.01, 200, 2163.35136168821549, 0.0794357429412444687)]
    [InlineData(2, 0.5, 2, 0.3, 7, 0.7, 1e4, 1.29994952370625868, 5.55816181069464714e-8)]
    public void Long_horizons(double s, double beta, double a, double b, int k, double u, double t, double expected, double survival)
    {
        RegularCustomer customer = new(s, beta, a, b, k, u);
        Relative.Equal(expected, customer.ExpectedPurchases(t), 1e-11);
        Relative.Equal(survival, customer.Survival(t), 1e-10);
    }

    /// <summary>Where the sum over stages hands over to the quadrature, nothing jumps: expectation and survival go on by their slopes.</summary>
    [Theory]
    [InlineData(0.6, 2.3, 1.1, 2.6, 2)]
    [InlineData(5, 8, 0.4, 0.05, 12)]
    [InlineData(1e-6, 1, 0.5, 0.02, 5)]
    [InlineData(800, 30, 3, 40, 40)]
    public void Sum_and_quadrature_meet(double s, double beta, double a, double b, int k)
    {
        RegularCustomer customer = new(s, beta, a, b, k, 0.2);
        double[] times = Enumerable.Range(0, 100).Select(i => LastSum(s, beta) * Math.Exp((i - 50) * 0.002)).ToArray();
        double[] expected = times.Select(customer.ExpectedPurchases).ToArray();
        double[] survival = times.Select(customer.Survival).ToArray();
        for (int i = 2; i < times.Length - 2; i++)
        {
            Assert.InRange(FourthDifference(expected, i), -1e-7 * expected[i], 1e-7 * expected[i]);
            Assert.True(expected[i] >= expected[i - 1] * (1 - 1e-13) && survival[i] <= survival[i - 1] * (1 + 1e-12), $"at {times[i]}");
        }

        // The time at which about 4,000 stages are summed.
        static double LastSum(double s, double beta)
        {
            double w = 0.01;
            while ((s * w) + (9 * Math.Sqrt(s * w * (1 + w))) + (37 * (1 + w)) < 4000 && s * Math.Log(1 + w) < 600)
                w *= 1.001;
            return w * beta;
        }

        static double FourthDifference(double[] y, int i) => y[i - 2] - (4 * y[i - 1]) + (6 * y[i]) - (4 * y[i + 1]) + y[i + 2];
    }

    [Fact]
    public void Over_ever_longer_horizons_the_discounted_purchases_reach_what_they_are_forever()
    {
        List<string> apart = [];
        foreach ((double s, double beta, double a, double b, int k) in new[] { (0.6, 2.3, 1.1, 2.6, 2), (40, 60, 0.3, 14, 12), (300, 40, 0.05, 20, 40), (0.02, 9, 0.2, 0.1, 5) })
        {
            RegularCustomer customer = new(s, beta, a, b, k, 0.1);
            foreach (double rate in new[] { 1e-3, 0.5, 30 })
            {
                double off = (customer.DiscountedPurchases(59 / rate, rate) / customer.DiscountedForever(rate)) - 1;
                if (!(Math.Abs(off) < 1e-10))
                    apart.Add($"s {s} k {k} rate {rate}: off by {off:E2}");
            }
        }

        Assert.True(apart.Count == 0, string.Join(Environment.NewLine, apart));
    }

    /// <summary>Purchases of a year, discounted at 10 % a year, computed with 30 digits.</summary>
    [Theory]
    [InlineData(1.7, 25, 1.1, 4.6, 2, 0.3, 52, 1.55883406448962909)]
    [InlineData(40, 60, 0.3, 14, 12, 0.05, 52, 2.56721156501116246)]
    [InlineData(0.58, 2.3, 1.13, 2.58, 3, 0, 20, 0.931817247875160637)]
    public void Discounted_over_a_year(double s, double beta, double a, double b, int k, double u, double t, double expected) =>
        Relative.Equal(expected, new RegularCustomer(s, beta, a, b, k, u).DiscountedPurchases(t, Math.Log(1.1) / (365.25 / 7)), 1e-11);
}
