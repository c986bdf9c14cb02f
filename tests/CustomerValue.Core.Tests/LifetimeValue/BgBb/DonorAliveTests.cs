using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

/// <summary>What a customer alive will still do, against 60-digit arithmetic and against sums of the exact mass function.</summary>
public class DonorAliveTests
{
    /// <summary>a/(a+b) Σ_{j=1…m} e^(−δj) (d)_j/(c+d)_j with a = 1.2, b = .75, by mpmath with 60 digits: the sum, and for m = ∞ a 2F1.</summary>
    [Theory]
    [InlineData(0.6567, 2.7834, 300, 0.01, 9.81774332592456525)]
    [InlineData(0.6567, 2.7834, 513, 0.001, 20.5778798234851535)]
    [InlineData(0.6567, 2.7834, 20000, 1e-05, 91.2407318624207694)]
    [InlineData(0.6567, 2.7834, 3000, 0.05, 4.1224943917372436)]
    [InlineData(0.6567, 2.7834, double.PositiveInfinity, 0.001, 27.328944595781436)]
    [InlineData(0.6567, 2.7834, double.PositiveInfinity, 1e-12, 39635.2962882297292)]
    [InlineData(1.0, 8.0, 300, 0.01, 10.4466357015976291)]
    [InlineData(1.0, 8.0, 513, 0.001, 18.1824010377707121)]
    [InlineData(1.0, 8.0, 20000, 1e-05, 37.2847089249407614)]
    [InlineData(1.0, 8.0, 3000, 0.05, 4.85980511791190552)]
    [InlineData(1.0, 8.0, double.PositiveInfinity, 0.001, 20.8349630846778458)]
    [InlineData(1.0, 8.0, double.PositiveInfinity, 1e-12, 122.649422637682266)]
    [InlineData(0.0001, 0.001, 300, 0.01, 52.8695800727545584)]
    [InlineData(0.0001, 0.001, 513, 0.001, 224.265513790219662)]
    [InlineData(0.0001, 0.001, 20000, 1e-05, 10131.3294327839548)]
    [InlineData(0.0001, 0.001, 3000, 0.05, 10.9081281091827825)]
    [InlineData(0.0001, 0.001, double.PositiveInfinity, 0.001, 558.774837111618175)]
    [InlineData(0.0001, 0.001, double.PositiveInfinity, 1e-12, 557897002547.023756)]
    [InlineData(3.5, 200.0, 300, 0.01, 24.5836179863261407)]
    [InlineData(3.5, 200.0, 513, 0.001, 42.9928284423689644)]
    [InlineData(3.5, 200.0, 20000, 1e-05, 49.1641966715575197)]
    [InlineData(3.5, 200.0, 3000, 0.05, 8.98684069291466543)]
    [InlineData(3.5, 200.0, double.PositiveInfinity, 0.001, 43.8919583133846424)]
    [InlineData(3.5, 200.0, double.PositiveInfinity, 1e-12, 49.2307692241230762)]
    [InlineData(50.0, 0.01, 300, 0.01, 0.000124313047040886832)]
    [InlineData(50.0, 0.01, 513, 0.001, 0.000125460532571765563)]
    [InlineData(50.0, 0.01, 20000, 1e-05, 0.000125587414711030378)]
    [InlineData(50.0, 0.01, 3000, 0.05, 0.00011934132356706665)]
    [InlineData(50.0, 0.01, double.PositiveInfinity, 0.001, 0.000125460532571765563)]
    [InlineData(50.0, 0.01, double.PositiveInfinity, 1e-12, 0.000125588697017140215)]
    [InlineData(5000.0, 20000.0, 300, 0.01, 2.34419175266950855)]
    [InlineData(5000.0, 20000.0, 513, 0.001, 2.44977148005521179)]
    [InlineData(5000.0, 20000.0, 20000, 1e-05, 2.46190772737884851)]
    [InlineData(5000.0, 20000.0, 3000, 0.05, 1.95953009284679441)]
    [InlineData(5000.0, 20000.0, double.PositiveInfinity, 0.001, 2.44977148005521179)]
    [InlineData(5000.0, 20000.0, double.PositiveInfinity, 1e-12, 2.46203086769968932)]
    public void Discounted_purchases_to_1e_minus_12(double c, double d, double m, double rate, double expected) =>
        Relative.Equal(expected, new DonorAlive(1.2, 0.75, c, d).DiscountedPurchases(m, rate), 1e-12);

    [Theory]
    [InlineData(0.6567, 2.7834)]
    [InlineData(1, 8)]
    [InlineData(1 + 1e-13, 8)]
    [InlineData(1 - 1e-9, 1e7)]
    [InlineData(5000, 0.02)]
    [InlineData(0.0001, 0.0003)]
    [InlineData(3e4, 1e8)]
    public void The_closed_form_is_the_sum_over_opportunities(double c, double d)
    {
        foreach (double m in new[] { 1.0, 2, 17, 400, 30_000 })
        {
            double term = 1;
            double sum = 0;
            for (int j = 0; j < m; j++)
                sum += term *= (d + j) / (c + d + j);
            Relative.Equal(sum * 0.75, new DonorAlive(3, 1, c, d).ExpectedPurchases(m), 1e-11);
            Relative.Equal(term, new DonorAlive(3, 1, c, d).Survival(m), 1e-11);
        }
    }

    [Theory]
    [InlineData(1.2, 0.75, 0.66, 2.8, 20)]
    [InlineData(0.001, 30, 0.1, 20, 300)]
    [InlineData(400, 0.02, 2, 4000, 2000)]
    [InlineData(5000, 5000, 1e-4, 1e4, 1500)]
    public void The_mass_function_sums_to_1_with_the_mean_expected_and_a_quantile_is_where_it_reaches_its_level(double a, double b, double c, double d, int m)
    {
        DonorAlive customer = new(a, b, c, d);
        double[] mass = Enumerable.Range(0, m + 2).Select(n => customer.ProbabilityOfPurchases(n, m)).ToArray();
        Assert.Equal(0, mass[m + 1]);
        Assert.Equal(1, mass.Sum(), 1e-11);
        Relative.Equal(customer.ExpectedPurchases(m), mass.Select((p, n) => n * p).Sum(), 1e-10);
        Relative.Equal(mass.Skip(m / 3).Sum(), customer.AtLeast(m / 3, m), 1e-9);
        foreach (double level in new[] { 0.01, 0.3, 0.5, 0.9, 0.999 })
        {
            int quantile = customer.Quantile(m, level);
            Assert.True(mass.Take(quantile).Sum() < level + 1e-11, $"{quantile} is too much for {level}");
            Assert.True(mass.Take(quantile + 1).Sum() >= level - 1e-11, $"{quantile} is too little for {level}");
        }
    }
}
