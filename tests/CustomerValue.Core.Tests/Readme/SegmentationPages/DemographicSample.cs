using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using NodaTime;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class DemographicSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        string[][] rows =
        [
            ["Ann", "1971-10-06", "90000", "Married"], ["Bo", "1893", "52000", "YOLO"], ["Cy", "1990", "", "Single"],
            ["Di", "1984/2/29", "31000", "Widow"], ["Ed", "20010505", "31000", "Married"],
        ];
        CustomerBase customers = CustomerBase.OfProfiles(new LocalDate(2014, 6, 30), rows.Select(row => new CustomerProfile
        {
            Customer = new CustomerId(row[0]),
            Attributes = new Dictionary<string, string> { ["BirthDate"] = row[1], ["Income"] = row[2], ["Marital_Status"] = row[3] },
        }));

        DemographicSegmentation segmentation = (DemographicSegmentation)new DemographicStrategy(new DemographicOptions
        {
            Fields = [DemographicFields.Age, DemographicFields.Income with { Bands = DemographicBands.At(40_000, 80_000) }, DemographicFields.MaritalStatus],
            Combine = ["age", "income"],
        }).Fit(customers);

        for (int row = 0; row < customers.Count; row++)
        {
            SegmentAssignment assigned = segmentation.Assign(customers, row);
            Console.WriteLine($"{customers.Customer(row)}: {segmentation.Segments[assigned.Segment].Key}. {assigned.Reason}");
        }

        BandCount other = segmentation.Report(customers)[2].Bands.Single(band => band.Band.Key == "other");
        Console.WriteLine($"marital status {other.Band.Key}: {other.Customers}, {other.Examples[0].Key}");
        // end of sample
    }
}
