using CustomerValue.Customers;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public sealed class PurchaseCalendarTests
{
    /// <summary>Refunds, orders of one day, and lines before and after the window: days and summaries count the same.</summary>
    [Fact]
    public void Days_are_those_that_the_summaries_count()
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(SimulatedRetailer.Simulate(new() { Customers = 500, RefundShare = 0.3 }).Purchases);
        ObservationWindow window = ObservationWindow.Between(new LocalDate(2024, 3, 1), new LocalDate(2025, 7, 1));
        PurchaseSummaries summaries = builder.Build(window, TimeUnit.Day);
        PurchaseCalendar days = builder.BuildCalendar(window);
        Assert.Equal(summaries.Columns.Customers.ToArray(), days.Customers.ToArray());
        Assert.True(summaries.Report.FullRefunds > 50);
        for (int row = 0; row < days.Count; row++)
        {
            int[] of = days.Of(row).ToArray();
            Assert.Equal(of.Order().Distinct(), of);
            Assert.Equal((summaries.FirstDays[row], summaries.LastDays[row], summaries.Columns.Frequency[row] + 1), (of[0], of[^1], of.Length));
            Assert.Equal(summaries.Columns.Spend[row], of.Length == 1 ? 0 : days.ValuesOf(row)[1..].ToArray().Sum() / (1e6 * (of.Length - 1)));
            Assert.Equal(row, days.RowOf(days.Customers[row]));
        }

        Assert.Equal(-1, days.RowOf(new CustomerId("nobody")));
        Assert.Equal(days.Purchases, Enumerable.Range(0, days.Count).Sum(row => days.Of(row).Length));
    }

    [Fact]
    public void Nobody_bought_in_an_empty_window()
    {
        PurchaseCalendar days = new PurchaseSummaryBuilder().BuildCalendar(ObservationWindow.Through(new LocalDate(2024, 1, 1)));
        Assert.Equal((0, 0), (days.Count, days.Purchases));
        Assert.Throws<ArgumentException>(() => new PurchaseSummaryBuilder().BuildCalendar(default));
    }
}
