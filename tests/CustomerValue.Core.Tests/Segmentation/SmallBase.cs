using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Segmentation;

/// <summary>Customer bases written by hand: days since the last purchase, number of purchases, revenue and cost of each buyer, and how many prospects.</summary>
internal static class SmallBase
{
    public static readonly LocalDate LastDay = new(2006, 12, 31);

    public static CustomerBase Of((int DaysSince, int Purchases, decimal Revenue)[] buyers, int prospects = 0, decimal[]? cost = null, Currency currency = default)
    {
        const int age = 4000;
        CustomerId[] ids = buyers.Select((_, row) => new CustomerId($"c{row:D6}")).ToArray();
        int lastDay = Period.DaysBetween(PurchaseSummaries.Epoch, LastDay);
        SummaryColumns columns = new(
            TimeUnit.Day,
            buyers.Select(buyer => buyer.Purchases - 1).ToArray(),
            buyers.Select(buyer => buyer.Purchases == 1 ? 0.0 : age - buyer.DaysSince).ToArray(),
            buyers.Select(buyer => buyer.Purchases == 1 ? buyer.DaysSince : (double)age).ToArray(),
            customers: ids);
        SummaryReport report = new()
        {
            Lines = buyers.Length,
            LinesBeforeWindow = 0,
            LinesAfterWindow = 0,
            FullRefunds = 0,
            PartialRefunds = 0,
            UnmatchedRefunds = 0,
            UnmatchedAmount = 0,
            FirstUnmatched = [],
            LeftTruncatedCustomers = 0,
            CustomersWithoutPurchase = Enumerable.Range(0, prospects).Select(i => new CustomerId($"p{i:D6}")).ToArray(),
        };
        int[] lastDays = buyers.Select(buyer => lastDay - buyer.DaysSince).ToArray();
        return new CustomerBase(new PurchaseSummaries(
            ObservationWindow.Through(LastDay), currency, columns, lastDays, lastDays, buyers.Select(buyer => buyer.Revenue).ToArray(), cost, [], report));
    }
}
