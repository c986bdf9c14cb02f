using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class CombiningSample
{
    public static ISegmentation[] Run(CustomerBase customers, RuleSegmentation regions, RuleSegmentation staff)
    {
        // sample
        RfmStrategy rfm = new();
        ISegmentation regionByRfm = new CrossStrategy(new RuleStrategy(regions), rfm).Fit(customers);
        ISegmentation rfmOfTheCoast = new HierarchyStrategy(new RuleStrategy(regions), new Dictionary<string, ISegmentationStrategy> { ["coast"] = rfm }).Fit(customers);
        ISegmentation staffThenRfm = new FirstMatchStrategy([new RuleStrategy(staff), rfm], none: ["public"]).Fit(customers);
        // end of sample
        return [regionByRfm, rfmOfTheCoast, staffThenRfm];
    }
}
