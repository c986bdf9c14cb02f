using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class GeographicSample
{
    public static void Run(CustomerBase customers, TextWriter Console)
    {
        // sample
        ISegmentation tree = new GeographicStrategy(new GeographicOptions { MinimumCustomers = 3 }).Fit(customers);
        foreach (SegmentPlace place in SegmentPlace.Of(tree, customers))
            Console.WriteLine($"{tree.Segments[place.Segment].Label}: {place.Customers}");
        Console.WriteLine(tree.Assign(customers, 0).Reason);

        DbscanOptions dense = new() { RadiusKm = 5, MinimumPoints = 3 };
        ISegmentation places = new DbscanStrategy(dense).Fit(customers);
        Console.WriteLine(places.Assign(customers, 0).Reason);

        CatchmentOptions stores = new() { Stores = [new Store { Id = "lake", Label = "West Lake", Latitude = 30.25, Longitude = 120.15, RadiusKm = 3 }] };
        ISegmentation catchments = new CatchmentStrategy(stores).Fit(customers);
        Console.WriteLine(catchments.Assign(customers, 0).Reason);
        // end of sample
    }
}
