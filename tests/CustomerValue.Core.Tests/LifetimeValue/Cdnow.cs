using System.Globalization;
using CustomerValue.Customers;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Fader &amp; Hardie's calibration summary of CDNOW: 2,357 customers in weeks, as published, rounded to two decimals.</summary>
internal static class Cdnow
{
    public static SummaryColumns Calibration()
    {
        string[][] rows = SharedData.Lines("data/cdnow/cdnow_customers_summary_with_transactions.csv").Skip(1).Select(line => line.Split(',')).ToArray();
        double[] Column(int i) => rows.Select(row => double.Parse(row[i], CultureInfo.InvariantCulture)).ToArray();
        return new SummaryColumns(TimeUnit.Week, Column(1).Select(x => (int)x).ToArray(), Column(2), Column(3), Column(4), rows.Select(row => new CustomerId(row[0])).ToArray());
    }

    /// <summary>39 weeks of calibration in exact days/7, and 39 weeks of holdout.</summary>
    public static (SummaryColumns Calibration, HoldoutColumns Holdout) Holdout()
    {
        string[][] rows = [.. SharedData.Lines("reference/lifetime/rfm_lifetimes_cal_holdout.csv").Skip(1).Select(line => line.Split(','))];
        double[] Column(int index) => [.. rows.Select(row => double.Parse(row[index], CultureInfo.InvariantCulture))];
        int[] Counts(int index) => [.. Column(index).Select(value => (int)value)];
        return (new(TimeUnit.Week, Counts(1), Column(2), Column(3)), new(39, Counts(5), Column(6)));
    }

    /// <summary>Rows drawn with replacement.</summary>
    public static SummaryColumns Bootstrap(SummaryColumns columns, int customers, Random random)
    {
        int[] rows = Enumerable.Range(0, customers).Select(_ => random.Next(columns.Count)).ToArray();
        return new SummaryColumns(
            columns.Unit,
            rows.Select(row => columns[row].Frequency).ToArray(),
            rows.Select(row => columns[row].Recency).ToArray(),
            rows.Select(row => columns[row].Age).ToArray(),
            rows.Select(row => columns[row].Spend).ToArray());
    }
}
