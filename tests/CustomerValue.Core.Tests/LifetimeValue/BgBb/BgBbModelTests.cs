using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.Validation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

public class BgBbModelTests
{
    private static readonly BgBbModel Donor = new(1.2035, 0.7497, 0.6567, 2.7834, TimeUnit.Month);

    public sealed record Case(double Alpha, double Beta, double Gamma, double Delta, int Frequency, int Recency, int Age);

    public static class Arbitraries
    {
        /// <summary>Parameters over eight orders of magnitude, and a history of up to 2,000 opportunities.</summary>
        public static Arbitrary<Case> Cases()
        {
            Gen<double> unit = Gen.Choose(0, 1_000_000).Select(i => i / 1e6);
            Gen<double> parameter = unit.Select(u => Math.Pow(10, (8 * u) - 4));
            return (from alpha in parameter
                    from beta in parameter
                    from gamma in parameter
                    from delta in parameter
                    from age in Gen.Frequency((3, Gen.Choose(0, 30)), (1, Gen.Choose(0, 2000)))
                    from last in Gen.Choose(0, age)
                    from bought in last == 0 ? Gen.Constant(0) : Gen.Choose(1, last)
                    select new Case(alpha, beta, gamma, delta, bought, last, age)).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 300)]
    public void Nothing_is_ever_nan_and_probabilities_are_probabilities(Case c)
    {
        BgBbModel model = new(c.Alpha, c.Beta, c.Gamma, c.Delta, TimeUnit.Week);
        PurchaseSummary history = new(c.Frequency, c.Recency, c.Age);
        Assert.InRange(model.ProbabilityAlive(history), 0, 1);
        Assert.InRange(model.LogLikelihood(history), double.MinValue, 0);
        double month = model.ExpectedPurchases(history, 4);
        double year = model.ExpectedPurchases(history, 52);
        Assert.True(month >= 0 && year >= month * (1 - 1e-12) && year <= 52, $"{month} {year}");
        double discounted = model.DiscountedExpectedPurchases(history, 52, 0.1);
        Assert.InRange(discounted, year / 1.1001, year * 1.0000001);
        double forever = model.DiscountedExpectedResidualTransactions(history, 0.1);
        Assert.True(forever >= discounted * (1 - 1e-9) && double.IsFinite(forever), $"{forever} after {discounted}");
        Assert.Equal(1, Enumerable.Range(0, 5).Sum(n => model.ProbabilityOfPurchases(n, history, 4)), 1e-11);
        Assert.InRange(model.PurchaseQuantile(history, 4, 0.5), 0, 4);
    }

    [Fact]
    public void Who_gave_at_the_last_opportunity_was_alive_then_and_a_horizon_holds_whole_opportunities()
    {
        Assert.Equal(1, Donor.ProbabilityAlive(new(3, 6, 6)));
        PurchaseSummary silent = new(3, 4, 6);
        Assert.Equal(Donor.ProbabilityAlive(silent), Donor.ProbabilityAlive(silent, 0.99));
        Assert.Equal(Donor.ExpectedPurchases(silent, 5), Donor.ExpectedPurchases(silent, 5.9));
        Assert.Equal(0, Donor.ExpectedPurchases(silent, 0.9));
        Assert.Equal(1, Donor.ProbabilityOfPurchases(0, 0.9));
    }

    /// <summary>Whoever has given less often, or longer ago, is less likely to give: Fader, Hardie &amp; Shang (2010), table 4, whose columns also hold the increasing frequency paradox.</summary>
    [Fact]
    public void Fader_hardie_shang_2010_table_4_five_years_ahead()
    {
        BgBbModel paper = new(1.204, 0.750, 0.657, 2.783, TimeUnit.Month);
        Assert.Equal(0.07, paper.ExpectedPurchases(new(0, 0, 6), 5), 0.005);
        Assert.Equal([0.09, 0.31, 0.59, 0.84, 1.02, 1.15], Enumerable.Range(1, 6).Select(last => Math.Round(paper.ExpectedPurchases(new(1, last, 6), 5), 2)));
        Assert.Equal(3.75, paper.ExpectedPurchases(new(6, 6, 6), 5), 0.005);
    }

    [Theory]
    [InlineData(1, 2.0, 6.5, "age", "6.5")]
    [InlineData(1, 1.5, 6.0, "recency", "1.5")]
    [InlineData(3, 2.0, 6.0, "frequency", "3")]
    [InlineData(1, 2.0, 10_000_001.0, "age", "10000001")]
    public void A_history_that_is_none_of_opportunities_is_refused_with_row_field_and_value(int frequency, double recency, double age, string field, string value)
    {
        SummaryColumns columns = new(TimeUnit.Month, [0, frequency], [0, recency], [6, age]);
        foreach (Action act in new Action[]
        {
            () => new BgBbEstimator().Fit(columns),
            () => Donor.ProbabilityAlive(columns, new double[2]),
            () => Donor.ExpectedPurchases(columns, 4, new double[2]),
            () => Donor.LogLikelihood(columns, new double[2]),
            () => Donor.PurchaseQuantiles(columns, 4, 0.5, new int[2]),
        })
        {
            DataProblem problem = Assert.Single(Assert.Throws<DataRejectedException>(act).Problems);
            Assert.Equal((1, field, value), (problem.Row, problem.Field, problem.Value));
        }

        Assert.Equal(field, Assert.Single(Assert.Throws<DataRejectedException>(() => Donor.LogLikelihood(columns[1])).Problems).Field);
        Assert.Equal(field, Assert.Single(Assert.Throws<DataRejectedException>(() => Donor.ExpectedPurchases(columns[1], 4)).Problems).Field);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_and_a_model_is_made_from_others()
    {
        Assert.Equal(["alpha", "delta"], Assert.Throws<DataRejectedException>(() => new BgBbModel(0, 1, 1, double.NaN, TimeUnit.Week)).Problems.Select(problem => problem.Field));
        Assert.Equal([1.0, 2, 3, 4], Donor.WithParameters([1, 2, 3, 4])!.Parameters.Select(parameter => parameter.Value));
    }
}
