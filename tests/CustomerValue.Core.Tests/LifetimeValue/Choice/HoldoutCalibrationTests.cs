using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue.Choice;

public class HoldoutCalibrationTests
{
    private static readonly MbgNbdModel Truth = new(0.8, 8, 0.5, 1.5, TimeUnit.Week);
    private static readonly ForecastOrigin Origin = ModelComparisonTests.Simulate(Truth, 1003, 3);

    [Fact]
    public void Every_grouping_holds_every_customer_once_and_all_purchases()
    {
        double[] expected = new double[Origin.Calibration.Count];
        Truth.ExpectedPurchases(Origin.Calibration, Origin.Holdout.Length, expected);
        foreach (IReadOnlyList<ForecastClass> classes in new[]
        {
            HoldoutCalibration.ByForecast(Truth, Origin.Calibration, Origin.Holdout),
            HoldoutCalibration.ByFrequency(Truth, Origin.Calibration, Origin.Holdout),
            HoldoutCalibration.ByRecency(Truth, Origin.Calibration, Origin.Holdout),
        })
        {
            Assert.Equal(1003, classes.Sum(group => group.Customers));
            Assert.Equal(Origin.Holdout.Frequency.ToArray().Sum(), classes.Sum(group => group.Actual));
            Relative.Equal(expected.Sum(), classes.Sum(group => group.Expected), 1e-12);
            Assert.All(classes.Zip(classes.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        }
    }

    [Fact]
    public void Deciles_are_of_equal_size_and_frequency_classes_of_equal_frequency()
    {
        IReadOnlyList<ForecastClass> deciles = HoldoutCalibration.ByForecast(Truth, Origin.Calibration, Origin.Holdout);
        Assert.Equal(10, deciles.Count);
        Assert.All(deciles, decile => Assert.InRange(decile.Customers, 100, 101));
        IReadOnlyList<ForecastClass> classes = HoldoutCalibration.ByFrequency(Truth, Origin.Calibration, Origin.Holdout, highest: 3);
        Assert.Equal([0, 1, 2, 3], classes.Select(group => group.From));
        int[] ones = [.. Enumerable.Range(0, 1003).Where(row => Origin.Calibration.Frequency[row] == 1)];
        Assert.Equal(ones.Length, classes[1].Customers);
        Assert.Equal(ones.Sum(row => Origin.Holdout.Frequency[row]), classes[1].Actual);
        Relative.Equal(ones.Sum(row => Truth.ExpectedPurchases(Origin.Calibration[row], 26)), classes[1].Expected, 1e-10);
    }

    /// <summary>Variances of counts are those of the mass function.</summary>
    [Fact]
    public void Columns_of_counts_agree_with_single_probabilities()
    {
        SummaryColumns columns = Origin.Calibration;
        double[] probability = new double[columns.Count];
        double[] variance = new double[columns.Count];
        Truth.ProbabilitiesOfPurchases(columns, Origin.Holdout.Frequency, 26, probability);
        Truth.PurchaseVariances(columns, 26, variance);
        for (int row = 0; row < columns.Count; row += 71)
        {
            Relative.Equal(Truth.ProbabilityOfPurchases(Origin.Holdout.Frequency[row], columns[row], 26), probability[row], 1e-11);
            double mean = Truth.ExpectedPurchases(columns[row], 26);
            double squares = 0;
            for (int n = 0; n < 300; n++)
                squares += (n - mean) * (n - mean) * Truth.ProbabilityOfPurchases(n, columns[row], 26);
            Relative.Equal(squares, variance[row], 1e-8);
        }
    }

    [Fact]
    public void Wrong_numbers_of_classes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldoutCalibration.ByForecast(Truth, Origin.Calibration, Origin.Holdout, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldoutCalibration.ByFrequency(Truth, Origin.Calibration, Origin.Holdout, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldoutCalibration.ByRecency(Truth, Origin.Calibration, Origin.Holdout, 0));
    }
}
