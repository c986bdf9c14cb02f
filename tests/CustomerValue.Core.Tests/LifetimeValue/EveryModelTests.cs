using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.LifetimeValue.Uncertainty;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>What every model of purchases can be asked, from its own data: nothing throws, all is finite, and lower ends lie below upper ones.</summary>
public class EveryModelTests
{
    private const int Customers = 400;
    private const int Horizon = 26;
    private static readonly LocalDate End = new(2025, 6, 29);

    private static readonly Dictionary<string, (PurchaseModel Truth, IPurchaseModelEstimator Estimator)> Models = new()
    {
        ["nbd"] = (new NbdModel(0.8, 6, TimeUnit.Week), new NbdEstimator()),
        ["pareto-nbd"] = (new ParetoNbdModel(0.8, 4, 0.9, 15, TimeUnit.Week), new ParetoNbdEstimator()),
        ["pareto-nbd-correlated"] = (new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, 1.5, TimeUnit.Week), new ParetoNbdCorrelatedEstimator()),
        ["bg-nbd"] = (new BgNbdModel(0.8, 4, 0.9, 3, TimeUnit.Week), new BgNbdEstimator()),
        ["mbg-nbd"] = (new MbgNbdModel(0.8, 4, 0.9, 3, TimeUnit.Week), new MbgNbdEstimator()),
        ["bg-cnbd-k"] = (new BgCnbdKModel(1.2, 2, 0.9, 3, 2, TimeUnit.Week), new BgCnbdKEstimator()),
        ["mbg-cnbd-k"] = (new MbgCnbdKModel(1.2, 1.5, 0.9, 3, 3, TimeUnit.Week), new MbgCnbdKEstimator()),
        ["ggom-nbd"] = (new GgomNbdModel(1.2, 6, 0.15, 0.7, 60, TimeUnit.Week), new GgomNbdEstimator()),
        ["bg-bb"] = (new BgBbModel(1.2, 4, 0.7, 12, TimeUnit.Week), new BgBbEstimator()),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Curves_classes_and_errors_are_finite(string name)
    {
        (PurchaseSummaryBuilder purchases, PurchaseSummaries known, FitResult<PurchaseModel> fit) = Fitted(name);
        LocalDate last = End.PlusDays(7 * Horizon);
        HoldoutColumns holdout = purchases.BuildHoldout(known, last);

        foreach (IReadOnlyList<TrackingPoint> curve in new[] { Tracking.Curve(fit.Model, known), Tracking.OutOfSample(fit.Model, purchases.Build(ObservationWindow.Through(last), TimeUnit.Week), End) })
        {
            Assert.All(curve, point => Assert.True(point.ExpectedIncremental >= -1e-9 && !double.IsInfinity(point.ExpectedCumulative)));
            Assert.InRange(curve[^1].ExpectedCumulative / curve[^1].ActualCumulative, 0.5, 2);
        }

        Assert.Equal(Customers, Calibration.ByFrequency(fit.Model, known.Columns).Sum(group => group.Expected), 1e-6);
        HoldoutAccuracy accuracy = HoldoutEvaluation.Evaluate(fit.Model, known.Columns, holdout);
        Finite(accuracy.MeanAbsoluteError, accuracy.RootMeanSquareError, accuracy.PredictedTotal, accuracy.MedianMeanAbsoluteError!.Value);
        Assert.True(accuracy.RootMeanSquareError < HoldoutEvaluation.Naive(known.Columns, holdout).RootMeanSquareError * 1.1);
        foreach (IReadOnlyList<ForecastClass> classes in new[] { HoldoutCalibration.ByForecast(fit.Model, known.Columns, holdout), HoldoutCalibration.ByFrequency(fit.Model, known.Columns, holdout), HoldoutCalibration.ByRecency(fit.Model, known.Columns, holdout) })
            Assert.Equal(accuracy.PredictedTotal, classes.Sum(group => group.Expected), 1e-6 * accuracy.PredictedTotal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_of_new_and_known_customers_hang_together(string name)
    {
        (_, PurchaseSummaries known, FitResult<PurchaseModel> fit) = Fitted(name);
        PurchaseModel model = fit.Model;
        for (int row = 0; row < Customers; row += 23)
        {
            PurchaseSummary customer = known.Columns[row];
            double alive = model.ProbabilityAlive(customer);
            double expected = model.ExpectedPurchases(customer, Horizon);
            Assert.InRange(alive, 0, 1);
            Assert.InRange(model.ProbabilityAlive(customer, Horizon), 0, alive);
            Assert.Equal(expected, model.ExpectedPurchases(customer, 10) + model.ExpectedPurchases(customer, 10, Horizon), 1e-9 * (1 + expected));
            Assert.InRange(model.DiscountedExpectedPurchases(customer, Horizon, 0.1), 0, expected);
            Finite(model.DiscountedExpectedResidualTransactions(customer, 0.1));
            Assert.InRange(model.DiscountedExpectedPurchases(customer, Horizon, 0.1), 0, model.DiscountedExpectedResidualTransactions(customer, 0.1) * (1 + 1e-9));
            int most = model.PurchaseQuantile(customer, Horizon, 0.999999);
            Assert.InRange(Enumerable.Range(0, most + 1).Sum(n => model.ProbabilityOfPurchases(n, customer, Horizon)), 0.999999, 1 + 1e-9);
        }

        Assert.Equal(model.ExpectedPurchases(Horizon), Enumerable.Range(1, 300).Sum(n => n * model.ProbabilityOfPurchases(n, Horizon)), 1e-3 * model.ExpectedPurchases(Horizon));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_numbers_they_are_of(string name)
    {
        (_, PurchaseSummaries known, FitResult<PurchaseModel> fit) = Fitted(name);
        SummaryColumns columns = Some(known.Columns);
        (double[] expected, double[] low, double[] high) = (new double[columns.Count], new double[columns.Count], new double[columns.Count]);

        ParameterUncertainty? byParameters = ParameterUncertainty.Of(fit);
        // A maximum on a bound has no covariance, and so no intervals by it; the bootstrap has.
        Assert.Equal(fit.Report.StandardErrors is null, byParameters is null);
        if (byParameters is not null)
        {
            byParameters.ProbabilityAlive(columns, 0.9, low, high);
            fit.Model.ProbabilityAlive(columns, expected);
            Ordered(low, expected, high);
            byParameters.ExpectedPurchases(columns, Horizon, 0.9, low, high);
            fit.Model.ExpectedPurchases(columns, Horizon, expected);
            Ordered(low, expected, high);
            byParameters.DiscountedExpectedPurchases(columns, double.PositiveInfinity, 0.1, 0.9, low, high);
            fit.Model.DiscountedExpectedPurchases(columns, double.PositiveInfinity, 0.1, expected);
            Ordered(low, expected, high);
        }

        BootstrapResult<PurchaseModel> bootstrap = Bootstrap.Run(Models[name].Estimator, known.Columns, new BootstrapOptions { Replicates = 5, Seed = 3 });
        Assert.True(bootstrap.Models.Count >= 3, string.Join(" | ", bootstrap.Reasons.Select(reason => reason.English)));
        Assert.All(bootstrap.Parameters, parameter => Assert.True(parameter.Value.Low <= parameter.Value.High && !double.IsNaN(parameter.Value.StandardError), parameter.Name));
        foreach (ModelDraws draws in new[] { ModelDraws.Asymptotic(fit, 8, 1), new ModelDraws(bootstrap.Models) }.OfType<ModelDraws>())
        {
            draws.Intervals(columns, (model, block, score) => model.ExpectedPurchases(block, Horizon, score), 0.9, low, high);
            Ordered(low, low, high);
            int[] few = new int[columns.Count];
            int[] many = new int[columns.Count];
            draws.PurchaseQuantiles(columns, Horizon, 0.05, few);
            draws.PurchaseQuantiles(columns, Horizon, 0.95, many);
            Assert.All(few.Zip(many), pair => Assert.InRange(pair.First, 0, pair.Second));
        }
    }

    private static (PurchaseSummaryBuilder Purchases, PurchaseSummaries Known, FitResult<PurchaseModel> Fit) Fitted(string name)
    {
        (PurchaseModel truth, IPurchaseModelEstimator estimator) = Models[name];
        PurchaseSummaryBuilder purchases = new();
        for (int i = 0; i < Customers; i++)
        {
            Random random = new(500 + i);
            // Whole weeks, for a model of opportunities sees nothing between them.
            int weeks = 40 + random.Next(25);
            double[] times = [0, .. truth.SimulatePurchaseTimes(random, weeks + Horizon)];
            purchases.Add(times.Select(time => new Purchase { Customer = new CustomerId($"c{i}"), Date = End.PlusDays((int)Math.Floor(time * 7) - (7 * weeks)), Amount = 10 }));
        }

        PurchaseSummaries known = purchases.BuildDetailed(ObservationWindow.Through(End), TimeUnit.Week);
        FitResult<PurchaseModel> fit = estimator.Fit(known.Columns);
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        return (purchases, known, fit);
    }

    private static SummaryColumns Some(SummaryColumns columns)
    {
        int[] rows = [.. Enumerable.Range(0, Customers / 16).Select(i => 16 * i)];
        return DistinctRows.Rows(columns, rows);
    }

    private static void Ordered(double[] low, double[] middle, double[] high)
    {
        for (int row = 0; row < low.Length; row++)
        {
            Finite(low[row], middle[row], high[row]);
            Assert.InRange(middle[row], low[row] * (1 - 1e-12), high[row] * (1 + 1e-12));
        }
    }

    private static void Finite(params double[] numbers) => Assert.All(numbers, number => Assert.False(double.IsNaN(number) || double.IsInfinity(number)));
}
