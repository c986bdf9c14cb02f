using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>What a customer alive will still do, against 40-digit integration of the purchase density and against sums of the exact mass function.</summary>
public class AliveCustomerTests
{
    /// <summary>∫ e^(−δt) (s/β) 2F1(s+1, a; a+b; −t/β) dt over (0, ∞) and (0, 52), by mpmath with 40 digits.</summary>
    [Theory]
    [InlineData(2.243, 43.274, 0.793, 4.426, 0.0018266, 8.76955540411332027, 2.05345633559973484)]
    [InlineData(2.243, 43.274, 0.793, 4.426, 0.05, 0.875392386228751584, 0.830164445428249802)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0.0018266, 4.37005724735058367, 1.39094969464067256)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0.05, 0.655973881072741458, 0.633180537141440032)]
    [InlineData(3.243, 43.274, 1, 5.426, 0.0018266, 9.5353998249188633, 2.76442749411079605)]
    [InlineData(3.243, 43.274, 1, 5.426, 0.05, 1.20156078622419903, 1.1464911860821709)]
    [InlineData(4.5458741247391189, 52.269316394557274, 0.0009994943799344323, 4.03899022143378801, 0.0018266, 47.5020649392848977, 4.31220334201232909)]
    [InlineData(4.5458741247391189, 52.269316394557274, 0.0009994943799344323, 4.03899022143378801, 0.05, 1.73874617362522593, 1.60969133560657619)]
    [InlineData(2000.243, 369.414, 0.793, 2002.426, 0.0018266, 1734.27804735707811, 254.983600403986274)]
    [InlineData(2000.243, 369.414, 0.793, 2002.426, 0.05, 104.041590041504927, 97.0471667800621667)]
    [InlineData(1.243, 43.274, 8, 1.5, 0.0018266, 1.03105370906548529, 0.669517584571190954)]
    [InlineData(1.243, 43.274, 8, 1.5, 0.05, 0.333965572445749819, 0.327386976600953164)]
    [InlineData(484, 367, 0.02, 540, 0.0018266, 711.670567565389371, 65.342881958569851)]
    [InlineData(484, 367, 0.02, 540, 0.05, 26.3513806044481177, 24.3986544022955557)]
    public void Discounted_purchases_to_1e_minus_11(double s, double beta, double a, double b, double rate, double forever, double year)
    {
        AliveCustomer customer = new(s, beta, a, b);
        Relative.Equal(forever, customer.DiscountedForever(rate), 1e-11);
        Relative.Equal(year, customer.DiscountedPurchases(52, rate), 1e-11);
    }

    /// <summary>The same integral over (0, t), by mpmath with 40 digits: t from 8 to 145 times β, where another form takes over.</summary>
    [Theory]
    [InlineData(2.243, 43.274, 0.793, 4.426, 0.0018266, 520, 7.30500463622027725)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0.0018266, 520, 3.7593807693569053)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0.0018266, 36, 1.10243173870265751)]
    [InlineData(12.5, 2.0, 0.02, 15, 0.01, 100, 374.477617121459139)]
    [InlineData(484, 36, 0.02, 540, 0.0018266, 5200, 7034.6086198834746)]
    public void Discounted_purchases_over_long_horizons_to_1e_minus_11(double s, double beta, double a, double b, double rate, double t, double expected) =>
        Relative.Equal(expected, new AliveCustomer(s, beta, a, b).DiscountedPurchases(t, rate), 1e-11);

    /// <summary>2F1(s, a; a+b; −t/β) by mpmath with 40 digits: at once, after much of β, with many purchases, and where nearly all or hardly anybody leaves.</summary>
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 52, 0.76435021553302139)]
    [InlineData(0.5, 0.1, 0.9, 1.6, 2, 0.42785146861633709)]
    [InlineData(50.5, 110, 0.9, 51.6, 52, 0.71371702422985635)]
    [InlineData(3.2, 8, 5, 0.2, 30, 0.0078934405332846276)]
    [InlineData(12, 1, 40, 3, 20, 3.611071887527442e-16)]
    [InlineData(0.3, 2, 600, 900, 40, 0.5173615878145397)]
    [InlineData(7, 40, 0.01, 0.02, 800, 0.63164464316717522)]
    [InlineData(200.5, 30, 1, 300, 400, 0.10133579306299702)]
    [InlineData(2.5, 10, 1.5, 1.0, 5, 0.54433105395181736)]
    public void Survival_to_1e_minus_11(double s, double beta, double a, double b, double t, double expected) =>
        Relative.Equal(expected, new AliveCustomer(s, beta, a, b).Survival(t), 1e-11);

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426)]
    [InlineData(2.525, 45.04, 0.891, 4.614)]
    [InlineData(12.5, 40, 0.02, 15)]
    [InlineData(300, 5000, 40, 0.3)]
    public void The_mass_function_sums_to_1_and_its_mean_is_the_expectation(double s, double beta, double a, double b)
    {
        AliveCustomer customer = new(s, beta, a, b);
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 1500; n++)
        {
            double probability = customer.ProbabilityOfPurchases(n, 52);
            Assert.InRange(probability, 0, 1);
            sum += probability;
            mean += n * probability;
        }

        Assert.Equal(1, sum, 1e-11);
        Relative.Equal(customer.ExpectedPurchases(52), mean, 1e-9);
    }

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 39)]
    [InlineData(12.5, 40, 0.02, 15, 100)]
    [InlineData(2000, 365, 0.8, 2002, 365)]
    public void A_quantile_is_where_the_summed_mass_reaches_the_level(double s, double beta, double a, double b, double t)
    {
        AliveCustomer customer = new(s, beta, a, b);
        foreach (double level in new[] { 0.01, 0.3, 0.5, 0.9, 0.999 })
        {
            int n = customer.Quantile(t, level);
            double below = Enumerable.Range(0, n).Sum(i => customer.ProbabilityOfPurchases(i, t));
            Assert.True(below < level, $"{n} is too much for {level}");
            Assert.True(below + customer.ProbabilityOfPurchases(n, t) >= level - 1e-12, $"{n} is too little for {level}");
        }
    }

    /// <summary>The quadrature is an independent way to the expectation: it shares nothing with the series.</summary>
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426)]
    [InlineData(2.243, 43, 1, 2.4)]
    [InlineData(5.2, 43, 3.7, 0.4)]
    public void Series_and_quadrature_agree_where_one_takes_over_from_the_other(double s, double beta, double a, double b)
    {
        AliveCustomer customer = new(s, beta, a, b);
        double change = beta * 24;
        Relative.Equal(customer.ExpectedPurchases(change * (1 - 1e-9)), customer.ExpectedPurchases(change * (1 + 1e-9)), 3e-9);
        double slope = (customer.ExpectedPurchases(change * 1.01) - customer.ExpectedPurchases(change * 0.99)) / (0.02 * change);
        Assert.True(slope > 0);
    }
}
