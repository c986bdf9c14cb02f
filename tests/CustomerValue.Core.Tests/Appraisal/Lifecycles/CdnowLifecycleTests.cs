using System.Globalization;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Lifecycle.Thresholds;
using CustomerValue.LifetimeValue.BgNbd;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Appraisal.Lifecycles;

/// <summary>The 2,357 customers of the CDNOW sample: 39 weeks to judge by, 39 to see what came of it.</summary>
public sealed class CdnowLifecycleTests
{
    private static readonly LocalDate Split = new(1997, 9, 30), End = new(1998, 6, 30);

    [SkippableFact]
    public void Who_is_called_lost_hardly_ever_buys_again_and_worse_stages_come_back_less()
    {
        PurchaseCalendar purchases = Sample();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new BgNbdEstimator());
        StageColumns stages = new LifecycleEvaluator(RetailLifecycle.Create(), setup.Clock, setup.Models).At(purchases, Split);
        StageOutcomes outcomes = StageOutcomes.Of(stages, purchases, End);
        Dictionary<string, StageOutcome> by = outcomes.Stages.ToDictionary(outcome => outcome.Stage.Key);
        Assert.Equal(2357, by.Values.Sum(outcome => outcome.Customers));
        Assert.True(by["lost"].Customers > 0 && by["lost"].Share < 0.1, $"{by["lost"].CameBack} of {by["lost"].Customers}");
        Assert.True(by["active"].Share > by["cooling"].Share && by["cooling"].Share > by["at-risk"].Share && by["at-risk"].Share > by["dormant"].Share && by["dormant"].Share > by["one-timer"].Share);
    }

    /// <summary>Bounds fitted at the ends of months up to the split, judged at the ends of later months; a miss costs as much as a false alarm.</summary>
    [SkippableTheory]
    [InlineData(AlarmStage.Cooling)]
    [InlineData(AlarmStage.AtRisk)]
    [InlineData(AlarmStage.Dormant)]
    public void Fitted_thresholds_cost_less_on_later_dates(AlarmStage stage)
    {
        PurchaseCalendar purchases = Sample();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new BgNbdEstimator());
        LocalDate[] first = [.. Enumerable.Range(0, 4).Select(month => new LocalDate(1997, 4, 30).PlusMonths(month))], later = [.. Enumerable.Range(0, 5).Select(month => new LocalDate(1997, 10, 31).PlusMonths(month))];
        ThresholdFit fit = ThresholdFitter.Fit(purchases, setup.Clock, setup.Models[0].Model, first, later, stage, new() { Miss = 1, FalseAlarm = 1 });
        Assert.True(fit.Fitted.Cost <= fit.Before.Cost);
        Assert.True(fit.Improves, fit.Reason.English);
        Assert.Empty(RetailLifecycle.Create(fit.Thresholds).Findings);
    }

    /// <summary>Sums of purchases say of every later day what the purchases themselves say, and since when.</summary>
    [SkippableFact]
    public void Stages_from_sums_are_those_from_purchases()
    {
        PurchaseCalendar purchases = Sample();
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new BgNbdEstimator());
        LifecycleEvaluator evaluator = new(RetailLifecycle.Create(), setup.Clock, setup.Models);
        LocalDate through = new(1997, 6, 30);
        PurchaseCalendar until = Sample(through);
        StageSummaries sums = evaluator.Summarize(purchases, through);
        for (int days = 0; days <= 700; days += 35)
        {
            LocalDate day = through.PlusDays(days);
            StageColumns fast = evaluator.At(sums, day), slow = evaluator.At(until, day);
            Assert.Equal(2357, fast.Stages.Length);
            for (int row = 0; row < until.Count; row++)
            {
                int at = purchases.RowOf(until.Customers[row]);
                Assert.Equal((slow.Stages[row], slow.Since(row)), (fast.Stages[at], fast.Since(at)));
            }

            Assert.Equal(slow.Sizes, fast.Sizes);
        }

        Assert.Throws<ArgumentException>(() => evaluator.At(sums, through.PlusDays(-1)));
        Assert.Throws<ArgumentException>(() => new LifecycleEvaluator(RetailLifecycle.Create(), setup.Clock, setup.Models).At(sums, Split));
    }

    internal static PurchaseCalendar Sample(LocalDate? last = null) => Purchases().BuildCalendar(ObservationWindow.Through(last ?? End));

    internal static PurchaseSummaryBuilder Purchases()
    {
        PurchaseSummaryBuilder builder = new();
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        foreach (string[] fields in SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')))
            builder.Add(new Purchase { Customer = new CustomerId(fields[0]), Date = pattern.Parse(fields[2]).Value, Amount = decimal.Parse(fields[4], CultureInfo.InvariantCulture) });
        return builder;
    }
}
