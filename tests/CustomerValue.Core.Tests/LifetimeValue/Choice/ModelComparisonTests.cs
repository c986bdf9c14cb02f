using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.Choice;

public class ModelComparisonTests
{
    private static readonly MbgNbdModel Truth = new(0.8, 8, 0.5, 1.5, TimeUnit.Week);
    private static readonly MbgNbdModel Frozen = new(0.3, 12, 0.5, 1.5, TimeUnit.Week);
    private static readonly ForecastOrigin Origin = Simulate(Truth, 1500, 21);

    [Fact]
    public void A_clearly_better_model_is_recommended_instead_of_the_standard_with_its_reason()
    {
        Recommendation recommended = ModelComparison.Of([new FixedEstimator("mbg-nbd", Frozen), new FixedEstimator("other", Truth)], [Origin]).Recommendation;

        Assert.Equal("other", recommended.Model);
        PairedComparison pair = Assert.Single(recommended.Pairs);
        Assert.Equal(("other", "mbg-nbd"), (pair.Model, pair.Reference));
        Assert.True(pair.Gain > 2 * pair.StandardError && pair.IsClearlyBetter);
        Assert.StartsWith("other forecasts the holdout clearly better than mbg-nbd", recommended.Reason.English, StringComparison.Ordinal);
        Assert.Contains("明显优于", recommended.Reason.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_is_kept_where_no_other_is_clearly_better()
    {
        Recommendation worse = ModelComparison.Of([new FixedEstimator("other", Frozen), new FixedEstimator("mbg-nbd", Truth)], [Origin]).Recommendation;
        Recommendation same = ModelComparison.Of([new FixedEstimator("other", Truth), new FixedEstimator("mbg-nbd", Truth)], [Origin]).Recommendation;

        Assert.Equal("mbg-nbd", worse.Model);
        Assert.Contains("no other model forecasts the holdout clearly better", worse.Reason.English, StringComparison.Ordinal);
        Assert.Equal("mbg-nbd", same.Model);
        Assert.Equal((0, 0), (same.Pairs[0].Gain, same.Pairs[0].StandardError));
    }

    /// <summary>The better scores belong to a model whose total is far off: the customers are the same, but the total is what money hangs on.</summary>
    [Fact]
    public void A_better_score_with_a_worse_total_is_not_clearly_better()
    {
        PairedComparison pair = new() { Model = "a", Reference = "b", Gain = 1, StandardError = 0.1, TotalIsNoWorse = false };
        Assert.False(pair.IsClearlyBetter);
        Assert.True((pair with { TotalIsNoWorse = true }).IsClearlyBetter);
        Assert.False((pair with { TotalIsNoWorse = true, StandardError = 0.5 }).IsClearlyBetter);
    }

    [Fact]
    public void The_log_score_gain_and_its_error_are_those_of_the_customers_differences()
    {
        ModelComparison comparison = ModelComparison.Of([new FixedEstimator("mbg-nbd", Truth), new FixedEstimator("other", Frozen)], [Origin]);
        double[] gains = new double[Origin.Calibration.Count];
        double[] scores = new double[gains.Length];
        for (int row = 0; row < gains.Length; row++)
        {
            scores[row] = Math.Log(Truth.ProbabilityOfPurchases(Origin.Holdout.Frequency[row], Origin.Calibration[row], Origin.Holdout.Length));
            gains[row] = Math.Log(Frozen.ProbabilityOfPurchases(Origin.Holdout.Frequency[row], Origin.Calibration[row], Origin.Holdout.Length)) - scores[row];
        }

        PairedComparison pair = Assert.Single(comparison.Recommendation.Pairs);
        double mean = gains.Average();
        Relative.Equal(scores.Average(), comparison.Models[0].LogScore!.Value.Mean, 1e-10);
        Relative.Equal(mean, pair.Gain, 1e-10);
        Relative.Equal(Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length), pair.StandardError, 1e-10);
    }

    /// <summary>The same holdout twice holds no more evidence than once.</summary>
    [Fact]
    public void A_customer_at_several_origins_is_one_observation()
    {
        FixedEstimator[] models = [new("mbg-nbd", Truth), new("other", Frozen)];
        PairedComparison once = ModelComparison.Of(models, [Origin]).Recommendation.Pairs[0];
        PairedComparison twice = ModelComparison.Of(models, [Origin, Origin]).Recommendation.Pairs[0];
        Relative.Equal(once.Gain, twice.Gain, 1e-12);
        Relative.Equal(once.StandardError, twice.StandardError, 1e-12);
    }

    [Fact]
    public void A_model_without_a_finite_optimum_does_not_sink_the_others()
    {
        ModelComparison comparison = ModelComparison.Of([new FixedEstimator("mbg-nbd", null), new Refusing(), new FixedEstimator("a", Truth), new FixedEstimator("b", Frozen)], [Origin]);

        Assert.Equal("it runs away.", comparison.Models[0].Failure!.Value.English);
        Assert.Null(comparison.Models[0].LogScore);
        Assert.Contains("no gaps", comparison.Models[1].Failure!.Value.English, StringComparison.Ordinal);
        Assert.Equal("a", comparison.Recommendation.Model);
        Assert.StartsWith("mbg-nbd has no finite optimum", comparison.Recommendation.Reason.English, StringComparison.Ordinal);
        Assert.Null(ModelComparison.Of([new FixedEstimator("a", null)], [Origin]).Recommendation.Model);
    }

    [Fact]
    public void Figures_over_origins_are_means_with_their_spread()
    {
        ForecastOrigin second = Simulate(Truth, 900, 5);
        ModelEvaluation model = ModelComparison.Of([new MbgNbdEstimator()], [Origin, second]).Models[0];
        double[] errors = [.. model.Trials.Select(trial => trial.Accuracy!.MeanAbsoluteError)];
        OverOrigins average = model.Average(accuracy => accuracy.MeanAbsoluteError)!.Value;
        Relative.Equal(errors.Average(), average.Mean, 1e-14);
        Relative.Equal(Math.Abs(errors[0] - errors[1]) / Math.Sqrt(2), average.StandardDeviation!.Value, 1e-12);
        Assert.Equal(HoldoutEvaluation.Evaluate(model.Trials[1].Model!, second.Calibration, second.Holdout), model.Trials[1].Accuracy);
    }

    [Fact]
    public void Wrong_calls_name_every_problem()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => ModelComparison.Of([new BgNbdEstimator(), new BgNbdEstimator()], [], new FitOptions { Weights = [1] }));
        Assert.Equal(["origins", "estimators", "options"], refused.Problems.Select(problem => problem.Field));
    }

    [SkippableFact]
    public void On_cdnow_the_standard_is_kept_beside_bg_nbd()
    {
        string[][] rows = [.. SharedData.Lines("reference/lifetime/rfm_lifetimes_cal_holdout.csv").Skip(1).Select(line => line.Split(','))];
        double[] Column(int index) => [.. rows.Select(row => double.Parse(row[index], System.Globalization.CultureInfo.InvariantCulture))];
        int[] Counts(int index) => [.. Column(index).Select(value => (int)value)];
        ForecastOrigin cdnow = new() { Calibration = new(TimeUnit.Week, Counts(1), Column(2), Column(3)), Holdout = new(39, Counts(5), Column(6)) };

        Recommendation recommended = ModelComparison.Of([new BgNbdEstimator(), new MbgNbdEstimator()], [cdnow]).Recommendation;

        Assert.Equal("mbg-nbd", recommended.Model);
        Assert.Equal(-0.0023, recommended.Pairs[0].Gain, 1e-4);
        Assert.Equal(0.0017, recommended.Pairs[0].StandardError, 1e-4);
    }

    /// <summary>Customers watched for up to a year, and for half a year after.</summary>
    internal static ForecastOrigin Simulate(PurchaseModel truth, int customers, int seed, double holdout = 26)
    {
        Random random = new(seed);
        (int[] frequency, double[] recency, double[] age) = (new int[customers], new double[customers], new double[customers]);
        int[] after = new int[customers];
        CustomerId[] ids = new CustomerId[customers];
        for (int i = 0; i < customers; i++)
        {
            age[i] = 26 + random.Next(27);
            IReadOnlyList<double> times = truth.SimulatePurchaseTimes(random, age[i] + holdout);
            frequency[i] = times.Count(time => time <= age[i]);
            recency[i] = times.LastOrDefault(time => time <= age[i]);
            after[i] = times.Count - frequency[i];
            ids[i] = new CustomerId($"c{i}");
        }

        return new() { Calibration = new(TimeUnit.Week, frequency, recency, age, customers: ids), Holdout = new(holdout, after, new double[customers]) };
    }

    private sealed class Refusing : IPurchaseModelEstimator
    {
        public string Name => "refusing";

        public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new DataRejectedException(new DataProblem { Message = "There are no gaps." });
    }
}
