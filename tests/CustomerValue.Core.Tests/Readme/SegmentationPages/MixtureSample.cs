using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class MixtureSample
{
    public static void Run(IEnumerable<Purchase> purchases, TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(purchases);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(builder.LastDate!.Value), TimeUnit.Week));

        MixtureSegmentation segmentation = (MixtureSegmentation)new MixtureStrategy(new MixtureOptions
        {
            Fields =
            [
                new ClusterField { Column = ColumnNames.RecencyDays, Scaling = FieldScaling.LogStandard },
                new ClusterField { Column = ColumnNames.MeanSpend, Scaling = FieldScaling.LogStandard },
            ],
            Mixture = new GaussianMixtureOptions { Components = 3, Tolerance = 1e-11 },
        }).Fit(customers);

        foreach (Segment segment in segmentation.Segments)
            Console.WriteLine($"{segment.Key}: {segment.Description}");
        Console.WriteLine($"BIC {segmentation.Fit.Figures.Single(figure => figure.Key == "bic").Value:F0}");
        SegmentAssignment first = segmentation.Assign(customers, 0);
        Console.WriteLine($"{customers.Customer(0)}: {first.Reason}");

        // Which size and shape? Columns of numbers need no base.
        double[] visits = [1, 2, 2, 3, 3, 4, 20, 22, 22, 23, 25, 26], spend = [9, 8, 11, 9, 10, 12, 30, 35, 28, 33, 31, 36];
        MixtureCandidate best = GaussianMixtureEstimator.Choose(new NumericTable([visits, spend]), [1, 2, 3], [CovarianceShape.Spherical, CovarianceShape.Tied])[0];
        Console.WriteLine($"{best.Components} components, {best.Covariance}: BIC {best.Model!.Report!.Bic:F1}");
        // end of sample
    }
}
