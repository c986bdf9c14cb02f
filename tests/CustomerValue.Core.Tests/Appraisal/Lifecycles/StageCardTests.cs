using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tests.Appraisal.Lifecycles;

/// <summary>The stage on a card: that of the columns, with its day and reason, in the document as on the card; and what changed since a month before.</summary>
public sealed class StageCardTests
{
    private static readonly LocalDate Split = new(1997, 9, 30);

    [SkippableFact]
    public void A_card_says_the_stage_since_when_and_why()
    {
        PurchaseSummaryBuilder builder = CdnowLifecycleTests.Purchases();
        PurchaseCalendar purchases = builder.BuildCalendar(ObservationWindow.Through(Split));
        LifecycleSetup setup = LifecycleSetup.Of(purchases, Split, new BgNbdEstimator());
        LifecycleEvaluator evaluator = new(RetailLifecycle.Create(), setup.Clock, setup.Models);
        StageColumns stages = evaluator.At(purchases, Split);
        ValueSources sources = new() { Stages = stages, StagesBefore = evaluator.At(purchases, Split.PlusMonths(-1)) };
        CustomerAppraisal appraisal = new Appraiser(new BgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator())
            .Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(Split), TimeUnit.Week)), sources: sources);
        for (int row = 0; row < appraisal.Count; row += 97)
        {
            StageCard card = appraisal[row].Stage!;
            int at = purchases.RowOf(appraisal.Customers.Customer(row));
            Assert.Equal(stages.Definition.Stages[stages.Stages[at]].Key, card.Key);
            Assert.Equal(stages.Since(at), card.Since);
            Assert.NotEqual("", card.Reason.English);
            Assert.NotEqual("", card.Reason.Chinese);
        }

        Assert.Contains(appraisal.Alerts, alert => alert.Kind == LifecycleAlertKind.StageWorse);
        Assert.True(appraisal.Alerts[0].Value >= appraisal.Alerts[^1].Value);
        using MemoryStream document = new();
        CardsJson.Write(document, CardsDocument.Of(appraisal));
        document.Position = 0;
        ValueCard[] read = [.. CardsJson.Read(document).Cards];
        Assert.Equal(appraisal[5].Stage, read.Single(card => card.Customer == appraisal[5].Customer).Stage);
    }

    /// <summary>Nobody who asks for no stages pays for them.</summary>
    [SkippableFact]
    public void Without_stages_a_card_has_none()
    {
        CustomerAppraisal appraisal = new Appraiser(new BgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator())
            .Appraise(new CustomerBase(CdnowLifecycleTests.Purchases().Build(ObservationWindow.Through(Split), TimeUnit.Week)));
        Assert.Null(appraisal[0].Stage);
        Assert.Empty(appraisal.Alerts);
    }
}
