using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.GammaGamma;

/// <summary>Gamma-Gamma on every purchase beside the one on means.</summary>
public class GammaGammaEachTests
{
    private static readonly GammaGammaModel Truth = new(6.25, 3.74, 15.44);

    /// <summary>(p−1)Σ ln z − x ln Γ(p) + ln Γ(px+q) − ln Γ(q) + q ln v − (px+q) ln(v+Σz) by mpmath with 40 digits; beyond p = 10⁵ the digits of Σ ln z limit it.</summary>
    [Theory]
    [InlineData(6.25, 3.74, 15.44, -12.8218600437506235, 1e-12, "12.5 40 33.25")]
    [InlineData(0.05, 0.5, 1e-3, -17.3266160011735884, 1e-12, "1e-4 2 3000")]
    [InlineData(1e6, 1e5, 2.5, 2.97296322263158767, 1e-8, "25 25.0625 24.9375 25")]
    [InlineData(3e-4, 900, 1e7, -9.72375495063148278, 1e-12, "5")]
    public void The_density_of_single_purchases(double p, double q, double v, double expected, double tolerance, string purchases)
    {
        double[] values = purchases.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        Relative.Equal(expected, new GammaGammaModel(p, q, v).LogLikelihood(values.Length, values.Average(), values.Sum(Math.Log)), tolerance);
    }

    [Fact]
    public void Five_hundred_purchases_in_one_density() => Relative.Equal(
        -2226.59151083749482,
        new GammaGammaModel(40, 2, 1000).LogLikelihood(500, Enumerable.Range(0, 500).Average(i => (i % 7) + 90.0), Enumerable.Range(0, 500).Sum(i => Math.Log((i % 7) + 90))),
        1e-12);

    [Fact]
    public void With_one_purchase_each_there_is_no_difference()
    {
        SummaryColumns columns = Draw(Truth, new Random(1), 400, _ => 1);
        FitReport means = new GammaGammaEstimator().Fit(columns).Report;
        FitReport each = new GammaGammaEachEstimator().Fit(columns).Report;
        Assert.Equal(means.Parameters, each.Parameters);
        Assert.Equal(means.LogLikelihood, each.LogLikelihood);
        Relative.Equal(Truth.LogLikelihood(1, 30), Truth.LogLikelihood(1, 30, Math.Log(30)), 1e-15);
    }

    [Fact]
    public void Without_the_logs_the_means_count_alone_and_the_report_says_so()
    {
        SummaryColumns known = Draw(Truth, new Random(2), 300, i => 2 + (i % 3));
        SummaryColumns unknown = new(known.Unit, known.Frequency.ToArray(), known.Recency.ToArray(), known.Age.ToArray(), known.Spend.ToArray());
        FitReport report = new GammaGammaEachEstimator().Fit(unknown).Report;
        Assert.Equal(new GammaGammaEstimator().Fit(known).Report.Parameters, report.Parameters);
        Assert.Contains(report.Warnings, warning => warning.English.StartsWith("The logs of single purchases are unknown for 300 customers", StringComparison.Ordinal));
        Assert.DoesNotContain(new GammaGammaEachEstimator().Fit(known).Report.Warnings, warning => warning.English.StartsWith("The logs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1.8, 1.3, 2.7)]
    [InlineData(-2, 3, 0)]
    [InlineData(7, -1, 5)]
    public void Gradient_and_hessian_are_the_central_differences(double p, double q, double v)
    {
        SummaryColumns columns = Some(Draw(Truth, new Random(3), 200, i => i % 6));
        double[] weights = Enumerable.Range(0, 200).Select(i => i % 4 / 2.0).ToArray();
        Derivatives.AssertRight(new GammaGammaLikelihood(columns, weights, 0.01, new PurchaseSpread(columns, weights)), [p, q, v]);
    }

    [Fact]
    public void The_likelihood_of_a_fit_is_that_of_its_customers_and_the_order_of_rows_never_shows()
    {
        SummaryColumns columns = Draw(Truth, new Random(4), 300, i => 1 + (i % 5));
        FitReport report = new GammaGammaEachEstimator().Fit(columns).Report;
        GammaGammaModel model = new(report.Parameters[0].Value, report.Parameters[1].Value, report.Parameters[2].Value);
        Relative.Equal(Enumerable.Range(0, 300).Sum(row => model.LogLikelihood(columns.Frequency[row], columns.Spend[row], columns.LogSpend[row])), report.LogLikelihood, 1e-11);
        int[] order = Enumerable.Range(0, 300).OrderBy(i => i * 7919 % 300).ToArray();
        FitReport shuffled = new GammaGammaEachEstimator().Fit(Rows(columns, order)).Report;
        Assert.Equal(report.Parameters, shuffled.Parameters);
        Assert.Equal(report.LogLikelihood, shuffled.LogLikelihood);
    }

    [Fact]
    public void Drawn_purchases_give_back_the_parameters_and_tell_p_far_better_than_means()
    {
        SummaryColumns columns = Draw(Truth, new Random(5), 3000, i => 1 + (i % 4));
        FitReport each = new GammaGammaEachEstimator().Fit(columns).Report;
        FitReport means = new GammaGammaEstimator().Fit(columns).Report;
        Assert.True(each.Converged);
        for (int i = 0; i < 3; i++)
            Assert.InRange((each.Parameters[i].Value - Truth.Parameters[i].Value) / each.StandardErrors![i], -4, 4);
        Assert.True(each.StandardErrors![0] < 0.25 * means.StandardErrors![0], $"{each.StandardErrors[0]} beside {means.StandardErrors[0]}");
    }

    [Fact]
    public void Logs_that_no_purchases_with_that_mean_can_have_are_refused_and_a_rounded_mean_is_not()
    {
        DataProblem problem = Assert.Single(Assert.Throws<DataRejectedException>(() => new GammaGammaEachEstimator().Fit(Columns([2, 3], [20, 30], [5.9, 10.5]))).Problems);
        Assert.Equal((1, "logSpend", "10.5"), (problem.Row, problem.Field, problem.Value));
        Assert.NotNull(new GammaGammaEachEstimator().Fit(Columns([2, 3, 1], [20, 30, 10], [5.9, 10.204, 2.303])).Report);
        Assert.Throws<ArgumentOutOfRangeException>(() => Truth.LogLikelihood(2, 20, double.NaN));
        Assert.Throws<DataRejectedException>(() => new GammaGammaEachEstimator().Fit(new SummaryColumns(TimeUnit.Week, [1], [1], [2])));
    }

    [Fact]
    public void Customers_whose_purchases_are_all_equal_leave_no_finite_p()
    {
        double[] means = Enumerable.Range(0, 50).Select(i => 10.0 + i).ToArray();
        FitReport report = new GammaGammaEachEstimator().Fit(Columns(Enumerable.Repeat(3, 50).ToArray(), means, means.Select(mean => 3 * Math.Log(mean)).ToArray())).Report;
        Assert.False(report.Converged);
        Assert.Contains("hardly differ in value", report.Reason!.Value.English, StringComparison.Ordinal);
    }

    private static SummaryColumns Draw(GammaGammaModel model, Random random, int customers, Func<int, int> frequency)
    {
        double[][] purchases = Enumerable.Range(0, customers).Select(i => model.SimulateSpend(random, frequency(i))).ToArray();
        return Columns(purchases.Select(own => own.Length).ToArray(), purchases.Select(own => own.Length == 0 ? 0 : own.Average()).ToArray(), purchases.Select(own => own.Sum(Math.Log)).ToArray());
    }

    private static SummaryColumns Columns(int[] frequency, double[] spend, double[] logSpend) => new(
        TimeUnit.Week,
        frequency,
        Array.ConvertAll(frequency, x => x == 0 ? 0.0 : 1),
        Array.ConvertAll(frequency, _ => 2.0),
        spend,
        logSpend: logSpend);

    /// <summary>The same customers with every third sum of logs unknown.</summary>
    private static SummaryColumns Some(SummaryColumns columns) => Columns(
        columns.Frequency.ToArray(),
        columns.Spend.ToArray(),
        columns.LogSpend.ToArray().Select((sum, row) => row % 3 == 0 ? double.NaN : sum).ToArray());

    private static SummaryColumns Rows(SummaryColumns columns, int[] order) => Columns(
        Array.ConvertAll(order, row => columns.Frequency[row]),
        Array.ConvertAll(order, row => columns.Spend[row]),
        Array.ConvertAll(order, row => columns.LogSpend[row]));
}
