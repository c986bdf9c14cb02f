using System.Globalization;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Covariates that follow from the calendar: seasons, campaigns, trend. Every value is the mean over the days of its period, so any
/// start and any length of a period will do. Join tables by <see cref="PeriodCovariates.With"/>.
/// </summary>
public static class CalendarCovariates
{
    /// <summary>
    /// Waves of the year: for j = 1…<paramref name="harmonics"/> the columns <c>cos j</c> and <c>sin j</c> of 2πj·(day of the year − 1)/(days of the year).
    /// One or two harmonics draw a smooth season with few parameters.
    /// </summary>
    /// <param name="periods">The periods.</param>
    /// <param name="harmonics">In [1, 26].</param>
    public static PeriodCovariates Harmonics(CovariatePeriods periods, int harmonics)
    {
        if (harmonics is < 1 or > 26)
            throw new ArgumentOutOfRangeException(nameof(harmonics), harmonics, "A year has 1 to 26 harmonics here; 1 or 2 are enough for most seasons.");
        string[] names = Enumerable.Range(0, 2 * harmonics).Select(column => (column % 2 == 0 ? "cos " : "sin ") + ((column / 2) + 1).ToString(CultureInfo.InvariantCulture)).ToArray();
        return MeanOfDays(periods, names, (day, column) =>
        {
            double angle = 2 * Math.PI * ((column / 2) + 1) * (day.DayOfYear - 1) / CalendarSystem.Iso.GetDaysInYear(day.Year);
            return column % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle);
        });
    }

    /// <summary>The share of each month in the period, but for the base month, which the others are compared with: columns <c>month 1</c>…<c>month 12</c>.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="baseMonth">In [1, 12].</param>
    public static PeriodCovariates Months(CovariatePeriods periods, int baseMonth = 1) => Parts(periods, "month", 12, baseMonth, day => day.Month);

    /// <summary>The share of each quarter of the year in the period, but for the base quarter: columns <c>quarter 1</c>…<c>quarter 4</c>.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="baseQuarter">In [1, 4].</param>
    public static PeriodCovariates Quarters(CovariatePeriods periods, int baseQuarter = 1) => Parts(periods, "quarter", 4, baseQuarter, day => (day.Month + 2) / 3);

    /// <summary>The share of the period's days that lie in any of the intervals: holidays, a campaign, a closed shop.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="intervals">Days from the start to the end of each, both included; they may overlap.</param>
    public static PeriodCovariates Intervals(CovariatePeriods periods, string name, IEnumerable<DateInterval> intervals)
    {
        DateInterval[] all = [.. intervals ?? throw new ArgumentNullException(nameof(intervals))];
        return MeanOfDays(periods, [name], (day, _) => all.Any(interval => interval.Contains(day)) ? 1 : 0);
    }

    /// <summary>Years of 365.25 days from <paramref name="origin"/> to the middle of the period: the column <c>trend</c>. Take an origin within the data, so that the other parameters keep their meaning there.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="origin">Where the trend is 0, at noon.</param>
    public static PeriodCovariates Trend(CovariatePeriods periods, LocalDate origin) =>
        MeanOfDays(periods, ["trend"], (day, _) => Period.DaysBetween(origin.WithCalendar(CalendarSystem.Iso), day) / TimeUnits.DaysPerYear);

    private static PeriodCovariates Parts(CovariatePeriods periods, string name, int count, int excluded, Func<LocalDate, int> part)
    {
        if (excluded < 1 || excluded > count)
            throw new ArgumentOutOfRangeException(nameof(excluded), excluded, $"The base {name} is in [1, {count}].");
        int[] parts = Enumerable.Range(1, count).Where(number => number != excluded).ToArray();
        return MeanOfDays(periods, parts.Select(number => $"{name} {number.ToString(CultureInfo.InvariantCulture)}").ToArray(), (day, column) => part(day) == parts[column] ? 1 : 0);
    }

    private static PeriodCovariates MeanOfDays(CovariatePeriods periods, IReadOnlyList<string> names, Func<LocalDate, int, double> value) =>
        PeriodCovariates.Of(periods, names, (period, column) =>
        {
            LocalDate first = periods.FirstDay(period);
            double sum = 0;
            for (int day = 0; day < periods.Days; day++)
                sum += value(first.PlusDays(day), column);
            return sum / periods.Days;
        });
}
