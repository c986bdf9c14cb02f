using CustomerValue.Customers;
using CustomerValue.Data;
using NodaTime;

namespace CustomerValue.Tool.Tests.Readme;

internal static class FilesSample
{
    public static CustomerBase Run(string sales, string people)
    {
        // sample
        PurchaseReadResult read = PurchaseReader.Read([TableSource.File(sales)], new PurchaseReadOptions
        {
            Columns = new Dictionary<string, string> { ["customer"] = "member", ["date"] = "paid_on" },
            Currency = new Currency("CNY"),
        });
        PurchaseSummaries summaries = read.Builder.Build(ObservationWindow.Through(new LocalDate(2025, 12, 31)), TimeUnit.Week);
        CustomerBase customers = new(summaries, CustomerReader.Read(TableSource.File(people), "member"));
        // end of sample
        return customers;
    }
}
