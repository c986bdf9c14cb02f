using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Customers.Habits;

public class HabitBuilderTests
{
    private static readonly LocalDate Saturday = new(2024, 6, 29);
    private static readonly ObservationWindow All = ObservationWindow.Through(new LocalDate(2024, 12, 31));

    /// <summary>Worked out by hand: two orders of 100 and 50, one on a Saturday evening, and a return of 30.</summary>
    [Fact]
    public void Habits_of_a_small_shop_are_what_one_counts_by_hand()
    {
        Purchase[] purchases =
        [
            Line("a", Saturday, 60, "1", "coffee/beans", "web", discount: 20, quantity: 2, time: new LocalTime(19, 0)),
            Line("a", Saturday, 40, "1", "coffee/pods", "web", discount: 0, quantity: 1, time: new LocalTime(18, 0)),
            Line("a", Saturday.PlusDays(2), 50, "2", "tea", "store", discount: null, quantity: 3, time: new LocalTime(5, 59, 59)),
            Line("a", Saturday.PlusDays(3), -30, "1", "coffee/beans", "web", discount: -10, quantity: -1),
            Line("b", Saturday, 10, null, null, null),
            Line("b", Saturday, 5, null, null, null),
            Line("b", Saturday.PlusDays(1), 0, null, null, null),
        ];
        CustomerBase customers = Base(purchases, "prospect");
        CustomerBase with = customers.With(Of(purchases).ColumnsFor(customers));
        AssertRow(with, HabitColumns.Orders, 2, 2, double.NaN);
        AssertRow(with, HabitColumns.Lines, 3, 3, double.NaN);
        AssertRow(with, HabitColumns.BasketValue, 75, 7.5, double.NaN);
        AssertRow(with, HabitColumns.BasketLines, 1.5, 1.5, double.NaN);
        AssertRow(with, HabitColumns.BasketPieces, 3, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.DiscountShare, 20.0 / 120, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.ReturnRate, 0.2, 0, double.NaN);
        AssertRow(with, HabitColumns.ReturnLines, 1.0 / 3, 0, double.NaN);
        AssertRow(with, HabitColumns.Channels, 2, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.MainChannelShare, 100.0 / 150, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.ChannelShare + "store", 50.0 / 150, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.Categories, 3, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.CategoryShare + "coffee", 100.0 / 150, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.WeekendShare, 0.5, 1, double.NaN);
        AssertRow(with, HabitColumns.NightShare, 0.5, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.EveningShare, 0.5, double.NaN, double.NaN);
        AssertRow(with, HabitColumns.MiddayShare, 0, double.NaN, double.NaN);
        Assert.Equal(["web", null, null], Enumerable.Range(0, 3).Select(with.Column(HabitColumns.MainChannel)!.Text));
        Assert.Equal(["coffee", null, null], Enumerable.Range(0, 3).Select(with.Column(HabitColumns.MainCategory)!.Text));
    }

    [Fact]
    public void Purchases_alone_give_no_columns_of_what_is_unknown()
    {
        Purchase[] purchases = [Line("a", Saturday, 10, null, null, null)];
        string[] names = Of(purchases).ColumnsFor(Base(purchases)).Select(column => column.Name).ToArray();
        Assert.Equal([HabitColumns.Orders, HabitColumns.Lines, HabitColumns.BasketValue, HabitColumns.BasketLines, HabitColumns.ReturnRate, HabitColumns.ReturnLines, HabitColumns.WeekendShare], names);
        Assert.Empty(new HabitBuilder().ColumnsFor(Base(purchases)));
    }

    [Fact]
    public void Of_equal_channels_the_first_by_name_is_the_main_one_whatever_came_first()
    {
        Purchase[] purchases = [Line("a", Saturday, 10, null, null, "web"), Line("a", Saturday, 10, null, null, "app")];
        CustomerBase customers = Base(purchases);
        foreach (IEnumerable<Purchase> some in new[] { purchases, purchases.Reverse() })
            Assert.Equal("app", customers.With(Of(some).ColumnsFor(customers)).Column(HabitColumns.MainChannel)!.Text(0));
    }

    [Fact]
    public void Only_the_twelve_largest_channels_become_columns_but_all_count()
    {
        Purchase[] purchases = [.. Enumerable.Range(0, 30).Select(i => Line("a", Saturday, 1 + i, null, $"c{i}", $"shop {i}"))];
        CustomerBase customers = Base(purchases);
        CustomerColumn[] columns = Of(purchases).ColumnsFor(customers);
        Assert.Equal(Enumerable.Range(18, 12).Reverse().Select(i => $"{HabitColumns.ChannelShare}shop {i}"), columns.Select(column => column.Name).Where(name => name.StartsWith(HabitColumns.ChannelShare, StringComparison.Ordinal)));
        Assert.Equal(30, Assert.Single(columns, column => column.Name == HabitColumns.Channels).Number(0));
    }

    [Fact]
    public void Lines_outside_the_window_are_as_if_they_were_not_there()
    {
        Purchase[] purchases = [Line("a", Saturday.PlusDays(-1), 5, null, null, null), Line("a", Saturday, 10, null, null, null), Line("a", Saturday.PlusDays(1), 20, null, null, null)];
        HabitBuilder habits = new(Currency.None, ObservationWindow.Between(Saturday, Saturday.PlusDays(1)));
        habits.Add(purchases);
        Assert.Equal(1, habits.Lines);
        CustomerBase customers = Base(purchases);
        Assert.Equal(10, customers.With(habits.ColumnsFor(customers)).Column(HabitColumns.BasketValue)!.Number(0));
        Assert.Throws<ArgumentException>(() => habits.Merge(new HabitBuilder()));
    }

    [Fact]
    public void A_batch_goes_into_summaries_and_habits_with_one_numbering()
    {
        PurchaseSummaryBuilder summaries = new();
        HabitBuilder habits = new(summaries);
        int customer = summaries.Customers.GetOrAdd("a"), order = summaries.Orders.GetOrAdd("1"), web = habits.Channels.GetOrAdd("web"), tea = habits.Categories.GetOrAdd("tea");
        int day = Period.DaysBetween(PurchaseSummaries.Epoch, Saturday);
        PurchaseBatch lines = new() { Customers = new[] { customer, customer }, Days = new[] { day, day }, Amounts = new[] { 3_000_000L, 1_000_000 }, Orders = new[] { order, order } };
        summaries.Add(lines);
        habits.Add(new HabitBatch { Lines = lines, Channels = new[] { web, -1 }, Categories = new[] { tea, tea }, Times = new[] { 0, -1 }, Discounts = new[] { PurchaseBatch.UnknownCost, 1_000_000 }, Quantities = new[] { 2_000_000L, 1_000_000 } });
        CustomerBase customers = new(summaries.Build(All, TimeUnit.Day));
        customers = customers.With(habits.ColumnsFor(customers));
        Assert.Equal((4, 1, 0.5, 3, 1), (customers.Column(HabitColumns.BasketValue)!.Number(0), customers.Column(HabitColumns.MainChannelShare)!.Number(0), customers.Column(HabitColumns.DiscountShare)!.Number(0), customers.Column(HabitColumns.BasketPieces)!.Number(0), customers.Column(HabitColumns.NightShare)!.Number(0)));
    }

    [Fact]
    public void What_is_wrong_in_lines_is_named_and_nothing_is_added()
    {
        HabitBuilder habits = new();
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => habits.Add([Line("a", Saturday, 1, "1", null, null), Line("a", Saturday, 1, " ", " ", "", discount: -1, quantity: 1e13m)]));
        Assert.Equal(["order", "discount", "quantity", "category", "channel"], refused.Problems.Select(problem => problem.Field));
        Assert.All(refused.Problems, problem => Assert.Equal(1, problem.Row));
        Assert.Throws<DataRejectedException>(() => habits.Add(Line("a", Saturday, 1, null, null, null) with { Currency = new Currency("CNY") }));
        Assert.Equal((0, 0), (habits.Lines, habits.Customers.Count));
        Assert.Throws<ArgumentException>(() => habits.Merge(habits));
        Assert.Throws<DataRejectedException>(() => habits.Merge(new HabitBuilder(new Currency("CNY"))));
        Assert.Throws<ArgumentException>(() => new HabitBuilder(Currency.None, default(ObservationWindow)));
    }

    [Fact]
    public void What_is_wrong_in_a_batch_is_named_and_nothing_is_added()
    {
        HabitBuilder habits = new();
        int a = habits.Customers.GetOrAdd("a");
        string Refused(Action add) => Assert.Throws<DataRejectedException>(add).Message;
        PurchaseBatch Lines() => new() { Customers = new[] { a }, Days = new[] { 0 }, Amounts = new[] { 1L } };
        Assert.Contains("times", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Times = new int[2] })), StringComparison.Ordinal);
        Assert.Contains("86400", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Times = new[] { 86_400 } })), StringComparison.Ordinal);
        Assert.Contains("category", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Categories = new[] { 0 } })), StringComparison.Ordinal);
        Assert.Contains("channel", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Channels = new[] { -2 } })), StringComparison.Ordinal);
        Assert.Contains("discount", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Discounts = new[] { -1L } })), StringComparison.Ordinal);
        Assert.Contains("quantity", Refused(() => habits.Add(new HabitBatch { Lines = Lines(), Quantities = new[] { long.MaxValue } })), StringComparison.Ordinal);
        Assert.Equal(0, habits.Lines);
    }

    [Fact]
    public void A_sum_that_cannot_be_kept_exactly_is_refused_in_any_order()
    {
        Purchase[] purchases = [Line("a", Saturday, 9e12m, null, null, "web"), Line("a", Saturday, 9e12m, null, null, "web"), Line("a", Saturday, -9e12m, null, null, "web")];
        CustomerBase customers = Base([Line("a", Saturday, 1, null, null, null)]);
        foreach (IEnumerable<Purchase> some in new[] { purchases, purchases.Reverse() })
            Assert.Equal("a", Assert.Single(Assert.Throws<DataRejectedException>(() => Of(some).ColumnsFor(customers)).Problems).Value);
    }

    internal static Purchase Line(string customer, LocalDate date, decimal amount, string? order, string? category, string? channel, decimal? discount = null, decimal? quantity = null, LocalTime? time = null) => new()
    {
        Customer = new CustomerId(customer),
        Date = date,
        Amount = amount,
        Order = order,
        Category = category,
        Channel = channel,
        Discount = discount,
        Quantity = quantity,
        Time = time,
    };

    internal static HabitBuilder Of(IEnumerable<Purchase> purchases)
    {
        HabitBuilder habits = new();
        habits.Add(purchases);
        return habits;
    }

    internal static CustomerBase Base(IEnumerable<Purchase> purchases, params string[] prospects)
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add(purchases);
        return new CustomerBase(builder.Build(All, TimeUnit.Day), prospects.Select(id => new CustomerProfile { Customer = new CustomerId(id), Attributes = new Dictionary<string, string>() }));
    }

    private static void AssertRow(CustomerBase customers, string column, params double[] expected) =>
        Assert.Equal(expected, Enumerable.Range(0, customers.Count).Select(customers.Column(column)!.Number));
}
