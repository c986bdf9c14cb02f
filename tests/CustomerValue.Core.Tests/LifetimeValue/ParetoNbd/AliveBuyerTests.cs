using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

/// <summary>Tails and chances are two integrals that share no term: one is what the other leaves.</summary>
public class AliveBuyerTests
{
    [Theory]
    [InlineData(0.553, 10.578, 0.606, 11.669, 39)]
    [InlineData(2.553, 49.4, 0.606, 50.5, 520)]
    [InlineData(300, 400, 1, 410, 52)]
    [InlineData(0.01, 300, 5, 0.02, 1e4)]
    [InlineData(12, 1e-3, 1e-4, 1e5, 0.01)]
    [InlineData(1e6, 1e6, 40, 3, 30)]
    public void Tails_are_what_the_chances_leave_to_1e_minus_12(double a, double scale, double s, double lifeScale, double t)
    {
        AliveBuyer buyer = new(a, scale, s, lifeScale);
        double below = 0;
        for (int n = 0; n < 200; n++)
        {
            if (n > 0)
                Assert.Equal(1 - below, buyer.AtLeast(n, t), 1e-12);
            below += buyer.ProbabilityOfPurchases(n, t);
        }
    }

    /// <summary>The sum of all tails is the mean.</summary>
    [Theory]
    [InlineData(0.553, 10.578, 0.606, 11.669, 39)]
    [InlineData(30, 40, 1, 41, 52)]
    public void Tails_sum_to_the_expectation(double a, double scale, double s, double lifeScale, double t)
    {
        AliveBuyer buyer = new(a, scale, s, lifeScale);
        Relative.Equal(buyer.ExpectedPurchases(t), Enumerable.Range(1, 1500).Sum(n => buyer.AtLeast(n, t)), 1e-11);
    }

    /// <summary>∫ e^(−δu) (a/A) (B/(B+u))^s du over (0, ∞) and (0, 52), by mpmath with 40 digits.</summary>
    [Theory]
    [MemberData(nameof(Discounted))]
    public void Discounted_purchases_to_1e_minus_12(double a, double scale, double s, double lifeScale, double rate, double forever, double year)
    {
        AliveBuyer buyer = new(a, scale, s, lifeScale);
        Relative.Equal(forever, buyer.DiscountedPurchases(double.PositiveInfinity, rate), 1e-12);
        Relative.Equal(year, buyer.DiscountedPurchases(52, rate), 1e-12);
    }

    public static TheoryData<double, double, double, double, double, double, double> Discounted => new()
    {
        { 2.553, 49.44, 0.606, 50.53, 0.0018266, 9.40491065662844316, 2.03818701063384773 },
        { 0.553, 10.578, 0.606, 11.669, 0.0018266, 4.82275921335300133, 1.41609186905279067 },
        { 2.5, 40, 1, 50, 0.01, 2.88409572651165768, 1.79093641937965698 },
        { 2.5, 40, 1.000001, 0.001, 0.001, 0.000827388792686365708, 0.000675477429509074366 },
        { 2.5, 40, 30, 10000.0, 1e-05, 21.4750376782199143, 3.00881156427414935 },
        { 2.5, 40, 10000.0, 5, 0.05, 0.0000312523438476440388, 0.0000312523438476440388 },
        { 2.5, 40, 0.0001, 1000000.0, 0.0001, 624.999381129213957, 3.24156461922516734 },
        { 2.5, 40, 0.3, 0.0001, 5, 0.00165108133609264034, 0.00165108133609264034 },
    };
}
