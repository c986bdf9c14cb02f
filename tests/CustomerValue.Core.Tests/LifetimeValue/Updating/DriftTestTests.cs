using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Updating;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tests.LifetimeValue.Choice;

namespace CustomerValue.Tests.LifetimeValue.Updating;

public class DriftTestTests
{
    private static readonly MbgNbdModel Truth = new(0.8, 8, 0.5, 1.5, TimeUnit.Week);

    /// <summary>200 samples without drift: a test of 10 % raises an alarm in 4 to 14 % of them; 20 with 30 % more purchases: it sees nearly all.</summary>
    [Fact]
    public void False_alarms_are_as_rare_as_said_and_drift_is_seen()
    {
        int alarms = 0;
        int totals = 0;
        for (int sample = 0; sample < 200; sample++)
        {
            DriftReport report = Report(sample, 300, 0);
            alarms += report.RefitIsDue ? 1 : 0;
            totals += report.TotalProbability < 0.1 ? 1 : 0;
        }

        Assert.InRange(alarms, 8, 28);
        Assert.InRange(totals, 8, 33);
        Assert.InRange(Enumerable.Range(0, 20).Count(sample => Report(sample, 1500, 0.3).RefitIsDue), 18, 20);
    }

    [Fact]
    public void The_report_adds_up_and_speaks()
    {
        DriftReport report = Report(7, 800, 0.5);
        Assert.Equal(report.Actual, report.Classes.Sum(group => group.Actual));
        Relative.Equal(report.Expected, report.Classes.Sum(group => group.Expected), 1e-12);
        Assert.Equal(800, report.Classes.Sum(group => group.Customers));
        Assert.Equal(0, report.Classes[0].From);
        Assert.Null(report.Classes[^1].To);
        Assert.All(report.Classes, group => Assert.True(group.Expected >= 10));
        Assert.True(report.HasParameterUncertainty && report.Z > 3 && report.RefitIsDue);
        Assert.StartsWith("A refit is due", report.Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("应重新拟合", report.Reason.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("No refit is due", Report(1, 300, 0).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_covariance_parameters_are_taken_as_known_and_deviations_look_larger()
    {
        ForecastOrigin origin = ModelComparisonTests.Simulate(Truth, 300, 5);
        FitResult<PurchaseModel> fit = new MbgNbdEstimator().Fit(origin.Calibration);
        DriftReport with = DriftTest.Run(fit, origin.Calibration, origin.Holdout);
        DriftReport without = DriftTest.Run(fit with { Report = fit.Report with { Covariance = null } }, origin.Calibration, origin.Holdout);
        Assert.False(without.HasParameterUncertainty);
        Assert.True(Math.Abs(without.Z) > Math.Abs(with.Z));
    }

    [Fact]
    public void A_warm_start_takes_fewer_iterations_to_the_same_optimum()
    {
        ForecastOrigin origin = ModelComparisonTests.Simulate(Truth, 2000, 9);
        FitResult<PurchaseModel> before = new MbgNbdEstimator().Fit(origin.Calibration);
        int[] frequency = [.. origin.Calibration.Frequency.ToArray().Zip(origin.Holdout.Frequency.ToArray(), (x, more) => x + more)];
        double[] age = [.. origin.Calibration.Age.ToArray().Select(t => t + 26)];
        double[] recency = [.. Enumerable.Range(0, age.Length).Select(row => origin.Holdout.Frequency[row] > 0 ? age[row] - 5 : origin.Calibration.Recency[row])];
        SummaryColumns now = new(TimeUnit.Week, frequency, recency, age);

        FitReport cold = new MbgNbdEstimator().Fit(now).Report;
        FitReport warm = new MbgNbdEstimator().Fit(now, new FitOptions { Start = before.Report.Parameters }).Report;

        Assert.True(warm.Iterations < cold.Iterations, $"{warm.Iterations} from the last fit, {cold.Iterations} anew");
        foreach ((ModelParameter w, ModelParameter c) in warm.Parameters.Zip(cold.Parameters))
            Relative.Equal(c.Value, w.Value, 1e-7);
    }

    [Fact]
    public void A_kept_model_scores_new_purchases_without_a_refit()
    {
        CustomerBase shop = SmallShop.Customers();
        CustomerAppraisal first = new Appraiser(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator()).Appraise(shop);
        KeptPurchaseModel purchases = new(new() { Model = first.PurchaseModel, Report = first.PurchaseFit });
        KeptSpendModel spend = new(new() { Model = first.SpendModel!, Report = first.SpendFit! });
        CustomerAppraisal again = new Appraiser(purchases, spend, new RfmStrategy(), new ContributionCalculator()).Appraise(shop);

        Assert.Same(first.PurchaseModel, again.PurchaseModel);
        Assert.Equal(first.LifetimeValue.ToArray(), again.LifetimeValue.ToArray());
        Assert.Equal(("mbg-nbd", "gamma-gamma"), (purchases.Name, spend.Name));
        Assert.Throws<ArgumentException>(() => purchases.Fit(new SummaryColumns(TimeUnit.Day, [0], [0], [1])));
    }

    /// <summary>Customers drawn from the process; in the holdout each purchase is doubled with a probability.</summary>
    private static DriftReport Report(int seed, int customers, double doubled)
    {
        ForecastOrigin origin = ModelComparisonTests.Simulate(Truth, customers, 100 + seed);
        Random random = new(seed);
        int[] since = [.. origin.Holdout.Frequency.ToArray().Select(count => count + Enumerable.Range(0, count).Count(_ => random.NextDouble() < doubled))];
        FitResult<PurchaseModel> fit = new MbgNbdEstimator().Fit(origin.Calibration);
        return DriftTest.Run(fit, origin.Calibration, new HoldoutColumns(origin.Holdout.Length, since, new double[customers]), 0.1);
    }
}
