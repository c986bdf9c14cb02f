using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Evaluation.Drift;
using CustomerValue.Segmentation.Evaluation.Profiles;
using CustomerValue.Segmentation.Evaluation.Stability;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class EvaluationSample
{
    public static void Run(CustomerBase before, CustomerBase after, TextWriter Console)
    {
        // sample
        ISegmentation segmentation = new RfmStrategy().Fit(before);

        SegmentProfile lost = SegmentationProfile.Of(before, segmentation).Segments.Single(profile => profile.Segment.Key == "lost");
        Console.WriteLine($"{lost.Segment.Label}: {lost.Customers} customers, {lost.ValueShare:P0} of revenue, {lost.ProposedName}");
        Console.WriteLine($"{lost.Rules[0].Description}: precision {lost.Rules[0].Precision:F2}, recall {lost.Rules[0].Recall:F2}");

        SegmentMigration migration = SegmentMigration.Between(segmentation, before, after);
        Console.WriteLine($"{migration.Moved} of {migration.Matched} moved, PSI of shares {migration.Shares.Psi:F3} ({migration.Shares.Level})");
        Console.WriteLine(migration.Movements[0].Reason);

        BootstrapStability stability = BootstrapStability.Of(new RfmStrategy(), before, samples: 20);
        Console.WriteLine($"{stability.Segments.Count(segment => segment.Level >= StabilityLevel.Stable)} of {stability.Segments.Count} segments are stable");
        // end of sample
    }
}
