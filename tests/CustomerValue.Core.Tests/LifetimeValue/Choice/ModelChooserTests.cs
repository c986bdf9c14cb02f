using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue.Choice;

public class ModelChooserTests
{
    private static readonly SimulatedRetailer Shop = SimulatedRetailer.Simulate(new SimulatedRetailerOptions { Customers = 600 });
    private static readonly LocalDate LastDay = Shop.Options.LastDay;
    private static readonly IPurchaseModelEstimator[] Candidates = [new BgNbdEstimator(), new MbgNbdEstimator()];

    [Fact]
    public void The_last_quarter_is_held_out_and_the_choice_is_the_comparisons()
    {
        PurchaseSummaryBuilder purchases = Builder(Shop.Purchases);
        ModelChoice choice = ModelChooser.Choose(purchases, LastDay, TimeUnit.Week, Candidates);

        int days = Period.DaysBetween(purchases.FirstDate!.Value, LastDay) + 1;
        LocalDate cut = LastDay.PlusDays(-days / 4);
        Assert.Equal(cut, choice.CalibrationEnd);
        PurchaseSummaries known = purchases.Build(ObservationWindow.Through(cut), TimeUnit.Week);
        HoldoutColumns after = purchases.BuildHoldout(known, LastDay);
        Assert.Equal(known.Count, choice.Comparison!.Naive[0].Customers);
        Assert.Equal(after.Frequency.ToArray().Sum(), choice.Comparison.Naive[0].ActualTotal);
        Assert.Equal(choice.Comparison.Recommendation.Model, choice.Estimator.Name);
        Assert.Equal(choice.Comparison.Recommendation.Reason, choice.Reason);

        TrackingPoint atCut = choice.Tracking.Last(point => !point.IsForecast);
        Assert.Equal(cut, atCut.LastDay);
        Assert.Equal(known.Columns.Frequency.ToArray().Sum(), atCut.ActualCumulative);
        Assert.Equal(LastDay, choice.Tracking[^1].LastDay);
        Assert.True(choice.Tracking[^1].IsForecast);
    }

    [Fact]
    public void The_order_of_the_purchases_never_shows()
    {
        Purchase[] lines = [.. Shop.Purchases];
        ModelChoice choice = ModelChooser.Choose(Builder(lines), LastDay, TimeUnit.Week, Candidates);
        Array.Reverse(lines);
        ModelChoice turned = ModelChooser.Choose(Builder(lines), LastDay, TimeUnit.Week, Candidates);
        Assert.Equal(choice.Tracking, turned.Tracking);
        Assert.Equal(choice.Reason, turned.Reason);
    }

    [Fact]
    public void A_sample_is_of_whole_customers_by_their_ids()
    {
        PurchaseSummaryBuilder all = Builder(Shop.Purchases);
        PurchaseSummaryBuilder some = all.Sample(200);
        PurchaseSummaryBuilder turned = Builder(Shop.Purchases.Reverse()).Sample(200);
        Assert.InRange(some.Customers.Count, 150, 250);
        Assert.Same(all, all.Sample(600));
        PurchaseSummaries whole = all.Build(ObservationWindow.Through(LastDay), TimeUnit.Week);
        PurchaseSummaries part = some.Build(ObservationWindow.Through(LastDay), TimeUnit.Week);
        Assert.Equal(part.Columns.Customers.ToArray(), turned.Build(ObservationWindow.Through(LastDay), TimeUnit.Week).Columns.Customers.ToArray());
        Dictionary<CustomerId, int> rows = Enumerable.Range(0, whole.Count).ToDictionary(row => whole.Columns.Customers[row]);
        for (int row = 0; row < part.Count; row++)
        {
            int same = rows[part.Columns.Customers[row]];
            Assert.Equal(whole.Columns[same], part.Columns[row]);
            Assert.Equal((whole.Revenue[same], whole.Cost[same]), (part.Revenue[row], part.Cost[row]));
        }
    }

    [Fact]
    public void With_too_little_to_hold_out_the_standard_is_taken_and_says_so()
    {
        ModelChoice choice = ModelChooser.Choose(Builder(Shop.Purchases.Take(40)), LastDay, TimeUnit.Week, Candidates);
        ModelChoice none = ModelChooser.Choose(new PurchaseSummaryBuilder(), LastDay, TimeUnit.Week, [new BgNbdEstimator()]);
        Assert.Equal("mbg-nbd", choice.Estimator.Name);
        Assert.Null(choice.Comparison);
        Assert.Empty(choice.Tracking);
        Assert.Contains("too little", choice.Reason.English, StringComparison.Ordinal);
        Assert.Equal("bg-nbd", none.Estimator.Name);
        Assert.Throws<DataRejectedException>(() => ModelChooser.Choose(Builder([]), LastDay, TimeUnit.Week, []));
    }

    [Fact]
    public void Rolling_origins_know_only_what_was_known_then_and_their_holdouts_follow_each_other()
    {
        PurchaseSummaryBuilder purchases = Builder(Shop.Purchases);
        IReadOnlyList<ForecastOrigin> origins = ForecastOrigin.Rolling(purchases, LastDay, TimeUnit.Week, 3, 60);

        Assert.Equal([LastDay.PlusDays(-180), LastDay.PlusDays(-120), LastDay.PlusDays(-60)], origins.Select(origin => origin.CalibrationEnd!.Value));
        Assert.All(origins, origin => Assert.Equal(60 / 7.0, origin.Holdout.Length));
        PurchaseSummaries second = purchases.Build(ObservationWindow.Through(LastDay.PlusDays(-120)), TimeUnit.Week);
        Assert.Equal(second.Columns.Recency.ToArray(), origins[1].Calibration.Recency.ToArray());
        Dictionary<CustomerId, int> later = Enumerable.Range(0, second.Count).ToDictionary(row => second.Columns.Customers[row], row => second.Columns.Frequency[row]);
        int bought = 0;
        for (int row = 0; row < origins[0].Calibration.Count; row++)
            bought += later.GetValueOrDefault(origins[0].Calibration.Customers[row]) - origins[0].Calibration.Frequency[row];
        // Refunds may undo purchases of before; without them both counts are equal.
        Assert.InRange(bought - origins[0].Holdout.Frequency.ToArray().Sum(), -30, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastOrigin.Rolling(purchases, LastDay, TimeUnit.Week, 100, 60));
    }

    private static PurchaseSummaryBuilder Builder(IEnumerable<Purchase> purchases)
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(purchases);
        return builder;
    }
}
