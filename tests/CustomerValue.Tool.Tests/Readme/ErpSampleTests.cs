using CustomerValue.Appraisal;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests.Readme;

/// <summary>The guide docs/segmentation/from-erp-tables.md on the real tables of AdventureWorks.</summary>
public sealed class ErpSampleTests
{
    [SkippableFact]
    public void All_18484_customers_get_a_label_by_every_strategy_in_one_run()
    {
        StringWriter console = new();
        CustomerAppraisal appraisal = ErpSample.Run(Path.GetDirectoryName(SharedData.Path("data/adventureworksdw/DimCustomer.csv.gz"))!, console);
        Assert.Equal(18_484, appraisal.Count);
        Assert.Equal(["demographic", "behavioral", "latent-class", "geographic"], appraisal.FurtherSegmentations.Select(further => further.Segmentation.Strategy));
        for (int row = 0; row < appraisal.Count; row++)
        {
            ValueCard card = appraisal[row];
            Assert.Equal(4, card.FurtherSegments.Count);
            Assert.All(card.FurtherSegments, further =>
            {
                Assert.NotEqual(CommonSegments.Incomplete, further.Segment);
                Assert.True(further.Reason.English.Length > 10 && further.Reason.Chinese.Length > 5);
            });
        }

        // Counted apart from the code: 3,591 live in Australia, and so many are in each band of age.
        DemographicSegmentation demographic = Assert.IsType<DemographicSegmentation>(appraisal.FurtherSegmentations[0].Segmentation);
        Assert.Equal([0, 4328, 6261, 4272, 2461, 1162], demographic.Report(appraisal.Customers)[0].Bands.Take(6).Select(band => band.Customers));
        AssignedSegmentation places = appraisal.FurtherSegmentations[3];
        Assert.Equal(3591, Enumerable.Range(0, appraisal.Count).Count(row => places.Segmentation.Segments[places.Segments[row]].Key.StartsWith("australia", StringComparison.Ordinal)));

        using MemoryStream models = new();
        AppraisalModelsJson.Write(models, AppraisalModels.Of(appraisal));
        models.Position = 0;
        AppraisalModels read = AppraisalModelsJson.Read(models);
        int[] again = new int[appraisal.Count];
        for (int i = 0; i < 4; i++)
        {
            read.FurtherSegmentations[i].Assign(appraisal.Customers, again);
            Assert.Equal(appraisal.FurtherSegmentations[i].Segments.ToArray(), again);
        }

        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CustomerValue.Core.sln")))
            folder = folder.Parent!;
        using MemoryStream cards = new();
        CardsJson.Write(cards, CardsDocument.Of(appraisal));
        cards.Position = 0;
        int at = 0;
        foreach (ValueCard card in CardsJson.Read(cards).Cards)
            Assert.Equal(appraisal[at++].FurtherSegments, card.FurtherSegments);
        Assert.Equal(appraisal.Count, at);

        string page = File.ReadAllText(Path.Combine(folder.FullName, "docs/segmentation/from-erp-tables.md"));
        Assert.Contains(console.ToString().ReplaceLineEndings("\n").TrimEnd(), page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
