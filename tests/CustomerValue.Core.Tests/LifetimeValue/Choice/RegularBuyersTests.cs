using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.LifetimeValue.Choice;

/// <summary>The model of regular buyers is chosen where customers buy at a beat, and nowhere else.</summary>
public class RegularBuyersTests
{
    private static readonly IPurchaseModelEstimator[] Candidates = [new ParetoNbdEstimator(), new MbgNbdEstimator(), new MbgCnbdKEstimator()];
    private static readonly LocalDate LastDay = new(2025, 12, 31);

    [Fact]
    public void Who_buys_at_a_beat_is_forecast_by_the_model_that_knows_beats()
    {
        ModelChoice choice = ModelChooser.Choose(AtABeat(1500), LastDay, TimeUnit.Week, Candidates);

        Assert.Equal("mbg-cnbd-k", choice.Estimator.Name);
        Assert.Contains("mbg-cnbd-k forecasts the holdout clearly better than mbg-nbd", choice.Reason.English, StringComparison.Ordinal);
        Assert.Contains("mbg-cnbd-k", choice.Reason.Chinese, StringComparison.Ordinal);
        ModelTrial trial = choice.Comparison!.Models[2].Trials[0];
        Assert.Equal(3, trial.Fit!.Parameters[4].Value);
        Assert.DoesNotContain(trial.Fit.Warnings, warning => warning.English.Contains("gaps between purchases are not known", StringComparison.Ordinal));
        Assert.True(trial.Accuracy!.MeanAbsoluteError < choice.Comparison.Models[1].Trials[0].Accuracy!.MeanAbsoluteError);
    }

    [Fact]
    public void Rolling_origins_know_the_gaps()
    {
        ForecastOrigin origin = ForecastOrigin.Rolling(AtABeat(200), LastDay, TimeUnit.Week, 1, 90)[0];
        Assert.Equal(3, new MbgCnbdKEstimator().Fit(origin.Calibration).Report.Parameters[4].Value);
    }

    [SkippableFact]
    public void Cdnow_keeps_the_standard_beside_which_k_is_1_and_says_nothing_else()
    {
        LocalDatePattern date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        PurchaseSummaryBuilder purchases = new();
        purchases.Add(SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')).Select(field => new Purchase { Customer = new CustomerId(field[1]), Date = date.Parse(field[2]).Value, Amount = 1 }));

        ModelChoice choice = ModelChooser.Choose(purchases, new LocalDate(1998, 6, 30), TimeUnit.Week, Candidates);
        ModelChoice ofTwo = ModelChooser.Choose(purchases, new LocalDate(1998, 6, 30), TimeUnit.Week, [.. Candidates.Skip(1)]);

        Assert.Equal("mbg-nbd", choice.Estimator.Name);
        Assert.Contains("The closest, pareto-nbd,", choice.Reason.English, StringComparison.Ordinal);
        Assert.Equal("mbg-nbd is kept: on these data mbg-cnbd-k makes the same forecasts.", ofTwo.Reason.English);
    }

    /// <summary>Customers who come in over a year and buy at every third tick of a clock of their own.</summary>
    private static PurchaseSummaryBuilder AtABeat(int customers)
    {
        MbgCnbdKModel truth = new(1.5, 1.2, 0.6, 3, 3, TimeUnit.Week);
        PurchaseSummaryBuilder purchases = new();
        for (int i = 0; i < customers; i++)
        {
            Random random = new(100 + i);
            int age = 365 + random.Next(365);
            CustomerId id = new($"c{i}");
            double[] times = [0, .. truth.SimulatePurchaseTimes(random, age / 7.0)];
            purchases.Add(times.Select(time => new Purchase { Customer = id, Date = LastDay.PlusDays((int)Math.Floor(time * 7) - age), Amount = 20 }));
        }

        return purchases;
    }
}
