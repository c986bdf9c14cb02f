using System.Globalization;
using CustomerValue.Contribution;
using CustomerValue.Contribution.Full;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Contribution.Full;

/// <summary>AdventureWorks internet sales: freight as cost to serve, the whole against sums of the file's columns.</summary>
public class AdventureWorksContributionTests
{
    [SkippableFact]
    public void Net_contribution_is_sales_less_cost_less_freight_less_rent_to_the_last_digit()
    {
        decimal sales = 0, cost = 0, freight = 0;
        List<Purchase> lines = [];
        List<ServiceRecord> services = [];
        string[] header = SharedData.Lines("data/adventureworksdw/FactInternetSales.csv.gz").First().Split(',');
        int Of(string name) => Array.IndexOf(header, name);
        (int customer, int amount, int goods, int delivery, int date, int order) = (Of("CustomerKey"), Of("SalesAmount"), Of("TotalProductCost"), Of("Freight"), Of("OrderDate"), Of("SalesOrderNumber"));
        foreach (string line in SharedData.Lines("data/adventureworksdw/FactInternetSales.csv.gz").Skip(1))
        {
            string[] fields = line.Split(',');
            decimal Number(int field) => decimal.Parse(fields[field], CultureInfo.InvariantCulture);
            sales += Number(amount);
            cost += Number(goods);
            freight += Number(delivery);
            LocalDate day = LocalDatePattern.Iso.Parse(fields[date][..10]).Value;
            lines.Add(new Purchase { Customer = new CustomerId(fields[customer]), Date = day, Amount = Number(amount), Cost = Number(goods), Order = fields[order] });
            services.Add(new ServiceRecord { Customer = new CustomerId(fields[customer]), Date = day, Activity = "freight", Amount = Number(delivery) });
        }

        PurchaseSummaryBuilder builder = new();
        builder.Add(lines);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(new LocalDate(2014, 1, 31)), TimeUnit.Week));
        SharedCost rent = new() { Key = "rent", Name = new LocalizedText("Rent", "租金"), Date = new LocalDate(2012, 1, 1), Amount = 1_000_000.01m, Driver = AllocationDriver.Orders };
        FullContributionCalculator calculator = new(new ContributionData { Sales = lines, Services = services, SharedCosts = [rent] }, new FullContributionOptions { Activities = [new ActivityDefinition { Key = "freight", Name = new LocalizedText("Freight", "运费") }] });
        ContributionTable table = calculator.Calculate(customers);
        Assert.Equal(18_484, table.Count);
        Assert.Equal(29_358_677.2207m, sales);
        Assert.Equal([sales, 0, -cost, -freight, -rent.Amount], table.Parts.Select(part => part.Total));
        Assert.Equal(sales - cost - freight - rent.Amount, table.Total);
        Assert.Equal(10_000, table.WholeShares().Sum());

        PeriodTable months = calculator.ByPeriod(customers, ObservationWindow.Between(new LocalDate(2010, 12, 1), new LocalDate(2014, 2, 1)), PeriodLength.Month);
        Assert.Equal(38, months.Periods.Count);
        Assert.Equal(table.Total, Enumerable.Range(0, 38).Sum(month => months.Amounts(month).ToArray().Sum()));
    }
}
