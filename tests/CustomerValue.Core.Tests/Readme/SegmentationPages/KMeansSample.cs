using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class KMeansSample
{
    public static void Run(CustomerBase customers, TextWriter Console)
    {
        // sample
        KMeansStrategy strategy = new(new KMeansStrategyOptions
        {
            Fields =
            [
                new ClusterField { Column = ColumnNames.RecencyDays, Scaling = FieldScaling.LogStandard },
                new ClusterField { Column = ColumnNames.Revenue, Scaling = FieldScaling.LogStandard },
            ],
            Clusters = new KMeansOptions { K = 3 },
        });
        ISegmentation segmentation = strategy.Fit(customers);
        SegmentAssignment first = segmentation.Assign(customers, 0);
        Console.WriteLine(segmentation.Segments[first.Segment].Label.English);
        Console.WriteLine(first.Reason.English);
        // end of sample
    }
}
