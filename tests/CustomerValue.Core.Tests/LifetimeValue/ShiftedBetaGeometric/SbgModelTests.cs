using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.Validation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerValue.Tests.LifetimeValue.ShiftedBetaGeometric;

public class SbgModelTests
{
    private static readonly ShiftedBetaGeometricModel HighEnd = new(0.668, 3.806, TimeUnit.Year);

    public sealed record Case(double Alpha, double Beta, int Renewals, int Horizon);

    public static class Arbitraries
    {
        /// <summary>Parameters over eight orders of magnitude, up to a thousand renewals made and to come.</summary>
        public static Arbitrary<Case> Cases()
        {
            Gen<double> parameter = Gen.Choose(0, 1_000_000).Select(i => Math.Pow(10, (8 * i / 1e6) - 4));
            return (from alpha in parameter
                    from beta in parameter
                    from renewals in Gen.Frequency((2, Gen.Choose(0, 20)), (1, Gen.Choose(0, 1000)))
                    from horizon in Gen.Frequency((2, Gen.Choose(1, 20)), (1, Gen.Choose(1, 1000)))
                    select new Case(alpha, beta, renewals, horizon)).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 300)]
    public void Everything_follows_from_the_chances_to_renew(Case c)
    {
        ShiftedBetaGeometricModel model = new(c.Alpha, c.Beta, TimeUnit.Year);
        double there = 1;
        double expected = 0;
        double discounted = 0;
        for (int j = 0; j < c.Horizon; j++)
        {
            double stays = model.Retention(c.Renewals + j);
            Assert.InRange(stays, 0, 1);
            there *= stays;
            expected += there;
            discounted += there * Math.Pow(1.1, -j);
        }

        Close(there, model.ResidualSurvival(c.Renewals, c.Horizon));
        Close(expected, model.ExpectedRenewals(c.Renewals, c.Horizon));
        Close(discounted, model.DiscountedExpectedRenewals(c.Renewals, c.Horizon, 0.1));
        Close(discounted / Math.Sqrt(1.1), model.DiscountedExpectedRenewals(c.Renewals, c.Horizon, 0.1, untilNext: 0.5));
        Assert.InRange(model.DiscountedExpectedResidualLifetime(c.Renewals, 0.1), discounted * (1 - 1e-11), 11 * (1 + 1e-11));
        Close(model.Survival(c.Renewals + c.Horizon), model.Survival(c.Renewals) * model.ResidualSurvival(c.Renewals, c.Horizon));
        Close(c.Alpha / (c.Alpha + c.Beta + c.Renewals), Math.Exp(model.LogLikelihood(c.Renewals, active: false) - model.LogLikelihood(c.Renewals, active: true)));
        Close(model.Survival(c.Renewals), Math.Exp(model.LogLikelihood(c.Renewals, active: true)));

        void Close(double one, double other)
        {
            if (Math.Abs(one) > 1e-280)
                Relative.Equal(one, other, 1e-11);
        }
    }

    /// <summary>(β+n)/(α+β+n)·2F1(1, β+n+1; α+β+n+1; 1/(1+d)) by mpmath with 50 digits, down to rates at which hardly anything is discounted.</summary>
    [Theory]
    [InlineData(0.668, 3.806, 0, 1e-9, 6198.59944391734937)]
    [InlineData(1.5, 2.5, 3, 1e-12, 10.9999512382382378)]
    [InlineData(1, 2, 0, 1e-6, 24.6311010090777892)]
    [InlineData(0.05, 0.1, 20, 0.001, 844.080514822708501)]
    [InlineData(40, 0.3, 0, 0.2, 0.00764889564127672442)]
    public void Derl_is_exact_at_any_rate(double alpha, double beta, int renewals, double rate, double expected)
    {
        ShiftedBetaGeometricModel model = new(alpha, beta, TimeUnit.Year);
        Relative.Equal(expected, model.DiscountedExpectedResidualLifetime(renewals, rate), 1e-12);
        Assert.Equal(alpha > 1 ? (beta + renewals) / (alpha - 1) : double.PositiveInfinity, model.ExpectedRemainingRenewals(renewals));
    }

    [Theory]
    [InlineData(0.668, 3.806, 0)]
    [InlineData(5, 2, 7)]
    [InlineData(0.02, 0.03, 1)]
    public void A_quantile_of_renewals_is_the_first_to_reach_its_probability(double alpha, double beta, int renewals)
    {
        ShiftedBetaGeometricModel model = new(alpha, beta, TimeUnit.Year);
        foreach (double level in new[] { 0.05, 0.5, 0.9 })
        {
            int n = model.RenewalQuantile(renewals, 40, level);
            Assert.True(n == 40 || 1 - model.ResidualSurvival(renewals, n + 1) >= level);
            Assert.True(n == 0 || 1 - model.ResidualSurvival(renewals, n) < level);
        }
    }

    [Fact]
    public void Drawn_renewals_have_the_survival_expected()
    {
        Random random = new(5);
        int[] made = Enumerable.Range(0, 20_000).Select(_ => HighEnd.SimulateRenewals(random, 3, 12)).ToArray();
        foreach (int horizon in new[] { 1, 4, 12 })
        {
            double p = HighEnd.ResidualSurvival(3, horizon);
            Assert.InRange((made.Count(n => n >= horizon) - (20_000 * p)) / Math.Sqrt(20_000 * p * (1 - p)), -4, 4);
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Equal(["alpha", "beta"], Assert.Throws<DataRejectedException>(() => new ShiftedBetaGeometricModel(0, double.NaN, TimeUnit.Year)).Problems.Select(problem => problem.Field));
        Assert.Throws<ArgumentOutOfRangeException>(() => HighEnd.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HighEnd.ExpectedRenewals(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HighEnd.DiscountedExpectedResidualLifetime(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HighEnd.DiscountedExpectedRenewals(1, 1, 0.1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HighEnd.RenewalQuantile(1, 5, 1));
    }

    [Theory]
    [InlineData(0.0, 3.0, "recency")]
    [InlineData(4.0, 3.0, "recency")]
    [InlineData(1.5, 3.0, "recency")]
    [InlineData(1.0, 0.0, "age")]
    [InlineData(1.0, 2.5, "age")]
    [InlineData(1.0, 20_000_000.0, "age")]
    public void Periods_that_are_none_are_refused_with_their_row(double recency, double age, string field)
    {
        DataProblem problem = Assert.Single(Assert.Throws<DataRejectedException>(() => ContractColumns.OfPeriods(TimeUnit.Year, [1, recency], [2, age])).Problems);
        Assert.Equal((1, field), (problem.Row, problem.Field));
    }
}
