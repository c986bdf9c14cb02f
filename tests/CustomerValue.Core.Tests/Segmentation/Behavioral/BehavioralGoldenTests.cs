using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Simulation;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Segmentation.Behavioral;

/// <summary>Counts and bounds against the same definitions worked out in pandas; bounds to 1e-12 relative.</summary>
public class BehavioralGoldenTests
{
    /// <summary>The data name stores, not channels, so a store stands for a channel here. Four households paid nothing for anything, so there is nothing to share out.</summary>
    private static readonly Lazy<CustomerBase> Journey = new(() =>
    {
        LocalDateTimePattern timestamp = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss");
        PurchaseSummaryBuilder summaries = new();
        HabitBuilder habits = new();
        Purchase[] lines = SharedData.Lines("data/completejourney/transactions_sample.csv.gz").Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).Select(line => new Purchase
        {
            Customer = new CustomerId(line[0]),
            Channel = line[1],
            Order = line[2],
            Amount = Money(line[5]),
            Discount = Money(line[6]) + Money(line[7]) + Money(line[8]),
            Date = timestamp.Parse(line[10]).Value.Date,
            Time = timestamp.Parse(line[10]).Value.TimeOfDay,
        }).ToArray();
        Assert.Equal(75_000, lines.Length);
        summaries.Add(lines);
        habits.Add(lines);
        CustomerBase customers = new(summaries.Build(ObservationWindow.Through(new LocalDate(2017, 12, 31)), TimeUnit.Week));
        return customers.With(habits.ColumnsFor(customers));
    });

    [SkippableFact]
    public void Journey_has_47243_baskets_of_2377_households()
    {
        SharedData.Path("data/completejourney/transactions_sample.csv.gz");
        Assert.Equal((2377, 47_243), (Journey.Value.Count, Sum(HabitColumns.Orders)));
        AssertClose(4.800403915898666, Sum(HabitColumns.BasketValue) / 2377);
        AssertClose(0.15293106642635476, Sum(HabitColumns.DiscountShare) / 2376);
        AssertClose(0.3480102303535339, Sum(HabitColumns.WeekendShare) / 2377);
        double Sum(string column) => Enumerable.Range(0, Journey.Value.Count).Select(Journey.Value.Column(column)!.Number).Where(number => !double.IsNaN(number)).Sum();
    }

    [SkippableTheory]
    [InlineData(BehavioralDimension.Basket, "large-baskets 792, medium-baskets 793, small-baskets 792", 5.277391304347826, 3.599772727272727)]
    [InlineData(BehavioralDimension.Channel, "incomplete 4, several-channels 1064, store 1309", 0.8, 0.5)]
    [InlineData(BehavioralDimension.Discount, "bargain-hunters 475, full-price 115, incomplete 1, mixed-price 1786", 0.2163027656477438, 0.01)]
    [InlineData(BehavioralDimension.DayPart, "afternoon 431, any-time 1226, evening 521, midday 139, morning 49, night 11", 0.5, 0.5)]
    public void Journey_parts_as_in_pandas(BehavioralDimension dimension, string counts, double first, double second)
    {
        SharedData.Path("data/completejourney/transactions_sample.csv.gz");
        BehavioralSegmentation segmentation = Fit(dimension, Journey.Value);
        Assert.Equal(counts, Counts(segmentation, Journey.Value));
        AssertClose(first, segmentation.Fit.Figures[0].Value);
        AssertClose(second, segmentation.Fit.Figures[1].Value);
    }

    [SkippableFact]
    public void Journey_by_basket_and_channel_as_in_pandas()
    {
        SharedData.Path("data/completejourney/transactions_sample.csv.gz");
        string[] baskets = Keys(Fit(BehavioralDimension.Basket, Journey.Value), Journey.Value), channels = Keys(Fit(BehavioralDimension.Channel, Journey.Value), Journey.Value);
        Dictionary<string, int> cross = baskets.Zip(channels, (basket, channel) => $"{basket} {channel}").GroupBy(both => both).ToDictionary(both => both.Key, both => both.Count());
        Assert.Equal((446, 346, 430, 363, 433, 355, 4), (cross["large-baskets store"], cross["large-baskets several-channels"], cross["medium-baskets store"], cross["medium-baskets several-channels"], cross["small-baskets store"], cross["small-baskets several-channels"], cross["small-baskets incomplete"]));
        Assert.Equal(2377, cross.Values.Sum());
    }

    [SkippableTheory]
    [InlineData("1998-06-30", BehavioralDimension.Needs, "dormant 1842, high-frequency 207, high-quality 128, regular 180")]
    [InlineData("1997-04-15", BehavioralDimension.Needs, "high-frequency 141, high-quality 133, new 272, regular 265, trial 1546")]
    [InlineData("1998-06-30", BehavioralDimension.Loyalty, "lost 1598, loyal 281, potentially-loyal 129, sticky 139, wavering 210")]
    [InlineData("1997-04-15", BehavioralDimension.Loyalty, "lost 673, loyal 75, potentially-loyal 585, sticky 70, wavering 954")]
    [InlineData("1998-06-30", BehavioralDimension.Value, "high-value 472, low-value 1178, middle-value 707")]
    [InlineData("1997-04-15", BehavioralDimension.Value, "high-value 472, low-value 1167, middle-value 718")]
    public void Cdnow_parts_as_in_pandas(string lastDay, BehavioralDimension dimension, string counts)
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add(SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')).Select(line => new Purchase
        {
            Customer = new CustomerId(line[1]),
            Date = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd").Parse(line[2]).Value,
            Amount = Money(line[4]),
        }));
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(LocalDatePattern.Iso.Parse(lastDay).Value), TimeUnit.Week));
        BehavioralSegmentation segmentation = Fit(dimension, customers);
        Assert.Equal(2357, segmentation.Fit.Customers);
        Assert.Equal(counts, Counts(segmentation, customers));
    }

    /// <summary>In a simulated shop it is known who left. The rhythm alone sees most of it: of those it calls lost a third are still customers (they buy seldom), of the loyal five in six.</summary>
    [Fact]
    public void Who_is_lost_by_rhythm_has_mostly_left_a_simulated_shop()
    {
        SimulatedRetailer shop = SimulatedRetailer.Simulate();
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(shop.Purchases);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(shop.Options.LastDay), TimeUnit.Week));
        string[] keys = Keys(Fit(BehavioralDimension.Loyalty, customers), customers);
        HashSet<CustomerId> alive = [.. shop.Truth.Where(customer => customer.IsAlive).Select(customer => customer.Customer)];
        Dictionary<string, double> share = Enumerable.Range(0, customers.Buyers).GroupBy(row => keys[row]).ToDictionary(group => group.Key, group => group.Count(row => alive.Contains(customers.Customer(row))) / (double)group.Count());
        Assert.True(share["lost"] < 0.35 && share["loyal"] > 0.8 && share["sticky"] > 0.8 && share["wavering"] > share["lost"] && share["wavering"] < share["loyal"], string.Join(", ", share));
    }

    private static decimal Money(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static BehavioralSegmentation Fit(BehavioralDimension dimension, CustomerBase customers) =>
        Assert.IsType<BehavioralSegmentation>(new BehavioralStrategy(new BehavioralOptions { Dimension = dimension }).Fit(customers));

    private static string[] Keys(BehavioralSegmentation segmentation, CustomerBase customers)
    {
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return Array.ConvertAll(segments, segment => segmentation.Segments[segment].Key);
    }

    private static string Counts(BehavioralSegmentation segmentation, CustomerBase customers) =>
        string.Join(", ", Keys(segmentation, customers).GroupBy(key => key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));

    private static void AssertClose(double expected, double actual) => Assert.InRange(actual, expected - (1e-12 * expected), expected + (1e-12 * expected));
}
