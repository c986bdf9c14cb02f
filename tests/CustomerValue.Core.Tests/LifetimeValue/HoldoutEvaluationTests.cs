using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Tests;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Tests;

public class HoldoutEvaluationTests
{
    [Fact]
    public void The_naive_forecast_goes_on_at_the_rate_of_the_calibration()
    {
        // Forecasts x / T · 5: 2.5, 0, and 0 for the customer of the last day; errors −0.5, −1, −2.
        SummaryColumns calibration = new(TimeUnit.Week, [4, 0, 0], [8, 0, 0], [8, 3, 0]);
        HoldoutColumns holdout = new(5, [3, 1, 2], [1, 1, 1]);

        HoldoutAccuracy naive = HoldoutEvaluation.Naive(calibration, holdout);

        Assert.Equal(3, naive.Customers);
        Assert.Equal(3.5 / 3, naive.MeanAbsoluteError, 15);
        Assert.Equal(Math.Sqrt(5.25 / 3), naive.RootMeanSquareError, 15);
        Assert.Equal(2.5, naive.PredictedTotal, 15);
        Assert.Equal(6, naive.ActualTotal);
        Assert.Equal(-3.5 / 3, naive.Bias, 15);
        Assert.Null(naive.MedianMeanAbsoluteError);
    }

    [Fact]
    public void A_holdout_of_other_customers_is_refused()
    {
        SummaryColumns calibration = new(TimeUnit.Week, [4], [8], [8]);

        Assert.Contains("2 customers", Assert.Throws<DataRejectedException>(() => HoldoutEvaluation.Naive(calibration, new HoldoutColumns(5, [3, 1], [1, 1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_customers_are_refused() =>
        Assert.Throws<DataRejectedException>(() => HoldoutEvaluation.Naive(new SummaryColumns(TimeUnit.Week, [], [], []), new HoldoutColumns(5, [], [])));

    [SkippableTheory]
    [InlineData("BG/NBD", 0.7854542426104215, 1.6079820122764006, 1653.4087241799193, 0.2425945434210672, 4.413602716077369, 0.7929218333478067, 2.4259057287214794)]
    [InlineData("MBG/NBD", 0.7647789429263523, 1.6071826609596482, 1576.728265888565, 0.5248429031495705, 6.183081764399105, 0.8913595172712623, 1.614002931198495)]
    public void Cdnow_holdout_accuracy_agrees_with_the_reference_to_8_digits(string name, double mae, double rmse, double total, double r, double alpha, double a, double b)
    {
        (SummaryColumns calibration, HoldoutColumns holdout) = Cdnow();
        PurchaseModel model = name == "BG/NBD" ? new BgNbdModel(r, alpha, a, b, TimeUnit.Week) : new MbgNbdModel(r, alpha, a, b, TimeUnit.Week);

        HoldoutAccuracy accuracy = HoldoutEvaluation.Evaluate(model, calibration, holdout);

        Assert.Equal(mae, accuracy.MeanAbsoluteError, 1e-8);
        Assert.Equal(rmse, accuracy.RootMeanSquareError, 1e-8);
        Assert.Equal(total, accuracy.PredictedTotal, 1e-4);
        Assert.Equal(1882, accuracy.ActualTotal);
        Assert.True(accuracy.MedianMeanAbsoluteError < mae, "the median is the better forecast of a single customer");
    }

    [SkippableFact]
    public void Cdnow_naive_accuracy_agrees_with_the_reference_to_9_digits()
    {
        (SummaryColumns calibration, HoldoutColumns holdout) = Cdnow();

        HoldoutAccuracy naive = HoldoutEvaluation.Naive(calibration, holdout);

        Assert.Equal(1.0236691632673869, naive.MeanAbsoluteError, 1e-9);
        Assert.Equal(2.2119180886046252, naive.RootMeanSquareError, 1e-9);
        Assert.Equal(2930.1011257197324, naive.PredictedTotal, 1e-6);
    }

    /// <summary>CDNOW with 39 weeks of calibration in days/7 and 39 weeks of holdout.</summary>
    private static (SummaryColumns, HoldoutColumns) Cdnow()
    {
        string[][] rows = [.. SharedData.Lines("reference/lifetime/rfm_lifetimes_cal_holdout.csv").Skip(1).Select(line => line.Split(','))];
        double[] Column(int index) => [.. rows.Select(row => double.Parse(row[index], CultureInfo.InvariantCulture))];
        int[] Counts(int index) => [.. Column(index).Select(value => (int)value)];
        return (new(TimeUnit.Week, Counts(1), Column(2), Column(3)), new(39, Counts(5), Column(6)));
    }
}
