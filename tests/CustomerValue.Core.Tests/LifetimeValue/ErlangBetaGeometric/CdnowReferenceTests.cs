using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>The optima that BTYDplus finds on CDNOW: log-likelihood to 1e-6, parameters to 3e-6; at k = 1, where its search stops early, to 5e-5.</summary>
public class CdnowReferenceTests
{
    [SkippableTheory]
    [InlineData(true, 2, 0.57989616, 2.2881488, 1.1344527, 1.5849742, -9853.253129)]
    [InlineData(true, 3, 0.53296836, 1.2581956, 1.288664, 1.8452094, -10394.362652)]
    [InlineData(false, 2, 0.22691721, 1.4629196, 0.94400227, 2.0743289, -9855.326974)]
    [InlineData(false, 3, 0.21948173, 0.83343106, 1.0260926, 2.0941348, -10393.565054)]
    public void Optima_of_a_given_k(bool leavesAtFirst, int k, double r, double alpha, double a, double b, double logLikelihood)
    {
        SummaryColumns columns = CdnowDays.Calibration().Columns;
        FitResult<PurchaseModel> fit = leavesAtFirst ? new MbgCnbdKEstimator(k).Fit(columns) : new BgCnbdKEstimator(k).Fit(columns);
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        Assert.Equal(logLikelihood, fit.Report.LogLikelihood, 1e-6);
        double[] expected = [r, alpha, a, b, k];
        for (int i = 0; i < expected.Length; i++)
            Relative.Equal(expected[i], fit.Report.Parameters[i].Value, 3e-6);
        Assert.Equal(["r", "alpha", "a", "b", "k"], fit.Report.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(0, fit.Report.StandardErrors![4]);
        Assert.All(fit.Report.StandardErrors.Take(4), error => Assert.True(error > 0));
        Assert.Equal(10 - (2 * logLikelihood), fit.Report.Aic, 1e-5);
        double total = Enumerable.Range(0, columns.Count).Sum(row => fit.Model.LogLikelihood(columns[row]));
        Assert.Equal(logLikelihood, total, 1e-6);
    }

    [SkippableFact]
    public void The_likelihood_chooses_k_1_and_equals_mbg_nbd_there()
    {
        SummaryColumns columns = CdnowDays.Calibration().Columns;
        FitReport report = new MbgCnbdKEstimator().Fit(columns).Report;
        double[] expected = [0.524844, 6.183093, 0.891388, 1.614048, 1];
        for (int i = 0; i < 5; i++)
            Relative.Equal(expected[i], report.Parameters[i].Value, 5e-5);
        Assert.Equal(-9582.13572, report.LogLikelihood, 1e-5);
        FitReport plain = new MbgNbdEstimator().Fit(columns).Report;
        Assert.Equal(plain.LogLikelihood, report.LogLikelihood, 1e-9 * Math.Abs(plain.LogLikelihood));
        for (int i = 0; i < 4; i++)
        {
            Relative.Equal(plain.Parameters[i].Value, report.Parameters[i].Value, 1e-7);
            Relative.Equal(plain.StandardErrors![i], report.StandardErrors![i], 1e-6);
        }
    }
}
