using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Tests.Segmentation.ThreeValues;

namespace CustomerValue.Tests.Appraisal;

public sealed class ThreeValueTableTests
{
    [Fact]
    public void Sizes_and_sums_by_segment_and_tier()
    {
        ThreeValueTable table = ThreeValueTable.Of(ThreeValueToy.Fit(ThreeValueToy.Customers), ThreeValueToy.Customers);
        Assert.Equal(10, table.Count);
        Assert.Equal([1, 0, 0, 1, 0, 1, 1, 6, 0], table.SegmentTotals.Select(total => total.Customers));
        Assert.Equal((690, 731, 0), (table.SegmentTotals[7].Established, table.SegmentTotals[7].Potential, table.SegmentTotals[7].Influence));
        Assert.Equal([2, 1, 2, 5, 0], table.TierTotals.Select(total => total.Customers));
        Assert.Equal((1800, 910, 90), (table.TierTotals[0].Established, table.TierTotals[0].Potential, table.TierTotals[0].Influence));
        Assert.Equal([0, 3, 7, 7, 5, 7, 6, 7, 7, 7], table.Segments.ToArray());
        Assert.Equal([0, 0, 2, 2, 1, 3, 3, 3, 3, 3], table.Tiers.ToArray());
    }

    [Fact]
    public void A_card_says_where_why_and_what_to_do()
    {
        ThreeValueTable table = ThreeValueTable.Of(ThreeValueToy.Fit(ThreeValueToy.Customers), ThreeValueToy.Customers);
        ThreeValueCard card = table.CardOf(4)!;
        Assert.Equal(("lhl", false, true, false, "potential"), (card.Segment.Key, card.EstablishedHigh, card.PotentialHigh, card.InfluenceHigh, card.Tier.Key));
        Assert.Equal("Cross-sell; test offers.", card.Decision.English);
        Assert.Equal("Established value 200.00 < 800.00 (low); potential value 900.00 ≥ 900.00 (high); influence value 0.00 < 50.00 (low).", card.Reason.English);
        Assert.Equal("既成价值 200.00 < 800.00（中，自 200.00 起）；潜在价值 900.00 ≥ 900.00（高）。", card.TierReason.Chinese);
    }

    [Fact]
    public void Who_is_incomplete_has_no_card_but_counts()
    {
        CustomerBase customers = ThreeValueToy.Of([5, 7], [double.NaN, 1], null);
        ThreeValueTable table = ThreeValueTable.Of(new ThreeValueSegmentation(ThreeValueToy.At(1, 1, null, 1)), customers);
        Assert.Null(table.CardOf(0));
        Assert.Equal("hhl", table.CardOf(1)!.Segment.Key);
        Assert.Equal((1, 5, 0, 0), (table.SegmentTotals[8].Customers, table.SegmentTotals[8].Established, table.SegmentTotals[8].Potential, table.SegmentTotals[8].Influence));
        Assert.Throws<ArgumentNullException>(() => ThreeValueTable.Of(null!, customers));
        Assert.Throws<ArgumentNullException>(() => ThreeValueTable.Of(table.Segmentation, null!));
    }

    [Fact]
    public void Large_amounts_do_not_eat_the_small_ones()
    {
        double[] values = [1e16, .. Enumerable.Repeat(1.0, 1000), -1e16];
        ThreeValueTable table = ThreeValueTable.Of(new ThreeValueSegmentation(ThreeValueToy.At(1e18, 1e18, null, 1e18)), ThreeValueToy.Of(values, values, null));
        Assert.Equal(1000, table.SegmentTotals[7].Established);
    }
}
