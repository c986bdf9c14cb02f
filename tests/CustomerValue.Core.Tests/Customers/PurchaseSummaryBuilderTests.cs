using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

/// <summary>One test a rule; days are those of January 2024, the window ends with the month.</summary>
public class PurchaseSummaryBuilderTests
{
    private static readonly ObservationWindow January = ObservationWindow.Between(new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 1));

    [Fact]
    public void Frequency_counts_repeat_days_and_times_run_to_the_windows_last_day()
    {
        PurchaseSummaries s = Build(Buy(3, 10), Buy(10, 20), Buy(24, 40));
        Assert.Equal(new PurchaseSummary(2, 21, 28, 30), s.Columns[0]);
        Assert.Equal((new LocalDate(2024, 1, 3), new LocalDate(2024, 1, 24)), (s.FirstPurchase(0), s.LastPurchase(0)));
        Assert.Equal(70, s.Revenue[0]);
    }

    [Fact]
    public void Weeks_and_months_are_days_divided()
    {
        PurchaseSummaryBuilder builder = Builder(Buy(3, 10), Buy(10, 20));
        Assert.Equal(28 / 7d, builder.Build(January, TimeUnit.Week).Columns.Age[0]);
        Assert.Equal(28 / 30.4375, builder.Build(January, TimeUnit.Month).Columns.Age[0]);
        Assert.Equal(1, builder.Build(January, TimeUnit.Week).Columns.Recency[0]);
    }

    [Fact]
    public void Purchases_of_a_day_are_one_worth_their_sum() =>
        Assert.Equal(new PurchaseSummary(1, 7, 28, 25), Build(Buy(3, 10), Buy(10, 20), Buy(3, 1), Buy(10, 5)).Columns[0]);

    [Fact]
    public void An_amount_of_zero_is_a_purchase() =>
        Assert.Equal(new PurchaseSummary(1, 7, 28, 0), Build(Buy(3, 10), Buy(10, 0)).Columns[0]);

    [Fact]
    public void A_full_refund_undoes_its_purchase()
    {
        PurchaseSummaries s = Build(Buy(3, 10), Buy(10, 20), Buy(12, -20));
        Assert.Equal(new PurchaseSummary(0, 0, 28), s.Columns[0]);
        Assert.Equal((1L, 0L, 0L, 10m), (s.Report.FullRefunds, s.Report.PartialRefunds, s.Report.UnmatchedRefunds, s.Revenue[0]));
    }

    [Fact]
    public void A_first_purchase_undone_is_not_first() =>
        Assert.Equal(new PurchaseSummary(0, 0, 21), Build(Buy(3, 10), Buy(10, 20), Buy(9, -10)).Columns[0]);

    [Fact]
    public void A_partial_refund_lowers_the_value()
    {
        PurchaseSummaries s = Build(Buy(3, 10), Buy(10, 20), Buy(12, -5));
        Assert.Equal(new PurchaseSummary(1, 7, 28, 15), s.Columns[0]);
        Assert.Equal((0L, 1L), (s.Report.FullRefunds, s.Report.PartialRefunds));
    }

    [Fact]
    public void Without_an_order_the_latest_earlier_day_with_as_much_left_is_taken()
    {
        Assert.Equal((12 + 7 + 30) / 3d, Build(Buy(1, 1), Buy(3, 20), Buy(10, 7), Buy(20, 30), Buy(12, -8)).Columns.Spend[0]);
        Assert.Equal(new PurchaseSummary(1, 17, 28, 30), Build(Buy(3, 20), Buy(10, 7), Buy(20, 30), Buy(12, -7)).Columns[0]);
    }

    [Fact]
    public void A_refund_may_match_its_own_day() =>
        Assert.Equal(new PurchaseSummary(1, 7, 28, 15), Build(Buy(3, 100), Buy(10, 20), Buy(10, -5)).Columns[0]);

    [Fact]
    public void Several_refunds_share_what_is_left()
    {
        PurchaseSummaries s = Build(Buy(3, 100), Buy(10, 20), Buy(11, -15), Buy(12, -15));
        Assert.Equal(new PurchaseSummary(1, 7, 28, 5), s.Columns[0]);
        Assert.Equal(2, s.Report.PartialRefunds);
    }

    [Fact]
    public void With_an_order_that_order_is_lowered() =>
        Assert.Equal(new PurchaseSummary(0, 0, 21), Build(Buy(3, 20, "a"), Buy(10, 20, "b"), Buy(12, -20, "a")).Columns[0]);

    [Fact]
    public void An_order_over_two_days_is_lowered_from_its_latest_day() =>
        Assert.Equal(new PurchaseSummary(0, 0, 28), Build(Buy(3, 20, "a"), Buy(10, 20, "a"), Buy(12, -30, "a")).Columns[0]);

    [Fact]
    public void What_exceeds_an_order_is_unmatched()
    {
        SummaryReport report = Build(Buy(3, 20, "a"), Buy(3, 20, "b"), Buy(12, -25, "a")).Report;
        Assert.Equal((0L, 1L, 1L, -5m), (report.FullRefunds, report.PartialRefunds, report.UnmatchedRefunds, report.UnmatchedAmount));
        Assert.Equal(new UnmatchedRefund { Customer = new CustomerId("c"), Date = new LocalDate(2024, 1, 12), Amount = -5, Order = "a" }, Assert.Single(report.FirstUnmatched));
    }

    [Fact]
    public void An_order_that_is_not_there_is_unmatched_and_counts_in_the_revenue_only()
    {
        PurchaseSummaries s = Build(Buy(3, 20, "a"), Buy(12, -20, "b"), Buy(12, -20, "b") with { Customer = new CustomerId("d") }, Buy(2, -7));
        Assert.Equal(new PurchaseSummary(0, 0, 28), s.Columns[0]);
        Assert.Equal(-7, s.Revenue[0]);
        Assert.Equal((3L, -47m), (s.Report.UnmatchedRefunds, s.Report.UnmatchedAmount));
        Assert.Equal(new CustomerId("d"), Assert.Single(s.Report.CustomersWithoutPurchase));
    }

    [Fact]
    public void A_refund_before_its_orders_purchase_is_unmatched() =>
        Assert.Equal(1, Build(Buy(3, 20, "a"), Buy(2, -20, "a")).Report.UnmatchedRefunds);

    [Fact]
    public void An_order_has_left_at_most_what_its_day_has()
    {
        // Day 3 is worth 30, 25 of them went back without an order: order a can give back only 5.
        PurchaseSummaries s = Build(Buy(3, 20, "a"), Buy(3, 10, "b"), Buy(4, -25), Buy(5, -20, "a"));
        Assert.Equal((1L, 1L, -15m), (s.Report.FullRefunds, s.Report.PartialRefunds, s.Report.UnmatchedAmount));
        Assert.Equal(0, s.Count);
    }

    [Fact]
    public void Refunds_after_the_window_have_not_happened_yet()
    {
        PurchaseSummaryBuilder builder = Builder(Buy(3, 10), Buy(10, 20), Buy(31, -20));
        Assert.Equal(1, builder.Build(ObservationWindow.Through(new LocalDate(2024, 1, 30)), TimeUnit.Day).Columns.Frequency[0]);
        Assert.Equal(0, builder.Build(ObservationWindow.Through(new LocalDate(2024, 1, 31)), TimeUnit.Day).Columns.Frequency[0]);
    }

    [Fact]
    public void A_refund_in_the_window_may_undo_a_purchase_before_it()
    {
        PurchaseSummaries s = Build(Buy(3, 10), new Purchase { Customer = new CustomerId("c"), Date = new LocalDate(2023, 12, 1), Amount = 50 }, Buy(12, -50));
        Assert.Equal(new PurchaseSummary(0, 0, 28), s.Columns[0]);
        Assert.Equal((1L, 0), (s.Report.FullRefunds, s.Report.LeftTruncatedCustomers));
    }

    [Fact]
    public void Lines_outside_the_window_are_counted_and_left_truncated_customers_too()
    {
        PurchaseSummaries s = Build(
            Buy(3, 10),
            Buy(3, 10) with { Date = new LocalDate(2023, 12, 31) },
            Buy(3, 10) with { Date = new LocalDate(2024, 2, 1) },
            Buy(3, 10) with { Date = new LocalDate(2023, 12, 31), Customer = new CustomerId("before") },
            Buy(3, 10) with { Date = new LocalDate(2024, 2, 1), Customer = new CustomerId("after") });
        Assert.Equal(new PurchaseSummary(0, 0, 28), s.Columns[0]);
        Assert.Equal((5L, 2L, 2L, 1), (s.Report.Lines, s.Report.LinesBeforeWindow, s.Report.LinesAfterWindow, s.Report.LeftTruncatedCustomers));
        Assert.Equal([new CustomerId("before")], s.Report.CustomersWithoutPurchase);
    }

    [Fact]
    public void Cost_is_the_sum_of_what_is_known_in_the_window()
    {
        PurchaseSummaries s = Build(Buy(3, 10) with { Cost = 4 }, Buy(4, 10), Buy(5, -10) with { Cost = -3.5m }, Buy(3, 1) with { Date = new LocalDate(2024, 2, 1), Cost = 9 });
        Assert.Equal([0.5m], s.Cost.ToArray());
        Assert.False(Build(Buy(3, 10), Buy(3, 1) with { Date = new LocalDate(2024, 2, 1), Cost = 9 }).HasCost);
    }

    [Fact]
    public void Amounts_are_rounded_to_six_decimals_halves_to_even() =>
        Assert.Equal(0.000002m + 0.000002m, Build(Buy(3, 0.0000015m), Buy(4, 0.0000025m)).Revenue[0]);

    [Fact]
    public void Rows_are_ordered_by_id_ordinally()
    {
        string[] ids = ["b", "B", "a10", "a9", "é", "客户", "a", "A"];
        PurchaseSummaries s = Build(ids.Select(id => Buy(3, 1) with { Customer = new CustomerId(id) }).ToArray());
        Assert.Equal(ids.Order(StringComparer.Ordinal), s.Columns.Customers.ToArray().Select(id => id.Value));
    }

    [Fact]
    public void A_mean_is_rounded_once()
    {
        // 0.1 + 0.2 + 0.3 summed in doubles is not 0.6.
        Assert.Equal(0.2, Build(Buy(1, 9), Buy(2, 0.1m), Buy(3, 0.2m), Buy(4, 0.3m)).Columns.Spend[0]);
    }

    [Fact]
    public void Nothing_gives_an_empty_summary()
    {
        PurchaseSummaries s = new PurchaseSummaryBuilder().Build(January, TimeUnit.Day);
        Assert.Equal((0, 0, 0L), (s.Count, s.RepeatPurchasesByDay.Length, s.Report.Lines));
        Assert.True(s.Columns.HasSpend);
        Assert.Null(new PurchaseSummaryBuilder().FirstDate);
        Assert.Equal(0, Build(Buy(3, 10) with { Date = new LocalDate(2024, 2, 1) }).Count);
    }

    [Fact]
    public void First_and_last_date_are_those_of_the_lines()
    {
        PurchaseSummaryBuilder builder = Builder(Buy(9, 10), Buy(3, 10), Buy(24, -10));
        Assert.Equal((new LocalDate(2024, 1, 3), new LocalDate(2024, 1, 24)), (builder.FirstDate, builder.LastDate));
    }

    [Fact]
    public void Dates_of_another_calendar_are_the_same_days() =>
        Assert.Equal(28, Build(Buy(3, 10) with { Date = new LocalDate(2024, 1, 3).WithCalendar(CalendarSystem.Julian) }).Columns.Age[0]);

    [Fact]
    public void The_holdout_reads_customers_of_another_builder_by_id()
    {
        PurchaseSummaries calibration = Build(Buy(3, 10), Buy(4, 10) with { Customer = new CustomerId("gone") });
        PurchaseSummaryBuilder later = Builder(
            Buy(3, 10) with { Customer = new CustomerId("new"), Date = new LocalDate(2024, 2, 3) },
            Buy(3, 10) with { Date = new LocalDate(2024, 2, 14) },
            Buy(3, 20) with { Date = new LocalDate(2024, 2, 13) },
            Buy(3, 99) with { Date = new LocalDate(2024, 2, 15) });
        HoldoutColumns holdout = later.BuildHoldout(calibration, new LocalDate(2024, 2, 14));
        Assert.Equal([2, 0], holdout.Frequency.ToArray());
        Assert.Equal([15, 0], holdout.Spend.ToArray());
        Assert.Equal(14, holdout.Length);
    }

    [Fact]
    public void Building_can_be_cancelled()
    {
        PurchaseSummaryBuilder builder = Builder(Buy(3, 10));
        Assert.Throws<OperationCanceledException>(() => builder.Build(January, TimeUnit.Day, new CancellationToken(true)));
    }

    private static Purchase Buy(int day, decimal amount, string? order = null) =>
        new() { Customer = new CustomerId("c"), Date = new LocalDate(2024, 1, day), Amount = amount, Order = order };

    private static PurchaseSummaryBuilder Builder(params Purchase[] purchases) => RandomPurchases.Builder(purchases);

    private static PurchaseSummaries Build(params Purchase[] purchases) => Builder(purchases).Build(January, TimeUnit.Day);
}
