using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.ThreeValues;

public sealed class ThreeValueSegmentationTests
{
    [Fact]
    public void Upper_fifths_and_who_ties_with_the_last_of_them_are_high()
    {
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(ThreeValueToy.Customers);
        Assert.Equal((800, 900, 50, 200), (segmentation.Thresholds.Established.Money, segmentation.Thresholds.Potential.Money, segmentation.Thresholds.Influence.Money, segmentation.Thresholds.Middle.Money));
        Assert.Equal((0.8, 0.5, 10), (segmentation.Thresholds.Established.Percentile, segmentation.Thresholds.Middle.Percentile, segmentation.Thresholds.Customers));
        Assert.Equal(["hhh", "hll", "lll", "lll", "lhl", "lll", "llh", "lll", "lll", "lll"], ThreeValueToy.Keys(segmentation, ThreeValueToy.Customers));
        Assert.Equal(["high", "high", "middle", "middle", "potential", "low", "low", "low", "low", "low"], ThreeValueToy.TierKeys(segmentation, ThreeValueToy.Customers));
        Assert.Equal(["high", "high", "middle", "middle", "potential"], Assert.IsType<TextColumn>(Assert.Single(segmentation.Details(ThreeValueToy.Customers))) is { } tier ? Enumerable.Range(0, 5).Select(row => tier.Text(row)!) : []);
    }

    [Fact]
    public void All_eight_come_in_their_order_with_label_and_decision()
    {
        ThreeValueSegmentation segmentation = new(ThreeValueToy.At(1, 1, 1, 0));
        Assert.Equal(["hhh", "hhl", "hlh", "hll", "lhh", "lhl", "llh", "lll", "incomplete"], segmentation.Segments.Select(segment => segment.Key));
        Assert.Equal(["重要价值客户", "重要发展客户", "重要保持客户", "重要挽留客户", "一般价值客户", "一般发展客户", "一般保持客户", "一般挽留客户"], segmentation.Decisions.Segments.Select(segment => segment.Label.Chinese));
        Assert.Equal(["高", "潜力", "中", "低"], segmentation.Decisions.Tiers.Select(tier => tier.Segment.Label.Chinese));
        double[] e = [1, 1, 1, 1, 0, 0, 0, 0, double.NaN, 1], p = [1, 1, 0, 0, 1, 1, 0, 0, 1, double.NaN], i = [1, 0, 1, 0, 1, 0, 1, 0, 1, 1];
        Assert.Equal([.. segmentation.Segments.Select(segment => segment.Key), "incomplete"], ThreeValueToy.Keys(segmentation, ThreeValueToy.Of(e, p, i)));
        Assert.All(segmentation.Decisions.Segments, (decision, index) => Assert.Equal((e[index] == 1, p[index] == 1, i[index] == 1), (decision.EstablishedHigh, decision.PotentialHigh, decision.InfluenceHigh)));
        Assert.Equal("Established value high, potential value low, influence value high.", segmentation.Segments[2].Description.English);
    }

    [Fact]
    public void Without_influence_all_are_low_on_it_and_a_warning_says_so()
    {
        foreach (CustomerBase customers in new[] { ThreeValueToy.Of(ThreeValueToy.Established, ThreeValueToy.Potential, null), ThreeValueToy.Of(ThreeValueToy.Established, ThreeValueToy.Potential, new double[10]) })
        {
            ThreeValueSegmentation segmentation = ThreeValueToy.Fit(customers);
            Assert.Null(segmentation.Thresholds.Influence.Money);
            Assert.All(ThreeValueToy.Keys(segmentation, customers), key => Assert.Equal('l', key[2]));
            LocalizedText warning = Assert.Single(segmentation.Fit.Warnings);
            Assert.Equal("Nobody's influence value is known to be above 0, so all are low on it.", warning.English);
            Assert.Contains("影响价值", warning.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Few_with_influence_are_all_high_and_nobody_with_nothing_is()
    {
        CustomerBase customers = ThreeValueToy.Of(ThreeValueToy.Established, ThreeValueToy.Potential, [0, 0, 0, 0, 0, 0, 0, 0, 3, -9]);
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(customers);
        Assert.Equal(3, segmentation.Thresholds.Influence.Money);
        Assert.Equal(1, ThreeValueToy.Keys(segmentation, customers).Count(key => key[2] == 'h'));
    }

    [Fact]
    public void Prospects_make_no_threshold_and_are_incomplete()
    {
        double nan = double.NaN;
        CustomerBase some = ThreeValueToy.Of([10, 20, 30, 0, 0, 0, 0], [1, 2, 3, nan, nan, nan, nan], [0, 0, 1, 9, 9, 9, 9]);
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(some);
        Assert.Equal((30, 20, 3, 1, 3), (segmentation.Thresholds.Established.Money, segmentation.Thresholds.Middle.Money, segmentation.Thresholds.Potential.Money, segmentation.Thresholds.Influence.Money, segmentation.Thresholds.Customers));
        Assert.Equal(["lll", "lll", "hhh", "incomplete"], ThreeValueToy.Keys(segmentation, some).Take(4));
        Assert.Equal("Established value 0.00 < 30.00 (low); potential value unknown; influence value 9.00 ≥ 1.00 (high).", segmentation.Assign(some, 3).Reason.English);
    }

    [Fact]
    public void Money_decides_where_money_is_given()
    {
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(ThreeValueToy.Customers, new ThreeValueOptions { Established = ThreeValueCut.AtMoney(300), Middle = ThreeValueCut.AtPercentile(0.9) });
        Assert.Equal(new ThreeValueThreshold { Money = 300 }, segmentation.Thresholds.Established);
        // The upper tenth would begin at 1,000, above high: put at high, nobody is middle.
        Assert.Equal(new ThreeValueThreshold { Money = 300, Percentile = 0.9 }, segmentation.Thresholds.Middle);
        Assert.Equal(4, ThreeValueToy.TierKeys(segmentation, ThreeValueToy.Customers).Count(key => key == "high"));
        Assert.DoesNotContain("middle", ThreeValueToy.TierKeys(segmentation, ThreeValueToy.Customers));
    }

    /// <summary>0.29 · 100 is a little less than 29 in binary.</summary>
    [Fact]
    public void Ranks_are_counted_in_decimals()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i + 1.0)];
        Assert.Equal(30, ThreeValueToy.Fit(ThreeValueToy.Of(values, values, null), new ThreeValueOptions { Potential = ThreeValueCut.AtPercentile(0.29) }).Thresholds.Potential.Money);
    }

    [Fact]
    public void Reasons_show_values_beside_thresholds_in_both_languages()
    {
        CustomerBase customers = ThreeValueToy.Of([1234.5, 799.999], [20, 20], [double.NaN, 7]);
        ThreeValueSegmentation segmentation = new(ThreeValueToy.At(800, 30, null, 500));
        Assert.Equal(new LocalizedText(
            "Established value 1,234.50 ≥ 800.00 (high); potential value 20.00 < 30.00 (low); influence value unknown (counts as low).",
            "既成价值 1,234.50 ≥ 800.00（高）；潜在价值 20.00 < 30.00（低）；影响价值未知（按低计）。"), segmentation.Assign(customers, 0).Reason);
        Assert.Equal(
            "Established value 799.999 < 800 (low); potential value 20.00 < 30.00 (low); influence value 7.00 (low: nobody was known to have more than 0).",
            segmentation.Assign(customers, 1).Reason.English);
        Assert.Equal(new LocalizedText(
            "Established value 799.999 < 800 (middle, from 500.00 on); potential value 20.00 < 30.00 (low).",
            "既成价值 799.999 < 800（中，自 500.00 起）；潜在价值 20.00 < 30.00（低）。"), segmentation.AssignTier(customers, 1).Reason);
    }

    [Fact]
    public void Without_a_column_there_is_no_fit_and_a_base_without_columns_is_incomplete()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => ThreeValueToy.Fit(ThreeValueToy.Of(null, null, [1])));
        Assert.Equal(["value.contribution", "value.potential"], refused.Problems.Select(problem => problem.Value));
        ThreeValueSegmentation segmentation = new(ThreeValueToy.At(1, 1, 1, 1));
        Assert.Equal(["incomplete"], ThreeValueToy.Keys(segmentation, ThreeValueToy.Of(null, null, [1])));
        Assert.Throws<ArgumentException>(() => segmentation.Assign(ThreeValueToy.Customers, new int[9]));
        Assert.Throws<ArgumentException>(() => segmentation.AssignTiers(ThreeValueToy.Customers, new int[11]));
        Assert.Throws<ArgumentNullException>(() => new ThreeValueSegmentation(null!));
    }

    [Fact]
    public void Where_nothing_is_known_all_are_incomplete()
    {
        CustomerBase customers = ThreeValueToy.Of([double.NaN, 1], [1, double.NaN], null);
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(customers);
        Assert.Equal(["incomplete", "incomplete"], ThreeValueToy.Keys(segmentation, customers));
        Assert.Equal(3, segmentation.Fit.Warnings.Count);
        Assert.Equal(0, segmentation.Fit.Customers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    public void Percentiles_out_of_range_are_refused_each_by_name(double percentile)
    {
        ThreeValueCut cut = ThreeValueCut.AtPercentile(percentile);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new ThreeValueStrategy(new ThreeValueOptions { Established = cut, Potential = cut, Influence = cut, Middle = cut }));
        Assert.Equal(["Established", "Potential", "Influence", "Middle"], refused.Problems.Take(4).Select(problem => problem.Field));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        ThreeValueOptions options = new() { Established = ThreeValueCut.AtMoney(double.PositiveInfinity), Potential = null!, Middle = ThreeValueCut.AtMoney(double.NaN), Decisions = null! };
        Assert.Equal(["Established", "Potential", "Middle", "Decisions"], options.Validate().Select(problem => problem.Field));
        Assert.Equal("Middle", Assert.Single(new ThreeValueOptions { Middle = ThreeValueCut.AtPercentile(0.81) }.Validate()).Field);
        Assert.Equal("Middle", Assert.Single(new ThreeValueOptions { Established = ThreeValueCut.AtMoney(5), Middle = ThreeValueCut.AtMoney(6) }.Validate()).Field);
    }

    [Fact]
    public void Thresholds_that_are_no_numbers_or_out_of_order_are_refused()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new ThreeValueSegmentation(ThreeValueToy.At(double.NaN, double.PositiveInfinity, null, 0) with { Influence = new() { Money = 1, Percentile = 2 }, Customers = -1 }));
        Assert.Equal(["established", "potential", "influence", "customers"], refused.Problems.Select(problem => problem.Field));
        Assert.Equal("middle", Assert.Single(Assert.Throws<DataRejectedException>(() => new ThreeValueSegmentation(ThreeValueToy.At(5, 1, 1, 6))).Problems).Field);
        Assert.Equal("potential", Assert.Single(Assert.Throws<DataRejectedException>(() => new ThreeValueSegmentation(ThreeValueToy.At(5, 1, 1, 5) with { Potential = null! })).Problems).Field);
    }

    [Fact]
    public void A_customer_alone_is_assigned_without_allocating_per_customer()
    {
        CustomerBase customers = ThreeValueToy.Of([.. Enumerable.Range(0, 10_000).Select(i => (double)i)], [.. Enumerable.Range(0, 10_000).Select(i => (double)(i % 97))], null);
        ThreeValueSegmentation segmentation = ThreeValueToy.Fit(customers);
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        Assert.InRange(Allocation.Of(() => segmentation.Assign(customers, segments)), 0, 1000);
        Assert.Equal(2000, segments.Count(segment => segmentation.Decisions.Segments[segment].EstablishedHigh));
    }
}
