using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class CustomerColumnTests
{
    private static readonly LocalDate Day = new(2024, 6, 30);

    [Fact]
    public void Texts_are_kept_once_in_order_and_read_as_numbers_where_they_are_some()
    {
        TextColumn column = new("x", ["b", " 12.5 ", null, "", "1,000", "b", "1e400", "-3"]);
        Assert.Equal(["-3", "1,000", "12.5", "1e400", "b"], column.Texts);
        Assert.Equal([4, 2, -1, -1, 1, 4, 3, 0], column.Codes.ToArray());
        double[] numbers = new double[8];
        column.CopyNumbers(numbers);
        Assert.Equal([double.NaN, 12.5, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, -3], numbers);
        Assert.True(column.IsMissing(2));
        Assert.False(column.IsMissing(4));
        Assert.Equal(("b", "12.5", null), (column.Text(0), column.Text(1), column.Text(3)));
    }

    [Fact]
    public void Wrong_columns_are_refused_with_every_problem()
    {
        Assert.Equal(2, Assert.Throws<DataRejectedException>(() => new NumberColumn("x", new[] { 1, double.PositiveInfinity, double.NaN, double.NegativeInfinity })).Count);
        Assert.Equal(3, Assert.Throws<DataRejectedException>(() => new TextColumn("x", [0, 2, -2], ["b", "a"])).Count);
        Assert.Throws<ArgumentException>(() => new TextColumn(" ", []));
    }

    [Fact]
    public void A_base_has_columns_of_purchases_of_profiles_and_added_ones()
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add([new Purchase { Customer = new("b"), Date = Day.PlusDays(-10), Amount = 30 }, new Purchase { Customer = new("b"), Date = Day.PlusDays(-4), Amount = 12 }]);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(Day), TimeUnit.Day), [new() { Customer = new("a"), Attributes = new Dictionary<string, string> { ["city"] = "上海" } }]);
        Assert.Equal([4, 2, 42, 21, 10], new[] { ColumnNames.RecencyDays, ColumnNames.Frequency, ColumnNames.Revenue, ColumnNames.MeanSpend, ColumnNames.TenureDays }.Select(name => customers.Column(name)!.Number(0)));
        Assert.True(customers.Column(ColumnNames.Frequency)!.IsMissing(1));
        Assert.Null(customers.Column(ColumnNames.Profit));
        Assert.Equal((null, "上海"), (customers.Column("city")!.Text(0), customers.Column("city")!.Text(1)));

        CustomerBase more = customers.With(new NumberColumn("score", new double[] { 1, 2 }));
        Assert.Equal([ColumnNames.RecencyDays, ColumnNames.Frequency, ColumnNames.Revenue, ColumnNames.MeanSpend, ColumnNames.TenureDays, "score", "city"], more.Columns);
        Assert.False(customers.HasColumn("score"));
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => more.With(new NumberColumn("score", new double[2]), new NumberColumn("city", new double[2]), new NumberColumn("y", new double[3])));
        Assert.Equal(3, refused.Count);
    }

    [Fact]
    public void Customers_may_be_known_by_profile_only()
    {
        CustomerBase customers = CustomerBase.OfProfiles(Day, [new() { Customer = new("a"), Attributes = new Dictionary<string, string> { ["age"] = "41" } }]);
        Assert.Equal((Day, 1, 41.0), (customers.AsOf, customers.Count, customers.Column("age")!.Number(0)));
        Assert.Equal(["age"], customers.Columns);
    }
}
