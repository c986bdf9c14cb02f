using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

public class CalendarCovariatesTests
{
    /// <summary>Weeks from Monday 2023-12-25, so that the second one begins with the year 2024.</summary>
    private static readonly CovariatePeriods Weeks = new(new LocalDate(2023, 12, 25), 7, 60);

    [Fact]
    public void Months_and_quarters_are_shares_of_days_with_a_base()
    {
        PeriodCovariates months = CalendarCovariates.Months(Weeks, baseMonth: 12);
        Assert.Equal(Enumerable.Range(1, 11).Select(month => $"month {month}"), months.Names);
        Assert.Equal(0, months[0, 0]);
        Assert.Equal(1, months[1, 0]);
        // 2024-01-29 to 02-04: three days of January and four of February.
        Assert.Equal(3 / 7.0, months[5, 0], 1e-15);
        Assert.Equal(4 / 7.0, months[5, 1], 1e-15);
        PeriodCovariates quarters = CalendarCovariates.Quarters(Weeks);
        Assert.Equal(["quarter 2", "quarter 3", "quarter 4"], quarters.Names);
        Assert.Equal([0, 0, 1], [quarters[0, 0], quarters[0, 1], quarters[0, 2]]);
        Assert.Equal([0, 0, 0], [quarters[1, 0], quarters[1, 1], quarters[1, 2]]);
        Assert.Equal([1, 0, 0], [quarters[14, 0], quarters[14, 1], quarters[14, 2]]);
    }

    [Fact]
    public void Harmonics_are_means_over_the_days_and_come_round_with_the_year()
    {
        CovariatePeriods days = new(new LocalDate(2024, 1, 1), 1, 800);
        PeriodCovariates daily = CalendarCovariates.Harmonics(days, 2);
        Assert.Equal(["cos 1", "sin 1", "cos 2", "sin 2"], daily.Names);
        Assert.Equal([1.0, 0, 1, 0], Enumerable.Range(0, 4).Select(column => daily[0, column]));
        Assert.Equal(Math.Sin(4 * Math.PI * 31 / 366), daily[31, 3], 1e-15);
        Assert.Equal(1, daily[366, 0], 1e-15);
        PeriodCovariates weekly = CalendarCovariates.Harmonics(new CovariatePeriods(new LocalDate(2024, 1, 1), 7, 10), 2);
        Assert.Equal(Enumerable.Range(14, 7).Average(day => daily[day, 1]), weekly[2, 1], 1e-15);
    }

    [Fact]
    public void Intervals_and_trend_are_joined_to_them()
    {
        DateInterval[] campaigns = [new(new LocalDate(2024, 1, 3), new LocalDate(2024, 1, 4)), new(new LocalDate(2024, 1, 4), new LocalDate(2024, 1, 9))];
        PeriodCovariates table = CalendarCovariates.Intervals(Weeks, "campaign", campaigns).With(CalendarCovariates.Trend(Weeks, new LocalDate(2024, 1, 1)));
        Assert.Equal(["campaign", "trend"], table.Names);
        Assert.Equal([0, 5 / 7.0, 2 / 7.0, 0], Enumerable.Range(0, 4).Select(period => table[period, 0]));
        Assert.Equal((7 + 3) / 365.25, table[2, 1], 1e-15);
        Assert.Contains("trend", Assert.Throws<DataRejectedException>(() => table.With(CalendarCovariates.Trend(Weeks, new LocalDate(2020, 1, 1)))).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => table.With(CalendarCovariates.Months(new CovariatePeriods(Weeks.Start, 7, 61))));
    }

    [Fact]
    public void Periods_cover_what_they_are_asked_to()
    {
        Assert.Equal(2, CovariatePeriods.Through(new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 8)).Count);
        Assert.Equal(1, CovariatePeriods.Through(new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 7)).Count);
        Assert.Equal(new LocalDate(2024, 1, 14), CovariatePeriods.Through(new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 8)).LastDay);
        Assert.Throws<ArgumentOutOfRangeException>(() => CovariatePeriods.Through(new LocalDate(2024, 1, 1), new LocalDate(2023, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CovariatePeriods(new LocalDate(2024, 1, 1), 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarCovariates.Harmonics(Weeks, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalendarCovariates.Months(Weeks, 13));
        Assert.Throws<ArgumentException>(() => CalendarCovariates.Trend(default, new LocalDate(2024, 1, 1)));
    }

    /// <summary>Every day of exposure is a day on which a repeat could be seen, with that day's covariates.</summary>
    [Fact]
    public void Days_of_purchases_become_histories()
    {
        CovariatePeriods periods = new(new LocalDate(2024, 1, 1), 7, 8);
        PeriodCovariates table = new(periods, ["week"], Enumerable.Range(0, 8).Select(week => (double)week).ToArray());
        Purchase[] lines =
        [
            Line("b", 1, 7, 10), Line("a", 1, 10, 5), Line("a", 1, 14, 5), Line("a", 1, 15, 5), Line("a", 1, 15, 3), Line("a", 1, 16, -5), Line("a", 2, 20, 5), Line("c", 2, 21, 1),
        ];
        CovariateHistories histories = PurchaseDays.Histories(PurchaseDays.Of(lines), new LocalDate(2024, 1, 31), table, TimeUnit.Week);
        Assert.Equal(["a", "b"], histories.Columns.Customers.ToArray().Select(customer => customer.Value));
        Assert.Equal([2, 0], histories.Columns.Frequency.ToArray());
        Assert.Equal([5 / 7.0, 0], histories.Columns.Recency.ToArray());
        Assert.Equal([21 / 7.0, 24 / 7.0], histories.Columns.Age.ToArray());
        Assert.Equal([10 / 7.0, 7 / 7.0], histories.Start.ToArray());
        // The 14th is the last day of the second week, the 15th the first of the third.
        Assert.Equal([1.0 + 2], histories.Sums(0).ToArray());
        CovariateHistories own = PurchaseDays.Histories(PurchaseDays.Of(lines), new LocalDate(2024, 1, 31), [table, table], customer => customer.Value == "b" ? 1 : 0, TimeUnit.Day);
        Assert.Equal([0, 1], [own.PathOf(0), own.PathOf(1)]);
        Assert.Equal(7, own.Paths.PeriodLength);

        DataRejectedException early = Assert.Throws<DataRejectedException>(() => PurchaseDays.Histories(PurchaseDays.Of(lines), new LocalDate(2024, 6, 1), new PeriodCovariates(new CovariatePeriods(new LocalDate(2024, 1, 8), 7, 8), ["week"], new double[8]), TimeUnit.Week));
        Assert.Equal(["b", "lastDay"], early.Problems.Select(problem => problem.Field));

        static Purchase Line(string customer, int month, int day, decimal amount) => new() { Customer = new CustomerId(customer), Date = new LocalDate(2024, month, day), Amount = amount };
    }
}
