using System.Globalization;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Customers;

/// <summary>The summaries of cdnow_sample_transactions.csv against the package lifetimes, every row: counts and times exactly, mean spend to 1e-12 relative.</summary>
public class CdnowSummaryTests
{
    private static readonly LocalDate LastDay = new(1998, 6, 30);

    [SkippableFact]
    public void Days_equal_rfm_lifetimes_D()
    {
        PurchaseSummaries summaries = Cdnow(date => date).Build(ObservationWindow.Through(LastDay), TimeUnit.Day);
        string[][] expected = Rows("reference/lifetime/rfm_lifetimes_D.csv");
        Assert.Equal(2357, expected.Length);
        Assert.Equal(expected.Length, summaries.Count);
        for (int row = 0; row < summaries.Count; row++)
        {
            AssertRow(expected[row], summaries, row, Number(expected[row][2]), Number(expected[row][3]));
            AssertClose(Number(expected[row][4]), summaries.Columns.Spend[row]);
        }
    }

    /// <summary>lifetimes' 'W' counts calendar weeks from Monday to Sunday, so every date becomes its week's Monday here.</summary>
    [SkippableFact]
    public void Calendar_weeks_equal_rfm_lifetimes_W()
    {
        PurchaseSummaries summaries = Cdnow(Monday).Build(ObservationWindow.Through(Monday(LastDay)), TimeUnit.Week);
        string[][] expected = Rows("reference/lifetime/rfm_lifetimes_W.csv");
        Assert.Equal(expected.Length, summaries.Count);
        for (int row = 0; row < summaries.Count; row++)
        {
            AssertRow(expected[row], summaries, row, Number(expected[row][2]), Number(expected[row][3]));
            AssertClose(Number(expected[row][4]), summaries.Columns.Spend[row]);
        }
    }

    [SkippableFact]
    public void Calibration_and_holdout_equal_rfm_lifetimes_cal_holdout()
    {
        PurchaseSummaryBuilder builder = Cdnow(date => date);
        PurchaseSummaries calibration = builder.Build(ObservationWindow.Through(new LocalDate(1997, 9, 30)), TimeUnit.Week);
        HoldoutColumns holdout = builder.BuildHoldout(calibration, LastDay);
        string[][] expected = Rows("reference/lifetime/rfm_lifetimes_cal_holdout.csv");
        Assert.Equal(expected.Length, calibration.Count);
        Assert.Equal(39, holdout.Length);
        for (int row = 0; row < calibration.Count; row++)
        {
            AssertRow(expected[row], calibration, row, Number(expected[row][2]), Number(expected[row][3]));
            AssertClose(Number(expected[row][4]), calibration.Columns.Spend[row]);
            Assert.Equal(int.Parse(expected[row][5], CultureInfo.InvariantCulture), holdout.Frequency[row]);
            Assert.Equal(holdout.Length, Number(expected[row][7]));
        }

        // lifetimes averages the lines of the holdout, we average its days: the sums must agree.
        ILookup<int, string[]> lines = Lines().Where(line => string.CompareOrdinal(line[2], "19970930") > 0).ToLookup(line => int.Parse(line[1], CultureInfo.InvariantCulture));
        for (int row = 0; row < calibration.Count; row++)
            AssertClose(Number(expected[row][6]) * lines[row + 1].Count(), holdout.Spend[row] * holdout.Frequency[row]);

        // pymc-marketing averages days too; the sum of its column is in rfm_index.json (rfm_pymc_train_test.csv, test_monetary_value).
        AssertClose(25495.94028183697, holdout.Spend.ToArray().Sum());
    }

    [SkippableFact]
    public void Totals_are_those_of_the_file()
    {
        PurchaseSummaries summaries = Cdnow(date => date).Build(ObservationWindow.Through(LastDay), TimeUnit.Day);
        Assert.Equal(6919, summaries.Report.Lines);
        Assert.Equal(4339, summaries.Columns.Frequency.ToArray().Sum());
        Assert.Equal(4339, summaries.RepeatPurchasesByDay.ToArray().Sum());
        Assert.Equal(546, summaries.RepeatPurchasesByDay.Length);
        Assert.Equal(Lines().Sum(line => decimal.Parse(line[4], CultureInfo.InvariantCulture)), summaries.Revenue.ToArray().Sum());
        Assert.False(summaries.HasCost);
        Assert.Empty(summaries.Report.CustomersWithoutPurchase);
    }

    private static void AssertRow(string[] expected, PurchaseSummaries actual, int row, double recency, double age)
    {
        Assert.Equal(int.Parse(expected[0], CultureInfo.InvariantCulture), int.Parse(actual.Columns.Customers[row].Value, CultureInfo.InvariantCulture));
        Assert.Equal((int)Number(expected[1]), actual.Columns.Frequency[row]);
        Assert.Equal(recency, actual.Columns.Recency[row]);
        Assert.Equal(age, actual.Columns.Age[row]);
    }

    private static void AssertClose(double expected, double actual) => Assert.InRange(actual - expected, -1e-12 * Math.Abs(expected), 1e-12 * Math.Abs(expected));

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static PurchaseSummaryBuilder Cdnow(Func<LocalDate, LocalDate> date)
    {
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");
        PurchaseSummaryBuilder builder = new(new Currency("USD"));
        builder.Add(Lines().Select(line => new Purchase
        {
            Customer = new CustomerId(line[1]),
            Date = date(pattern.Parse(line[2]).Value),
            Amount = decimal.Parse(line[4], CultureInfo.InvariantCulture),
            Currency = new Currency("USD"),
        }));
        return builder;
    }

    private static IEnumerable<string[]> Lines() => Rows("data/cdnow/cdnow_sample_transactions.csv");

    private static string[][] Rows(string file) => SharedData.Lines(file).Skip(1).Select(line => line.Split(',')).ToArray();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
