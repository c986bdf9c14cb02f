using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Bases on which fits go wrong: one customer, nobody back, times near 0 or beyond all calendars. Every model converges or gives its reason, and scores without NaN.</summary>
public class OddBasesTests
{
    private static readonly Dictionary<string, SummaryColumns> Bases = new()
    {
        ["one customer"] = Base(1, _ => (2, 10, 20)),
        ["one customer who bought once"] = Base(1, _ => (0, 0, 20)),
        ["nobody came back"] = Base(100, i => (0, 0, 10 + i)),
        ["recency of 0"] = Base(50, i => (i % 3, 0, 10 + i)),
        ["bought on the last day"] = Base(50, i => ((i % 5) + 1, 11 + i, 11 + i)),
        ["ages near 0"] = Base(60, i => (i % 3, i % 3 == 0 ? 0 : 1e-9 * ((i % 7) + 1), 1e-8)),
        ["ages beyond all calendars"] = Base(60, i => (i % 3, i % 3 == 0 ? 0 : 1e9 * ((i % 7) + 1), 1e10)),
        ["half came today"] = Base(60, i => (0, 0, i % 2 == 0 ? 0 : 5)),
        ["thousands of purchases"] = Base(20, i => (200 * (i + 1), 99, 100)),
    };

    private static readonly IPurchaseModelEstimator[] Estimators =
    [
        new NbdEstimator(), new ParetoNbdEstimator(), new ParetoNbdCorrelatedEstimator(), new BgNbdEstimator(), new MbgNbdEstimator(),
        new BgCnbdKEstimator(), new MbgCnbdKEstimator(), new GgomNbdEstimator(),
    ];

    public static TheoryData<string> Names => [.. Bases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fit_converges_or_says_why_and_scores_without_nan(string name)
    {
        SummaryColumns columns = Bases[name];
        foreach (IPurchaseModelEstimator estimator in Estimators)
        {
            FitResult<PurchaseModel> fit = estimator.Fit(columns);
            (PurchaseModel model, FitReport report) = (fit.Model, fit.Report);
            Assert.True(report.Converged || report.Reason is not null, estimator.Name);
            Assert.True(double.IsFinite(report.LogLikelihood), estimator.Name);
            Assert.All(report.StandardErrors ?? [], error => Assert.True(double.IsFinite(error), estimator.Name));
            for (int row = 0; row < Math.Min(columns.Count, 20); row++)
            {
                PurchaseSummary customer = columns[row];
                double year = model.DiscountedExpectedPurchases(customer, 52, 0.1);
                double[] scores =
                [
                    model.ProbabilityAlive(customer), model.ProbabilityAlive(customer, 10), model.ExpectedPurchases(customer, 10), year,
                    model.DiscountedExpectedResidualTransactions(customer, 0.1) - (year * (1 - 1e-6)), model.ProbabilityOfPurchases(1, customer, 10),
                ];
                Assert.All(scores, score => Assert.True(score >= 0 && double.IsFinite(score), $"{estimator.Name} row {row}: {string.Join(" ", scores)}"));
                Assert.True(double.IsFinite(model.LogLikelihood(customer)), estimator.Name);
            }
        }
    }

    private static SummaryColumns Base(int customers, Func<int, (int Frequency, double Recency, double Age)> customer)
    {
        (int Frequency, double Recency, double Age)[] rows = [.. Enumerable.Range(0, customers).Select(customer)];
        return new(TimeUnit.Week, rows.Select(row => row.Frequency).ToArray(), rows.Select(row => row.Recency).ToArray(), rows.Select(row => row.Age).ToArray());
    }
}
