using CustomerValue.Contribution;
using CustomerValue.Contribution.Credit;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class CreditRatingSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        CustomerId ann = new("Ann"), bob = new("Bob");
        LocalDate asOf = new(2024, 3, 31);
        CustomerBase customers = CustomerBase.OfProfiles(asOf, new[] { ann, bob }.Select(id => new CustomerProfile { Customer = id, Attributes = new Dictionary<string, string>() }));
        Invoice[] invoices =
        [
            new() { Customer = ann, Date = new LocalDate(2024, 3, 1), DueDate = new LocalDate(2024, 3, 11), PaidDate = new LocalDate(2024, 3, 21), Amount = 100 },
            new() { Customer = ann, Date = new LocalDate(2024, 3, 20), DueDate = new LocalDate(2024, 4, 20), Amount = 300, OpenAmount = 300 },
        ];
        CreditTable measured = CreditMeasurement.Of(customers, invoices, new Dictionary<CustomerId, decimal> { [ann] = 1000 }, asOf, days: 90);
        CreditRatings ratings = CreditScorecard.Default.Rate(measured);
        Console.WriteLine(ratings.Explain(0));
        Console.WriteLine(ratings.Explain(1));
        // end of sample
    }
}
