using CustomerValue.Customers;
using CustomerValue.Tool.Tests.Data;

namespace CustomerValue.Tool.Tests.Readme;

/// <summary>The sample of docs/getting-started.md that reads files; that the page shows it is tested beside the core's samples.</summary>
public sealed class FilesSampleTests
{
    [Fact]
    public void Mapped_files_become_a_customer_base()
    {
        using TempFolder folder = new();
        CustomerBase customers = FilesSample.Run(
            folder.Text("sales.csv", "member,paid_on,amount,cost,order\nM001,2025-01-04,128.00,70.40,A-1\nM001,2025-03-19,96.50,51.00,A-7\n").Path!,
            folder.Text("people.csv", "member,city,birth_year\nM001,Hangzhou,1988\nM004,Harbin,2001\n").Path!);

        Assert.Equal((2, 1), (customers.Count, customers.Buyers));
        Assert.Equal(new PurchaseSummary(1, 74 / 7.0, 361 / 7.0, 96.5), customers.Purchases.Columns[0]);
        Assert.Equal("Harbin", customers.Profile(1)?.Attributes["city"]);
    }
}
