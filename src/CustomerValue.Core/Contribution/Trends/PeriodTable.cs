using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;

namespace CustomerValue.Contribution.Trends;

/// <summary>An amount a customer and period, with the trend of each customer. Immutable.</summary>
public sealed class PeriodTable
{
    private readonly decimal[][] amounts;
    private readonly Trend[] trends;
    private readonly string unit;

    internal PeriodTable(IReadOnlyList<ObservationWindow> periods, decimal[][] amounts, string unit, PeriodLength length, double level, CancellationToken cancellationToken)
    {
        (Periods, this.amounts, this.unit, Length) = (periods, amounts, unit, length);
        Trend.RequireLevel(level);
        Trend[] made = trends = new Trend[amounts[0].Length];
        int chunks = Math.Min(made.Length, 64), n = periods.Count;
        Partitions.For(chunks, Partitions.Workers, (_, chunk) =>
        {
            double[] series = new double[n], slopes = new double[n * (n - 1) / 2], sorted = new double[n];
            for (int row = (int)((long)made.Length * chunk / chunks); row < (int)((long)made.Length * (chunk + 1) / chunks); row++)
            {
                for (int period = 0; period < n; period++)
                    series[period] = (double)amounts[period][row];
                made[row] = Trend.Of(series, level, slopes, sorted);
            }
        }, cancellationToken);
    }

    /// <summary>The periods, in order, half-open.</summary>
    public IReadOnlyList<ObservationWindow> Periods { get; }

    /// <summary>Month, quarter or year.</summary>
    public PeriodLength Length { get; }

    /// <summary>How many customers.</summary>
    public int Count => trends.Length;

    /// <summary>The amounts of a period, one a customer.</summary>
    /// <param name="period">Range: [0, number of <see cref="Periods"/>).</param>
    public ReadOnlySpan<decimal> Amounts(int period) => amounts[period];

    /// <summary>Each customer's trend over all periods.</summary>
    public ReadOnlySpan<Trend> Trends => trends;

    /// <summary>Why the customer of this row rises, falls or is steady, in one sentence.</summary>
    public LocalizedText Explain(int row)
    {
        Trend trend = trends[row];
        if (Periods.Count < Trend.FewestPeriods)
            return new LocalizedText($"Steady: {Wording.Count(Periods.Count, "period")} can tell no trend; it takes {Trend.FewestPeriods}.", $"平稳：仅{Periods.Count}个周期，至少需要{Trend.FewestPeriods}个才能判断趋势。");
        (string period, string periodChinese) = Length switch { PeriodLength.Month => ("month", "月"), PeriodLength.Quarter => ("quarter", "季度"), _ => ("year", "年") };
        (string direction, string directionChinese) = trend.Direction switch { TrendDirection.Rising => ("Rising", "上升"), TrendDirection.Falling => ("Falling", "下降"), _ => ("Steady", "平稳") };
        string slope = $"{Wording.Number(trend.Slope)}{(unit.Length == 0 ? "" : " " + unit)}", p = trend.PValue < 0.001 ? "<0.001" : trend.PValue.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
        return new LocalizedText(
            $"{direction}: the median change a {period} is {slope} over {Wording.Count(Periods.Count, period)} (Mann–Kendall p = {p}).",
            $"{directionChinese}：{Periods.Count}个{periodChinese}内每{periodChinese}变化的中位数为{slope}（Mann–Kendall p = {p}）。");
    }
}
