using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class PurchaseRefusalTests
{
    private static readonly ObservationWindow Window = ObservationWindow.Through(new LocalDate(2024, 1, 31));
    private static readonly Purchase Good = new() { Customer = new CustomerId("c"), Date = new LocalDate(2024, 1, 3), Amount = 1, Currency = new Currency("CNY") };

    [Fact]
    public void Every_problem_is_named_with_its_row_and_nothing_is_added()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => builder.Add(
        [
            Good,
            Good with { Customer = default, Amount = 9_000_000_000_000.000001m },
            Good with { Currency = new Currency("EUR") },
            Good with { Cost = -1e20m, Order = " " },
            null!,
        ]));
        Assert.Equal(
            [(1L, "customer"), (1, "amount"), (2, "currency"), (3, "cost"), (3, "order"), (4, "purchase")],
            refused.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
        Assert.Contains("row 2, currency: 'EUR' differs from CNY", refused.Message, StringComparison.Ordinal);
        Assert.Contains("9·10¹²", refused.Message, StringComparison.Ordinal);
        Assert.Equal((0L, 0), (builder.Lines, builder.Customers.Count));
    }

    [Fact]
    public void A_purchase_without_currency_does_not_join_one_with() =>
        Assert.Contains("'XXX' differs from CNY", Assert.Throws<DataRejectedException>(() => new PurchaseSummaryBuilder(new Currency("CNY")).Add(Good with { Currency = default })).Message, StringComparison.Ordinal);

    [Fact]
    public void The_largest_amounts_are_kept_exactly()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(Good with { Amount = 9_000_000_000_000m, Cost = 9_000_000_000_000m });
        builder.Add(Good with { Amount = -9_000_000_000_000m, Cost = -9_000_000_000_000m, Customer = new CustomerId("d") });
        PurchaseSummaries s = builder.Build(Window, TimeUnit.Day);
        Assert.Equal((9_000_000_000_000m, 9_000_000_000_000m, -9_000_000_000_000m), (s.Revenue[0], s.Cost[0], s.Report.UnmatchedAmount));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, -1)]
    public void A_customer_whose_sums_overflow_is_refused_in_any_order(int firstSign, int secondSign)
    {
        // Five times 9e12 one way, then five times the other way: the total is small, but gains or losses alone are not.
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        for (int i = 0; i < 10; i++)
            builder.Add(Good with { Amount = 9e12m * (i % 2 == 0 ? firstSign : secondSign), Date = new LocalDate(2024, 1, 1 + i) });
        builder.Add(Good with { Customer = new CustomerId("fine") });
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => builder.Build(Window, TimeUnit.Day));
        Assert.Equal(("amount", "c"), (refused.Problems.Single().Field, refused.Problems.Single().Value));
    }

    [Fact]
    public void Costs_that_overflow_are_refused()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add([Good with { Cost = 9e12m }, Good with { Cost = 9e12m }]);
        Assert.Equal("cost", Assert.Throws<DataRejectedException>(() => builder.Build(Window, TimeUnit.Day)).Problems.Single().Field);
    }

    [Fact]
    public void A_batch_is_refused_with_every_row()
    {
        PurchaseSummaryBuilder builder = new();
        builder.Customers.GetOrAdd("c");
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => builder.Add(new PurchaseBatch
        {
            Customers = [0, 1, -1, 0, 0, 0],
            Days = [0, 0, 0, int.MinValue, 0, 0],
            Amounts = [0, 0, 0, 0, long.MinValue, 9_000_000_000_000_000_001],
            Costs = [PurchaseBatch.UnknownCost, 0, 0, 0, long.MaxValue, 0],
            Orders = [-1, -1, -1, -1, -2, 0],
        }));
        Assert.Equal(
            [(1L, "customer"), (2, "customer"), (3, "date"), (4, "amount"), (4, "cost"), (4, "order"), (5, "amount"), (5, "order")],
            refused.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
        Assert.Equal(0, builder.Lines);
    }

    [Fact]
    public void Columns_of_different_lengths_are_refused()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new PurchaseSummaryBuilder().Add(new PurchaseBatch { Customers = [0, 0], Days = [1], Amounts = [], Costs = [1], Orders = [1, 2, 3] }));
        Assert.Equal(["days", "amounts", "costs", "orders"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Customers_must_be_valid_ids()
    {
        PurchaseSummaryBuilder builder = new();
        Assert.Throws<ArgumentException>(() => builder.Customers.GetOrAdd(" "));
        Assert.Throws<ArgumentException>(() => builder.Customers.GetOrAdd("a\tb"));
        Assert.Throws<ArgumentException>(() => builder.Orders.GetOrAdd(""));
        Assert.Equal(0, builder.Customers.Count);
    }

    [Fact]
    public void Builders_of_two_currencies_do_not_merge()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        Assert.Contains("'EUR' differs from CNY", Assert.Throws<DataRejectedException>(() => builder.Merge(new PurchaseSummaryBuilder(new Currency("EUR")))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.Merge(builder));
        Assert.Throws<ArgumentNullException>(() => builder.Merge(null!));
    }

    [Fact]
    public void Windows_units_and_holdouts_are_checked()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(Good);
        Assert.Throws<ArgumentException>(() => builder.Build(default, TimeUnit.Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Build(Window, (TimeUnit)7));
        PurchaseSummaries calibration = builder.Build(Window, TimeUnit.Day);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.BuildHoldout(calibration, new LocalDate(2024, 1, 31)));
        Assert.Throws<DataRejectedException>(() => new PurchaseSummaryBuilder().BuildHoldout(calibration, new LocalDate(2024, 3, 1)));
    }
}
