using System.Globalization;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>CDNOW's purchases themselves, 39 weeks of calibration in exact days/7, with the gaps between purchases.</summary>
internal static class CdnowDays
{
    public static PurchaseSummaryBuilder Builder()
    {
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");
        PurchaseSummaryBuilder builder = new();
        builder.Add(SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(',')).Select(line => new Purchase
        {
            Customer = new CustomerId(line[1]),
            Date = pattern.Parse(line[2]).Value,
            Amount = decimal.Parse(line[4], CultureInfo.InvariantCulture),
        }));
        return builder;
    }

    public static PurchaseSummaries Calibration() => Builder().BuildDetailed(ObservationWindow.Through(new LocalDate(1997, 9, 30)), TimeUnit.Week);

    /// <summary>The same without the gaps.</summary>
    public static SummaryColumns WithoutGaps(SummaryColumns columns) => new(columns.Unit, columns.Frequency.ToArray(), columns.Recency.ToArray(), columns.Age.ToArray());
}
