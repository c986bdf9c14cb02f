using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
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

    /// <summary>Other segmentations take the stage as a column, which goes by customer: a rule over it, with prospects among the customers who are in no stage.</summary>
    /// <param name="left">How many of the customers the stages know nothing of.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Rules_segment_by_the_stage(int left)
    {
        PurchaseSummaryBuilder shop = new(), known = new();
        for (int i = 0; i < 60; i++)
        {
            for (int buys = 0; buys < 1 + (i % 5); buys++)
            {
                Purchase line = new() { Customer = new CustomerId($"c{(i * 37) % 60:D2}"), Date = new LocalDate(2024, 1, 1).PlusDays((i * 3) + (buys * (20 + i))), Amount = 10 + i };
                shop.Add(line);
                if (i % 9 != 4 || left == 0)
                    known.Add(line);
            }
        }

        LocalDate last = new(2024, 12, 31);
        PurchaseCalendar purchases = known.BuildCalendar(ObservationWindow.Through(last));
        LifecycleSetup setup = LifecycleSetup.Of(purchases, last, new BgNbdEstimator());
        StageColumns stages = new LifecycleEvaluator(RetailLifecycle.Create(), setup.Clock, setup.Models).At(purchases, last);
        CustomerBase customers = new(shop.Build(ObservationWindow.Through(last), TimeUnit.Week), [.. new[] { "aaa", "zzz" }.Select(id => new CustomerProfile { Customer = new CustomerId(id), Attributes = new Dictionary<string, string>() })]);
        RuleSegmentation rules = RuleSegmentation.FirstMatch(
        [
            new SegmentRule(new Segment { Key = "once", Label = new("Bought once", "仅购买一次") }, Condition.In(ColumnNames.LifecycleStage, "new", "one-timer")),
            new SegmentRule(new Segment { Key = "nowhere", Label = new("In no stage", "无阶段") }, Condition.Missing(ColumnNames.LifecycleStage)),
        ], new Segment { Key = "else", Label = new("All others", "其他") });
        CustomerAppraisal appraisal = new Appraiser(new BgNbdEstimator(), new GammaGammaEstimator(), new RuleStrategy(rules), new ContributionCalculator()).Appraise(customers, sources: new() { Stages = stages });
        TextColumn column = Assert.IsType<TextColumn>(appraisal.Customers.Column(ColumnNames.LifecycleStage));
        Assert.Equal(2 + left, Enumerable.Range(0, appraisal.Count).Count(column.IsMissing));
        for (int row = 0; row < appraisal.Count; row++)
        {
            Assert.Equal(appraisal[row].Stage?.Key, column.Text(row));
            Assert.Equal(column.Text(row) is null ? "nowhere" : appraisal[row].Purchases!.Summary.Frequency == 0 ? "once" : rules.Segments[^1].Key, appraisal[row].Segment.Key);
        }

        Assert.True(column.Texts.Count >= 3, "several stages have somebody");
        Assert.DoesNotContain("closed", column.Texts);
    }

    /// <summary>Nobody who asks for no stages pays for them.</summary>
    [SkippableFact]
    public void Without_stages_a_card_has_none()
    {
        CustomerAppraisal appraisal = new Appraiser(new BgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator())
            .Appraise(new CustomerBase(CdnowLifecycleTests.Purchases().Build(ObservationWindow.Through(Split), TimeUnit.Week)));
        Assert.Null(appraisal[0].Stage);
        Assert.False(appraisal.Customers.HasColumn(ColumnNames.LifecycleStage));
        Assert.Empty(appraisal.Alerts);
    }
}
