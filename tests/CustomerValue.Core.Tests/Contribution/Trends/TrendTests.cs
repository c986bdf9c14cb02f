using CustomerValue.Contribution.Full;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Tests.Contribution.Full;
using NodaTime;

namespace CustomerValue.Tests.Contribution.Trends;

public class TrendTests
{
    /// <summary>n = 4, S = 6, Var S = 4·3·13/18 = 26/3, z = 5/√(26/3).</summary>
    [Fact]
    public void Four_rising_values_by_hand()
    {
        Trend trend = Trend.Of([1, 2, 4, 8]);
        Assert.Equal(13.0 / 6, trend.Slope, 14);
        Assert.Equal(0.089429359029, trend.PValue, 9);
        Assert.Equal(TrendDirection.Steady, trend.Direction);
        Assert.Equal(TrendDirection.Rising, Trend.Of([1, 2, 4, 8], 0.1).Direction);
        Assert.Equal(TrendDirection.Falling, Trend.Of([8, 4, 2, 1], 0.1).Direction);
    }

    /// <summary>S = 18, ties 2 and 3: Var S = (8·7·21 − 2·9 − 3·2·11)/18 = 1092/18; slope by scipy.stats.theilslopes.</summary>
    [Fact]
    public void Ties_lower_the_variance()
    {
        Trend trend = Trend.Of([3, 1, 3, 4, 4, 3, 6, 7]);
        Assert.Equal(0.7083333333333333, trend.Slope, 12);
        Assert.Equal(0.029065389483076996, trend.PValue, 12);
    }

    [Fact]
    public void Few_equal_and_wild_series_are_steady_never_NaN()
    {
        Assert.Equal((0, 1, TrendDirection.Steady), Tuple(Trend.Of([])));
        Assert.Equal((0, 1, TrendDirection.Steady), Tuple(Trend.Of([5])));
        Assert.Equal((1, 1, TrendDirection.Steady), Tuple(Trend.Of([1, 2, 3], 0.99)));
        Assert.Equal((0, 1, TrendDirection.Steady), Tuple(Trend.Of([2, 2, 2, 2, 2])));
        Assert.Equal(1, Trend.Of([1, 2, 1, 2, 1]).PValue);
        Assert.Throws<ArgumentException>(() => Trend.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Trend.Of([1], 1));
        static (double, double, TrendDirection) Tuple(Trend trend) => (trend.Slope, trend.PValue, trend.Direction);
    }

    [Fact]
    public void Only_whole_civil_periods_count()
    {
        ObservationWindow window = ObservationWindow.Between(new LocalDate(2023, 12, 15), new LocalDate(2024, 7, 2));
        Assert.Equal([1, 2, 3, 4, 5, 6], CivilPeriods.In(window, PeriodLength.Month).Select(month => month.Start.Month));
        Assert.Equal([new LocalDate(2024, 1, 1), new LocalDate(2024, 4, 1)], CivilPeriods.In(window, PeriodLength.Quarter).Select(quarter => quarter.Start));
        Assert.Equal(new LocalDate(2024, 3, 1), CivilPeriods.In(window, PeriodLength.Month)[1].End);
        Assert.Equal([2023, 2024], CivilPeriods.In(ObservationWindow.Between(new LocalDate(2022, 1, 2), new LocalDate(2025, 1, 1)), PeriodLength.Year).Select(year => year.Start.Year));
        Assert.Throws<ArgumentException>(() => CivilPeriods.In(window, PeriodLength.Year));
        Assert.Throws<ArgumentException>(() => CivilPeriods.In(ObservationWindow.Through(new LocalDate(2024, 1, 1)), PeriodLength.Month));
    }

    [Fact]
    public void Each_customer_has_a_trend_and_a_reason()
    {
        Purchase[] sales = [.. Enumerable.Range(0, 8).SelectMany(month => new[] { (TwoCustomers.Ann, 100m + (10 * month)), (TwoCustomers.Bob, 100m - (10 * month)), (new CustomerId("Cem"), 50m) }
            .Select(sale => new Purchase { Customer = sale.Item1, Amount = sale.Item2, Currency = TwoCustomers.Yuan, Date = new LocalDate(2024, 1, 15).PlusMonths(month) }))];
        CustomerBase customers = TwoCustomers.BaseOf(sales);
        PeriodTable table = new FullContributionCalculator(new ContributionData { Sales = sales }).ByPeriod(customers, ObservationWindow.Between(new LocalDate(2024, 1, 1), new LocalDate(2024, 9, 1)), PeriodLength.Month);
        Assert.Equal([TrendDirection.Rising, TrendDirection.Falling, TrendDirection.Steady], table.Trends.ToArray().Select(trend => trend.Direction));
        Assert.Equal([170, 30, 50], table.Amounts(7).ToArray());
        Assert.Equal("Rising: the median change a month is 10 CNY over 8 months (Mann–Kendall p = <0.001).", table.Explain(0).English);
        Assert.Equal("下降：8个月内每月变化的中位数为-10 CNY（Mann–Kendall p = <0.001）。", table.Explain(1).Chinese);
        Assert.Equal("Steady: the median change a month is 0 CNY over 8 months (Mann–Kendall p = 1.000).", table.Explain(2).English);
        PeriodTable quarters = new FullContributionCalculator(new ContributionData { Sales = sales }).ByPeriod(customers, TwoCustomers.Quarter, PeriodLength.Quarter);
        Assert.Equal("Steady: 1 period can tell no trend; it takes 4.", quarters.Explain(0).English);
    }
}
