using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.ParetoNbd;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.LifetimeValue;

public class DiagnosticsTests
{
    private static readonly BgNbdModel Lifetimes = new(0.24259292827982207, 4.4135322652718205, 0.7928859664406086, 2.4257523826255496, TimeUnit.Week);

    /// <summary>lifetimes states the purchases up to a week's end, and the expectation up to the day after it.</summary>
    [SkippableTheory]
    [InlineData("bg-nbd", "cum_tracking_bg_nbd_lifetimes_params.csv")]
    [InlineData("pareto-nbd", "cum_tracking_pareto_nbd_553_10578_606_11669.csv")]
    public void Tracking_equals_lifetimes_cumulative_transactions_to_1e_minus_12(string name, string reference)
    {
        PurchaseModel model = name == "bg-nbd" ? Lifetimes : new ParetoNbdModel(0.553, 10.578, 0.606, 11.669, TimeUnit.Week);
        IReadOnlyList<TrackingPoint> daily = Tracking.Curve(model, Sample(), daysPerPeriod: 1);
        int compared = 0;
        foreach (string[] week in SharedData.Lines("reference/lifetime/" + reference).Skip(1).Select(line => line.Split(',')))
        {
            int end = 7 * (int.Parse(week[0], CultureInfo.InvariantCulture) + 1);
            Assert.Equal(long.Parse(week[1], CultureInfo.InvariantCulture), daily[end - 1].ActualCumulative);
            if (end >= daily.Count)
                continue;
            Relative.Equal(double.Parse(week[2], CultureInfo.InvariantCulture), daily[end].ExpectedCumulative, 1e-12);
            compared++;
        }

        Assert.Equal(77, compared);
    }

    [SkippableFact]
    public void Weeks_of_tracking_are_the_sums_of_their_days()
    {
        PurchaseSummaries sample = Sample();
        IReadOnlyList<TrackingPoint> daily = Tracking.Curve(Lifetimes, sample, daysPerPeriod: 1);
        IReadOnlyList<TrackingPoint> longer = Tracking.Curve(Lifetimes, sample, daysPerPeriod: 50);
        Assert.Equal(new LocalDate(1998, 6, 30), longer[^1].LastDay);
        Assert.Equal(daily[^1].ActualCumulative, longer[^1].ActualCumulative);
        Assert.Equal(4339, longer[^1].ActualCumulative);
        Assert.Equal(daily.Skip(50).Take(50).Sum(day => day.ActualIncremental), longer[1].ActualIncremental);
        Assert.Equal(daily.Skip(50).Take(50).Sum(day => day.ExpectedIncremental), longer[1].ExpectedIncremental, 1e-8);
    }

    [SkippableFact]
    public void Frequency_classes_hold_every_customer_once_and_expect_what_the_mass_function_says()
    {
        SummaryColumns columns = Cdnow.Calibration();
        IReadOnlyList<FrequencyClass> classes = Calibration.ByFrequency(Lifetimes, columns, highest: 3);
        Assert.Equal([1411, 439, 214, 293], classes.Select(c => c.Actual));
        Assert.Equal([false, false, false, true], classes.Select(c => c.OrMore));
        Assert.Equal(2357, classes.Sum(c => c.Expected), 1e-6);
        double two = 0;
        foreach (double age in columns.Age)
            two += Lifetimes.ProbabilityOfPurchases(2, age);
        Relative.Equal(two, classes[2].Expected, 1e-12);
    }

    [SkippableFact]
    public void Spend_classes_hold_every_repeat_customer_once_and_all_that_the_model_expects()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.44);
        IReadOnlyList<SpendClass> classes = Calibration.BySpend(model, Cdnow.Calibration());
        Assert.Equal(946, classes.Sum(c => c.Actual));
        Assert.Equal(946, classes.Sum(c => c.Expected), 1e-6);
        Assert.Equal(0, classes[0].From);
        Assert.Equal(double.PositiveInfinity, classes[^1].To);
        Assert.All(classes.Zip(classes.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    private static PurchaseSummaries Sample()
    {
        LocalDatePattern yyyymmdd = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        PurchaseSummaryBuilder builder = new();
        builder.Add(SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')).Select(field => new Purchase
        {
            Customer = new CustomerId(field[1]),
            Date = yyyymmdd.Parse(field[2]).Value,
            Amount = decimal.Parse(field[4], CultureInfo.InvariantCulture),
        }));
        return builder.Build(ObservationWindow.Through(new LocalDate(1998, 6, 30)), TimeUnit.Week);
    }
}
