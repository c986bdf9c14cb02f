using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>What must hold for any parameters and any history.</summary>
public class PurchaseModelProperties
{
    /// <summary>Parameters over eight orders of magnitude, and a history in weeks.</summary>
    public sealed record Case(double R, double Alpha, double A, double B, int Frequency, double Recency, double Age)
    {
        internal PurchaseModel[] Models(double timeScale = 1) =>
            [new BgNbdModel(R, Alpha * timeScale, A, B, TimeUnit.Week), new MbgNbdModel(R, Alpha * timeScale, A, B, TimeUnit.Week)];

        internal PurchaseSummary History(double timeScale = 1) => new(Frequency, Recency * timeScale, Age * timeScale);
    }

    public static class Arbitraries
    {
        public static Arbitrary<Case> Cases()
        {
            Gen<double> unit = Gen.Choose(0, 1_000_000).Select(i => i / 1e6);
            Gen<double> parameter = unit.Select(u => Math.Pow(10, (8 * u) - 4));
            Gen<int> frequency = Gen.Frequency((3, Gen.Choose(0, 5)), (2, Gen.Choose(0, 200)), (1, Gen.Choose(0, 5000)));
            return (from r in parameter
                    from alpha in parameter
                    from a in parameter
                    from b in parameter
                    from x in frequency
                    from age in unit.Select(u => Math.Pow(10, (7 * u) - 3))
                    from part in unit
                    select new Case(r, alpha, a, b, x, x == 0 ? 0 : age * part, age)).ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 300)]
    public void Nothing_is_ever_nan_and_probabilities_are_probabilities(Case c)
    {
        foreach (PurchaseModel model in c.Models())
        {
            PurchaseSummary history = c.History();
            double alive = model.ProbabilityAlive(history);
            Assert.InRange(alive, 0, 1);
            Assert.True(double.IsFinite(model.LogLikelihood(history)));
            double month = model.ExpectedPurchases(history, 4);
            double year = model.ExpectedPurchases(history, 52);
            Assert.True(month >= 0 && year >= month * (1 - 1e-12) && double.IsFinite(year), $"{month} {year}");
            double discounted = model.DiscountedExpectedPurchases(history, 52, 0.1);
            Assert.InRange(discounted, year / 1.1001, year * 1.0000001);
            double forever = model.DiscountedExpectedResidualTransactions(history, 0.1);
            Assert.True(forever >= discounted * (1 - 1e-9) && double.IsFinite(forever), $"{forever} after {discounted}");
            Assert.InRange(model.ProbabilityOfPurchases(0, history, 52), 0, 1 + 1e-12);
            Assert.True(model.PurchaseQuantile(history, 4, 0.5) >= 0);
        }
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 200)]
    public void The_expectation_is_met_by_quadrature_which_shares_nothing_with_the_series(Case c)
    {
        double s = c.R + c.Frequency;
        double beta = c.Alpha + c.Age;
        double b = c.B + c.Frequency;
        double quadrature = LogitBetaQuadrature.Expectation(c.A, b, 1 + (s * 39 / beta), new Count(s, 39 / beta));
        Relative.Equal(quadrature, new AliveCustomer(s, beta, c.A, b).ExpectedPurchases(39), 1e-9);
    }

    private readonly struct Count(double s, double w) : IProbabilityFunction
    {
        public double At(double p, double complement) => p * w < 1e-300 ? s * w : -SpecialFunctions.Expm1(-s * SpecialFunctions.Log1P(p * w)) / p;
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 200)]
    public void Counting_time_in_other_units_changes_nothing(Case c)
    {
        foreach ((PurchaseModel weeks, PurchaseModel days) in c.Models().Zip(c.Models(7)))
        {
            Assert.Equal(weeks.ProbabilityAlive(c.History()), days.ProbabilityAlive(c.History(7)), 1e-9);
            Relative.Equal(weeks.ExpectedPurchases(c.History(), 39), days.ExpectedPurchases(c.History(7), 273), 1e-8);
            Assert.Equal(weeks.LogLikelihood(c.History()) - (c.Frequency * Math.Log(7)), days.LogLikelihood(c.History(7)), 1e-9 * (1000 + Math.Abs(weeks.LogLikelihood(c.History())) + (c.Frequency * 20)));
        }
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 100)]
    public void Columns_and_single_customers_agree_to_1e_minus_11(Case c)
    {
        // Seven rows: a block of four for the vector, and a rest.
        SummaryColumns columns = new(TimeUnit.Week, [c.Frequency, 0, 1, 2, c.Frequency, 3, 0], [c.Recency, 0, 1, 2, c.Recency, 5, 0], [c.Age, 1, 9, 3, c.Age, 5, 0]);
        double[] scores = new double[columns.Count];
        foreach (PurchaseModel model in c.Models())
        {
            model.ProbabilityAlive(columns, scores);
            for (int row = 0; row < columns.Count; row++)
                Agree(model.ProbabilityAlive(columns[row]), scores[row]);
            model.ExpectedPurchases(columns, 39, scores);
            for (int row = 0; row < columns.Count; row++)
                Agree(model.ExpectedPurchases(columns[row], 39), scores[row]);
        }
    }

    /// <summary>What is 0 to 290 digits may be 0 in one and not in the other.</summary>
    private static void Agree(double single, double column)
    {
        if (Math.Max(single, column) > 1e-290)
            Relative.Equal(single, column, 1e-11);
    }

    [Property(Arbitrary = [typeof(Arbitraries)], MaxTest = 100)]
    public void Gradient_and_hessian_are_the_central_differences(Case c)
    {
        SummaryColumns columns = new(TimeUnit.Week, [c.Frequency, 0, 1, 12], [c.Recency, 0, 3, 30], [c.Age, 30, 30, 39]);
        foreach (bool leavesAtFirst in new[] { false, true })
        {
            BetaGeometricLikelihood likelihood = new(DistinctHistories.Of(columns, [1, 2, 0.5, 3]), leavesAtFirst, 39, 0.01);
            double[] x = new[] { c.R, c.Alpha, c.A, c.B }.Select(value => Math.Max(-3, Math.Min(3, Math.Log(value)))).ToArray();
            Derivatives.AssertRight(likelihood, x);
        }
    }

    [SkippableFact]
    public void Gradient_and_hessian_of_gamma_gamma_are_the_central_differences()
    {
        foreach (double[] x in new double[][] { [1, 1, 2.5], [-2, -1, 4], [4, 3, 0] })
            Derivatives.AssertRight(new GammaGammaLikelihood(Cdnow.Calibration(), default, 0.01), x);
    }

    [SkippableFact]
    public void A_weight_equals_repetition_and_the_order_of_rows_never_shows()
    {
        SummaryColumns columns = Cdnow.Bootstrap(Cdnow.Calibration(), 300, new Random(5));
        double[] weights = Enumerable.Range(0, 300).Select(i => (double)(i % 4)).ToArray();
        int[] repeated = Enumerable.Range(0, 300).SelectMany(i => Enumerable.Repeat(299 - i, (299 - i) % 4)).ToArray();
        SummaryColumns longer = new(
            TimeUnit.Week,
            repeated.Select(i => columns[i].Frequency).ToArray(),
            repeated.Select(i => columns[i].Recency).ToArray(),
            repeated.Select(i => columns[i].Age).ToArray(),
            repeated.Select(i => columns[i].Spend).ToArray());
        foreach (IPurchaseModelEstimator estimator in new IPurchaseModelEstimator[] { new BgNbdEstimator(), new MbgNbdEstimator() })
        {
            FitReport weighted = estimator.Fit(columns, new FitOptions { Weights = weights }).Report;
            FitReport plain = estimator.Fit(longer).Report;
            Assert.Equal(plain.Parameters, weighted.Parameters);
            Assert.Equal(plain.LogLikelihood, weighted.LogLikelihood);
        }

        FitReport spend = new GammaGammaEstimator().Fit(columns, new FitOptions { Weights = weights }).Report;
        FitReport plainSpend = new GammaGammaEstimator().Fit(longer).Report;
        foreach ((ModelParameter left, ModelParameter right) in spend.Parameters.Zip(plainSpend.Parameters))
            Relative.Equal(right.Value, left.Value, 1e-8);
    }

    [SkippableFact]
    public void A_larger_penalizer_gives_smaller_parameters_and_makes_endless_fits_finite()
    {
        double previous = double.PositiveInfinity;
        foreach (double penalizer in new[] { 0, 0.001, 0.01, 0.1, 1 })
        {
            FitReport report = new BgNbdEstimator().Fit(Cdnow.Calibration(), new FitOptions { Penalizer = penalizer }).Report;
            Assert.True(report.Converged);
            double size = report.Parameters.Sum(parameter => Math.Pow(parameter.Name == "alpha" ? parameter.Value / 38.86 : parameter.Value, 2));
            Assert.True(size < previous, $"{size} at {penalizer}");
            previous = size;
        }
    }
}
