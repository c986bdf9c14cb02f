using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Tests.Json;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Appraisal;

public sealed class FurtherSegmentsTests
{
    [Fact]
    public void A_card_carries_a_label_with_its_reason_by_every_strategy()
    {
        using ServiceProvider host = new ServiceCollection().AddCustomerValue(cv => cv.AddSegmentation<Lively>("lively").AlsoSegment("lively", "rfm")).BuildServiceProvider();
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>().Appraise(SmallShop.Customers());

        Assert.Equal(["lively", "rfm"], appraisal.FurtherSegmentations.Select(further => further.Segmentation.Strategy));
        for (int row = 0; row < appraisal.Count; row++)
        {
            ValueCard card = appraisal[row];
            Assert.Equal((card.Segment, card.SegmentReason), (card.FurtherSegments[1].Segment, card.FurtherSegments[1].Reason));
            bool alive = row < appraisal.Customers.Buyers && appraisal.ProbabilityAlive[row] > 0.5;
            Assert.Equal(alive ? "lively" : "quiet", card.FurtherSegments[0].Segment.Key);
            Assert.Equal(alive ? appraisal.ProbabilityAlive[row] : null, card.FurtherSegments[0].Probability);
        }

        CardsDocument read = CardsJson.Read(JsonText.Stream(JsonText.Of(stream => CardsJson.Write(stream, CardsDocument.Of(appraisal)))));
        Assert.Equal(appraisal[3].FurtherSegments, read.Cards.ElementAt(3).FurtherSegments);
    }

    [Fact]
    public void Strategies_see_what_the_appraisal_says_of_value()
    {
        CustomerAppraisal appraisal = new ServiceCollection().AddCustomerValue().BuildServiceProvider().GetRequiredService<Appraiser>().Appraise(SmallShop.Customers());
        CustomerBase customers = appraisal.Customers;
        for (int row = 0; row < customers.Count; row++)
        {
            bool bought = row < customers.Buyers;
            Assert.Equal(bought ? appraisal.ProbabilityAlive[row] : double.NaN, customers.Column(ColumnNames.Alive)!.Number(row));
            Assert.Equal(bought ? appraisal.LifetimeValue[row] : double.NaN, customers.Column(ColumnNames.LifetimeValue)!.Number(row));
            Assert.Equal((double)appraisal.Contribution.Profit[row], customers.Column(ColumnNames.Contribution)!.Number(row));
        }
    }

    private sealed class Lively : ISegmentationStrategy, ISegmentation
    {
        public string Name => "lively";

        public string Strategy => Name;

        public IReadOnlyList<Segment> Segments { get; } = [new() { Key = "lively", Label = new LocalizedText("Lively", "活跃") }, new() { Key = "quiet", Label = new LocalizedText("Quiet", "沉寂") }];

        public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => this;

        public void Assign(CustomerBase customers, Span<int> segments)
        {
            for (int row = 0; row < segments.Length; row++)
                segments[row] = Assign(customers, row).Segment;
        }

        public SegmentAssignment Assign(CustomerBase customers, int row)
        {
            double alive = customers.Column(ColumnNames.Alive)!.Number(row);
            return new SegmentAssignment { Segment = alive > 0.5 ? 0 : 1, Reason = new LocalizedText($"{alive}", $"{alive}"), Probability = alive > 0.5 ? alive : null };
        }
    }
}
