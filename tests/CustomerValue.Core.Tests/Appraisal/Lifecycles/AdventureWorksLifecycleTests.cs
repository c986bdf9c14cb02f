using System.Globalization;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Thresholds;
using CustomerValue.LifetimeValue.MbgNbd;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Appraisal.Lifecycles;

/// <summary>18,484 customers of AdventureWorks, who come back after years: stages at the end of every month, what came of them, and fitted thresholds.</summary>
public sealed class AdventureWorksLifecycleTests
{
    private static readonly LocalDate Split = new(2013, 6, 30), End = new(2014, 1, 31);

    [SkippableFact]
    public void Everybody_who_has_bought_has_one_stage_at_the_end_of_every_month()
    {
        PurchaseCalendar purchases = Sales();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new MbgNbdEstimator());
        LifecycleEvaluator evaluator = new(RetailLifecycle.Create(), setup.Clock, setup.Models);
        LocalDate[] months = [.. Enumerable.Range(0, 38).Select(month => new LocalDate(2010, 12, 31).PlusMonths(month).With(DateAdjusters.EndOfMonth))];
        StageTimeline timeline = evaluator.Over(purchases, months);
        for (int month = 0; month < months.Length; month++)
        {
            LocalDate end = months[month];
            int bought = Enumerable.Range(0, purchases.Count).Count(row => PurchaseSummaries.Epoch.PlusDays(purchases.Of(row)[0]) <= end);
            Assert.Equal(bought, timeline.Sizes(month).Sum());
        }

        Assert.Equal(18_484, timeline.Sizes(months.Length - 1).Sum());
        // Between purchases nobody's stage gets better.
        LifecycleDefinition definition = evaluator.Definition;
        for (int month = 1; month < months.Length; month++)
        {
            ReadOnlySpan<sbyte> before = timeline.On(month - 1), after = timeline.On(month);
            for (int row = 0; row < purchases.Count; row++)
            {
                bool boughtMeanwhile = purchases.Of(row).ToArray().Any(day => PurchaseSummaries.Epoch.PlusDays(day) > months[month - 1] && PurchaseSummaries.Epoch.PlusDays(day) <= months[month]);
                if (before[row] >= 0 && !boughtMeanwhile && definition.Stages[after[row]].Standing > definition.Stages[before[row]].Standing)
                    Assert.Fail($"{purchases.Customers[row]} moved up in {months[month]} without a purchase");
            }
        }
    }

    [SkippableFact]
    public void What_came_of_each_stage_is_counted()
    {
        PurchaseCalendar purchases = Sales();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new MbgNbdEstimator());
        StageColumns stages = new LifecycleEvaluator(RetailLifecycle.Create(), setup.Clock, setup.Models).At(purchases, Split);
        Dictionary<string, StageOutcome> by = StageOutcomes.Of(stages, purchases, End).Stages.ToDictionary(outcome => outcome.Stage.Key);
        Assert.Equal((7798, 2914), (by["new"].Customers, by["new"].CameBack));
        Assert.Equal((903, 651), (by["one-timer"].Customers, by["one-timer"].CameBack));
        Assert.Equal((2119, 515), (by["developing"].Customers, by["developing"].CameBack));
        Assert.Equal((285, 103), (by["active"].Customers, by["active"].CameBack));
        Assert.Equal((309, 89), (by["reactivated"].Customers, by["reactivated"].CameBack));
        Assert.All(new[] { "cooling", "at-risk", "dormant", "lost" }, stage => Assert.Equal(0, by[stage].Customers));
    }

    /// <summary>With two purchases in three years nobody's rhythm is known well enough to be called cooling, under any bounds; the fit says so.</summary>
    [SkippableTheory]
    [InlineData(AlarmStage.Cooling)]
    [InlineData(AlarmStage.AtRisk)]
    [InlineData(AlarmStage.Dormant)]
    public void Fitted_thresholds_that_do_not_help_are_said_not_to(AlarmStage stage)
    {
        PurchaseCalendar purchases = Sales();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new MbgNbdEstimator());
        LocalDate[] first = [.. Enumerable.Range(0, 6).Select(month => new LocalDate(2012, 6, 30).PlusMonths(month))], later = [.. Enumerable.Range(0, 6).Select(month => new LocalDate(2013, 1, 31).PlusMonths(month))];
        ThresholdFit fit = ThresholdFitter.Fit(purchases, setup.Clock, setup.Models[0].Model, first, later, stage, new() { Miss = 1, FalseAlarm = 1 });
        Assert.True(fit.Fitted.Cost <= fit.Before.Cost);
        Assert.False(fit.Improves);
        Assert.Equal(fit.BeforeLater.Cost, fit.FittedLater.Cost);
        Assert.Contains("don't help", fit.Reason.English, StringComparison.Ordinal);
    }

    private static PurchaseCalendar Sales()
    {
        string[] header = SharedData.Lines("data/adventureworksdw/FactInternetSales.csv.gz").First().Split(',');
        (int customer, int amount, int date) = (Array.IndexOf(header, "CustomerKey"), Array.IndexOf(header, "SalesAmount"), Array.IndexOf(header, "OrderDate"));
        PurchaseSummaryBuilder builder = new();
        foreach (string[] fields in SharedData.Lines("data/adventureworksdw/FactInternetSales.csv.gz").Skip(1).Select(line => line.Split(',')))
            builder.Add(new Purchase { Customer = new CustomerId(fields[customer]), Date = LocalDatePattern.Iso.Parse(fields[date][..10]).Value, Amount = decimal.Parse(fields[amount], CultureInfo.InvariantCulture) });
        return builder.BuildCalendar(ObservationWindow.Through(End));
    }
}
