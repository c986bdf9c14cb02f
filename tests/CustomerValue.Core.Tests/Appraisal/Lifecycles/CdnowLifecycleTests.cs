using System.Globalization;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
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

    internal static PurchaseCalendar Sample()
    {
        PurchaseSummaryBuilder builder = new();
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        foreach (string[] fields in SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')))
            builder.Add(new Purchase { Customer = new CustomerId(fields[0]), Date = pattern.Parse(fields[2]).Value, Amount = decimal.Parse(fields[4], CultureInfo.InvariantCulture) });
        return builder.BuildCalendar(ObservationWindow.Through(End));
    }
}
