using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public sealed class MarginsByDayTests
{
    private static readonly LocalDate Start = new(2024, 1, 1);

    [Fact]
    public void A_day_is_one_margin_of_whoever_was_asked_for()
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add([Buy("b", 3, 10.5m, 4m), Buy("a", 2, 7, null), Buy("b", 3, 0.000001m, null), Buy("c", 1, 99, 1), Buy("b", 1, 5, 6), Buy("a", 5, -7, -2), Buy("a", 9, 50, 1)]);

        Assert.Equal(
            [Margin("a", 2, 7), Margin("a", 5, -5), Margin("b", 1, -1), Margin("b", 3, 6.500001m)],
            builder.MarginsByDay([new("b"), new("unknown"), new("a"), new("b")], Start.PlusDays(5)));
        Assert.Empty(builder.MarginsByDay([new("a")], Start));
        Assert.Empty(builder.MarginsByDay([], Start.PlusDays(9)));
    }

    [Fact]
    public void They_sum_to_profit_whatever_the_order_of_lines()
    {
        Purchase[] lines = [.. Enumerable.Range(0, 600).Select(i => Buy($"c{i % 7}", (i * 31) % 40, i % 100, i % 3 == 0 ? null : i % 90))];
        (PurchaseSummaryBuilder one, PurchaseSummaryBuilder other) = (new(), new());
        one.Add(lines);
        other.Add(lines.Reverse());
        CustomerId[] all = [.. Enumerable.Range(0, 7).Select(i => new CustomerId($"c{i}"))];
        IReadOnlyList<DayMargin> margins = one.MarginsByDay(all, Start.PlusDays(39));
        Assert.Equal(margins, other.MarginsByDay(all.Reverse(), Start.PlusDays(39)));
        PurchaseSummaries sums = one.Build(ObservationWindow.Through(Start.PlusDays(39)), TimeUnit.Day);
        for (int row = 0; row < sums.Count; row++)
            Assert.Equal(sums.Revenue[row] - sums.Cost[row], margins.Where(margin => margin.Customer == sums.Columns.Customers[row]).Sum(margin => margin.Margin));
    }

    private static Purchase Buy(string customer, int day, decimal amount, decimal? cost) => new() { Customer = new(customer), Date = Start.PlusDays(day), Amount = amount, Cost = cost };

    private static DayMargin Margin(string customer, int day, decimal margin) => new() { Customer = new(customer), Day = Start.PlusDays(day), Margin = margin };
}
