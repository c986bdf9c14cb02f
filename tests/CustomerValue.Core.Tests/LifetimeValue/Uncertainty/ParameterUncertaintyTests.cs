using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Tests.LifetimeValue.Uncertainty;

public class ParameterUncertaintyTests
{
    private static readonly MbgNbdModel Truth = new(0.6, 6, 0.9, 1.8, TimeUnit.Week);
    private static readonly SummaryColumns Customers = WithSpend(Simulated.Columns(Truth, new Random(11), 1500, 52));
    private static readonly FitResult<PurchaseModel> Fit = new MbgNbdEstimator().Fit(Customers);
    private static readonly ParameterUncertainty Uncertainty = ParameterUncertainty.Of(Fit)!;

    [Fact]
    public void A_parameters_error_is_the_reports_and_a_ratios_error_is_the_delta_methods()
    {
        for (int i = 0; i < 4; i++)
            Relative.Equal(Fit.Report.StandardErrors![i], Uncertainty.StandardError(model => model.Parameters[i].Value), 1e-6);
        IReadOnlyList<IReadOnlyList<double>> c = Fit.Report.Covariance!;
        (double r, double alpha) = (Fit.Report.Parameters[0].Value, Fit.Report.Parameters[1].Value);
        double variance = (c[0][0] / (alpha * alpha)) - (2 * c[0][1] * r / Math.Pow(alpha, 3)) + (c[1][1] * r * r / Math.Pow(alpha, 4));
        Relative.Equal(Math.Sqrt(variance), Uncertainty.StandardError(model => model.Parameters[0].Value / model.Parameters[1].Value), 1e-6);
    }

    [Fact]
    public void A_positive_numbers_interval_stays_positive_and_others_are_symmetric()
    {
        NumberInterval rate = Uncertainty.Interval(model => model.Parameters[0].Value / model.Parameters[1].Value);
        NumberInterval log = Uncertainty.Interval(model => Math.Log(model.Parameters[0].Value / model.Parameters[1].Value));
        Assert.True(rate.Low > 0 && rate.Low < rate.Estimate && rate.Estimate < rate.High);
        Relative.Equal(Math.Log(rate.Low), log.Low, 1e-6);
        Relative.Equal(Math.Log(rate.High), log.High, 1e-6);
    }

    [Fact]
    public void Columns_are_the_single_numbers()
    {
        (double[] aliveLow, double[] aliveHigh) = (new double[Customers.Count], new double[Customers.Count]);
        (double[] low, double[] high) = (new double[Customers.Count], new double[Customers.Count]);
        (double[] dertLow, double[] dertHigh) = (new double[Customers.Count], new double[Customers.Count]);
        Uncertainty.ProbabilityAlive(Customers, 0.9, aliveLow, aliveHigh);
        Uncertainty.ExpectedPurchases(Customers, 26, 0.9, low, high);
        Uncertainty.DiscountedExpectedPurchases(Customers, double.PositiveInfinity, 0.1, 0.9, dertLow, dertHigh);
        for (int row = 0; row < Customers.Count; row += 97)
        {
            PurchaseSummary customer = Customers[row];
            NumberInterval expected = Uncertainty.Interval(model => model.ExpectedPurchases(customer, 26), 0.9);
            NumberInterval logit = Uncertainty.Interval(model => Math.Log(model.ProbabilityAlive(customer) / (1 - model.ProbabilityAlive(customer))) - 1000, 0.9);
            NumberInterval dert = Uncertainty.Interval(model => model.DiscountedExpectedResidualTransactions(customer, 0.1), 0.9);
            Relative.Equal(expected.Low, low[row], 1e-6);
            Relative.Equal(expected.High, high[row], 1e-6);
            Relative.Equal(1 / (1 + Math.Exp(-logit.Low - 1000)), aliveLow[row], 1e-6);
            Relative.Equal(1 / (1 + Math.Exp(-logit.High - 1000)), aliveHigh[row], 1e-6);
            Relative.Equal(dert.High, dertHigh[row], 1e-6);
            Assert.InRange(aliveLow[row], 0, aliveHigh[row]);
            Assert.InRange(aliveHigh[row], 0, 1);
        }
    }

    [Fact]
    public void Whoever_is_alive_for_certain_is_so_at_all_parameters()
    {
        FitResult<PurchaseModel> fit = new BgNbdEstimator().Fit(Customers);
        (double[] low, double[] high) = (new double[Customers.Count], new double[Customers.Count]);
        ParameterUncertainty.Of(fit)!.ProbabilityAlive(Customers, 0.95, low, high);
        int once = Array.IndexOf(Customers.Frequency.ToArray(), 0);
        Assert.Equal((1.0, 1.0), (low[once], high[once]));
    }

    [Fact]
    public void Values_intervals_hold_both_models_uncertainty()
    {
        FitResult<SpendModel> spend = new GammaGammaEstimator().Fit(Customers);
        (double[] low, double[] high) = (new double[Customers.Count], new double[Customers.Count]);
        (double[] alone, double[] _) = (new double[Customers.Count], new double[Customers.Count]);
        double[] upper = new double[Customers.Count];
        Uncertainty.Value(Customers, spend, 52, 0.1, 0.95, low, high);
        Uncertainty.DiscountedExpectedPurchases(Customers, 52, 0.1, 0.95, alone, upper);
        for (int row = 0; row < Customers.Count; row += 53)
        {
            double value = spend.Model.ExpectedSpend(Customers.Frequency[row], Customers.Spend[row]) * Fit.Model.DiscountedExpectedPurchases(Customers[row], 52, 0.1);
            Assert.True(low[row] < value && value < high[row]);
            Assert.True(high[row] / low[row] > upper[row] / alone[row]);
        }
    }

    [Fact]
    public void Without_a_covariance_there_is_none() =>
        Assert.Null(ParameterUncertainty.Of(Fit with { Report = Fit.Report with { Covariance = null } }));

    /// <summary>Of 100 samples of 1,000 customers, 90 to 99 of the 95 % intervals hold the true mean rate and the true forecast of a customer.</summary>
    [Fact]
    public void Intervals_cover_as_often_as_they_say()
    {
        PurchaseSummary customer = new(3, 30, 50);
        int rate = 0;
        int forecast = 0;
        for (int sample = 0; sample < 100; sample++)
        {
            FitResult<PurchaseModel> fit = new MbgNbdEstimator().Fit(Simulated.Columns(Truth, new Random(1000 + sample), 1000, 52));
            ParameterUncertainty uncertainty = ParameterUncertainty.Of(fit)!;
            NumberInterval mean = uncertainty.Interval(model => model.Parameters[0].Value / model.Parameters[1].Value);
            NumberInterval expected = uncertainty.Interval(model => model.ExpectedPurchases(customer, 26));
            rate += mean.Low <= 0.1 && 0.1 <= mean.High ? 1 : 0;
            double truth = Truth.ExpectedPurchases(customer, 26);
            forecast += expected.Low <= truth && truth <= expected.High ? 1 : 0;
        }

        Assert.InRange(rate, 90, 99);
        Assert.InRange(forecast, 90, 99);
    }

    internal static SummaryColumns WithSpend(SummaryColumns columns)
    {
        Random random = new(77);
        GammaGammaModel model = new(6, 4, 15);
        double[] spend = new double[columns.Count];
        for (int row = 0; row < spend.Length; row++)
            spend[row] = columns.Frequency[row] == 0 ? 0 : model.SimulateSpend(random, columns.Frequency[row]).Average();
        return new(columns.Unit, columns.Frequency.ToArray(), columns.Recency.ToArray(), columns.Age.ToArray(), spend);
    }
}
