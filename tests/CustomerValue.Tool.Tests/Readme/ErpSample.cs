using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tool.Tests.Readme;

internal static class ErpSample
{
    public static CustomerAppraisal Run(string folder, TextWriter Console)
    {
        // sample
        // The customers with their places, as one table: any SELECT that DuckDB can answer, over CSV, Parquet or a database.
        IReadOnlyList<CustomerProfile> people = CustomerReader.Read(TableSource.Query($"""
            SELECT c.CustomerKey, c.BirthDate, c.YearlyIncome, c.Gender, c.MaritalStatus, c.TotalChildren, c.EnglishEducation, c.EnglishOccupation,
                   c.HouseOwnerFlag, c.NumberCarsOwned, c.CommuteDistance, c.NumberChildrenAtHome, g.EnglishCountryRegionName, g.StateProvinceName, g.City
            FROM '{folder}/DimCustomer.csv.gz' c JOIN '{folder}/DimGeography.csv.gz' g USING (GeographyKey)
            """));

        // The sales lines: what was bought, and how customers buy.
        PurchaseReadResult sales = PurchaseReader.Read([TableSource.File($"{folder}/FactInternetSales.csv.gz")], new PurchaseReadOptions
        {
            Columns = new Dictionary<string, string>
            {
                ["customer"] = "CustomerKey",
                ["date"] = "OrderDate",
                ["amount"] = "SalesAmount",
                ["cost"] = "TotalProductCost",
                ["order"] = "SalesOrderNumber",
            },
            Habits = true,
        });
        CustomerBase customers = new(sales.Builder.Build(ObservationWindow.Through(new LocalDate(2014, 1, 28)), TimeUnit.Week), people);
        customers = customers.With(sales.Habits!.ColumnsFor(customers));

        // RFM first, and four further labels. There is no survey of attitudes in these tables; how people live stands in for it.
        Appraiser appraiser = new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator(), further:
        [
            new DemographicStrategy(new DemographicOptions { SmallestSegment = 300 }),
            new BehavioralStrategy(),
            new LatentClassStrategy(new LatentClassOptions { Items = ["HouseOwnerFlag", "NumberCarsOwned", "CommuteDistance", "NumberChildrenAtHome"], Classes = 4 }),
            new GeographicStrategy(new GeographicOptions { MinimumCustomers = 300 }),
        ]);
        CustomerAppraisal appraisal = appraiser.Appraise(customers);

        ValueCard card = appraisal[0];
        Console.WriteLine($"{appraisal.Count} customers. {card.Customer}: {card.Segment.Label}");
        foreach (SegmentCard further in card.FurtherSegments)
            Console.WriteLine($"{further.Strategy}: {further.Segment.Label}. {further.Reason}");
        // end of sample
        return appraisal;
    }
}
