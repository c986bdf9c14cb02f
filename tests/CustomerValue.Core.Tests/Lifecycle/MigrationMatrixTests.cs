using CustomerValue.Lifecycle.Migration;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Lifecycle;

public sealed class MigrationMatrixTests
{
    [Fact]
    public void Counts_and_a_prior_give_probabilities()
    {
        MigrationMatrix matrix = MigrationMatrix.Of(3, [0, 0, 0, 0, 1, -1, 2], [0, 0, 1, 2, 2, 1, 0], ends: [false, false, true], prior: 3);
        Assert.Equal([3 / 7.0, 2 / 7.0, 2 / 7.0], Row(matrix, 0));
        Assert.Equal([1 / 4.0, 1 / 4.0, 2 / 4.0], Row(matrix, 1));
        Assert.Equal([0, 0, 1], Row(matrix, 2));
        Assert.Equal((1, 4), (matrix.Counted(0, 2), matrix.Counted(0)));
        Assert.Equal([0, 1.0], Row(MigrationMatrix.Of(new long[,] { { 0, 0 }, { 0, 0 } }, prior: 0), 1));
    }

    /// <summary>Quantiles of the beta distributions as SciPy 1.10 gives them.</summary>
    [Fact]
    public void Intervals_are_quantiles_of_the_posterior()
    {
        MigrationMatrix one = MigrationMatrix.Of(new long[,] { { 30, 10 }, { 0, 0 } });
        (double low, double high) = one.Interval(0, 0, 0.9);
        Relative.Equal(0.6265147523257318, low, 1e-10);
        Relative.Equal(0.8476128813453383, high, 1e-10);
        (low, high) = MigrationMatrix.Of(new long[,] { { 5, 0 }, { 0, 0 } }, prior: 0.6).Interval(0, 1, 0.9);
        Assert.True(low > 0 && low < 1e-5 && high < 0.26);
        Assert.Equal((1.0, 1.0), MigrationMatrix.Of(new long[,] { { 5, 0 }, { 0, 0 } }, prior: 0).Interval(0, 0, 0.9));
    }

    [Property(MaxTest = 100)]
    public void Rows_sum_to_one_and_intervals_hold_their_probability(byte[] cells, bool lastIsEnd)
    {
        long[,] counts = new long[3, 3];
        for (int cell = 0; cell < 9; cell++)
            counts[cell / 3, cell % 3] = cells is { Length: > 0 } ? cells[cell % cells.Length] : 0;
        MigrationMatrix matrix = MigrationMatrix.Of(counts, [false, false, lastIsEnd]);
        for (int from = 0; from < 3; from++)
        {
            Assert.Equal(1, Row(matrix, from).Sum(), 1e-12);
            for (int to = 0; to < 3; to++)
            {
                // An interval leaves out as much below as above; a probability near an end of [0, 1] may be its mean and yet lie outside.
                (double low, double high) = matrix.Interval(from, to, 0.95);
                Assert.True(low >= 0 && low <= high && high <= 1);
            }
        }
    }

    [Fact]
    public void What_is_no_count_is_refused()
    {
        Assert.Throws<DataRejectedException>(() => MigrationMatrix.Of(new long[2, 3]));
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => MigrationMatrix.Of(new long[,] { { 1, -2 }, { 0, 1 } }, [true], double.NaN));
        Assert.Equal(["ends", "prior", "counts"], refusal.Problems.Select(problem => problem.Field));
    }

    /// <summary>Eigenvectors as numpy gives them; with an end the quasi-stationary distribution.</summary>
    [Fact]
    public void The_steady_state_is_the_left_eigenvector()
    {
        double[] steady = StageOutlook.SteadyState(MigrationMatrix.Of(new long[,] { { 16, 3, 1 }, { 4, 14, 2 }, { 6, 6, 8 } }, prior: 0));
        Assert.All(steady.Zip([10 / 19.0, 7 / 19.0, 2 / 19.0]), pair => Relative.Equal(pair.Second, pair.First, 1e-12));
        double[] open = StageOutlook.SteadyState(MigrationMatrix.Of(new long[,] { { 7, 2, 1 }, { 3, 4, 3 }, { 0, 0, 0 } }, [false, false, true], prior: 0));
        Assert.All(open.Zip([0.68614066, 0.31385934, 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
        Assert.Equal([0.5, 0.5], StageOutlook.SteadyState(MigrationMatrix.Of(new long[,] { { 0, 1 }, { 1, 0 } }, prior: 0)));
        Assert.Throws<InvalidOperationException>(() => StageOutlook.SteadyState(MigrationMatrix.Of(new long[,] { { 1, 0 }, { 0, 1 } }, prior: 0)));
    }

    [Fact]
    public void Time_in_stages_follows_from_the_matrix()
    {
        MigrationMatrix matrix = MigrationMatrix.Of(new long[,] { { 7, 2, 1 }, { 3, 4, 3 }, { 0, 0, 0 } }, [false, false, true], prior: 0);
        double[,] periods = StageOutlook.PeriodsBeforeEnd(matrix);
        Assert.Equal([5, 5 / 3.0, 2.5, 2.5], [periods[0, 0], periods[0, 1], periods[1, 0], periods[1, 1]], (left, right) => Math.Abs(left - right) < 1e-12);
        Relative.Equal(10 / 3.0, StageOutlook.PeriodsInARow(matrix, 0), 1e-12);
        Assert.Throws<InvalidOperationException>(() => StageOutlook.PeriodsBeforeEnd(MigrationMatrix.Of(new long[,] { { 1, 0 }, { 0, 1 } }, prior: 0)));
    }

    [Fact]
    public void Forecasts_keep_customers_and_add_those_who_join()
    {
        MigrationMatrix matrix = MigrationMatrix.Of(new long[,] { { 7, 2, 1 }, { 3, 4, 3 }, { 0, 0, 0 } }, [false, false, true], prior: 0);
        IReadOnlyList<StageForecast> forecasts = StageOutlook.Forecast(matrix, [100, 50, 0], 3, [10, 0, 0]);
        Assert.Equal([160, 170, 180], forecasts.Select(forecast => Math.Round(forecast.Expected.Sum(), 9)));
        Assert.Equal([95, 40, 25], forecasts[0].Expected.Select(size => Math.Round(size, 9)));
        // 100·0.7·0.3 + 50·0.3·0.7
        Relative.Equal(Math.Sqrt(31.5), forecasts[0].StandardDeviation[0], 1e-12);
        Relative.Equal((95 * 0.7) + (40 * 0.3) + 10, forecasts[1].Expected[0], 1e-12);
    }

    /// <summary>χ² without correction as SciPy gives it for the two rows, summed.</summary>
    [Fact]
    public void Two_periods_are_compared_row_by_row()
    {
        long[,] first = { { 30, 10 }, { 5, 40 } }, second = { { 20, 25 }, { 9, 31 } };
        MigrationComparison comparison = MigrationComparison.Of(first, second, permutations: 1999);
        Relative.Equal(10.159191258663087, comparison.ChiSquare, 1e-12);
        Assert.Equal(2, comparison.DegreesOfFreedom);
        Relative.Equal(0.006222424673303832, comparison.PValue, 1e-10);
        Assert.InRange(comparison.PermutationPValue!.Value, 0.002, 0.014);
        Assert.Equal(1, MigrationComparison.Of(first, first, permutations: 99).PermutationPValue);
        Assert.Equal(1, MigrationComparison.Of(new long[2, 2], second).PValue);
    }

    private static double[] Row(MigrationMatrix matrix, int from) => [.. Enumerable.Range(0, matrix.Stages).Select(to => matrix[from, to])];
}
