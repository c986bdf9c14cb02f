using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.ThreeValues;

public sealed class ThreeValuePropertyTests
{
    [Property(MaxTest = 100)]
    public void Everyone_is_in_one_segment_and_equals_are_together(int seed)
    {
        (double[] e, double[] p, double[] i, ThreeValueSegmentation segmentation) = Drawn(seed);
        CustomerBase customers = ThreeValueToy.Of(e, p, i);
        string[] keys = ThreeValueToy.Keys(segmentation, customers), tiers = ThreeValueToy.TierKeys(segmentation, customers);
        foreach (double[] values in new[] { e, p })
        {
            int letter = values == e ? 0 : 1;
            foreach (IGrouping<double, int> equal in Enumerable.Range(0, e.Length).Where(row => keys[row].Length == 3).GroupBy(row => values[row]))
                Assert.Single(equal.Select(row => keys[row][letter]).Distinct());
        }

        Assert.All(Enumerable.Range(0, e.Length), row => Assert.Equal(double.IsNaN(e[row]) || double.IsNaN(p[row]), keys[row] == "incomplete" && tiers[row] == "incomplete"));
    }

    [Property(MaxTest = 100)]
    public void More_of_a_value_never_turns_high_into_low(int seed, byte more)
    {
        (double[] e, double[] p, double[] i, ThreeValueSegmentation segmentation) = Drawn(seed);
        for (int row = 0; row < e.Length; row++)
        {
            string before = segmentation.Segments[segmentation.SegmentOf(e[row], p[row], i[row])].Key;
            if (before.Length > 3)
                continue;
            string after = segmentation.Segments[segmentation.SegmentOf(e[row] + more, p[row] + more, double.IsNaN(i[row]) ? i[row] : i[row] + more)].Key;
            Assert.All(Enumerable.Range(0, 3), letter => Assert.False(before[letter] == 'h' && after[letter] == 'l'));
            int[] ranks = [3, 2, 1, 0];
            Assert.True(ranks[segmentation.TierOf(e[row] + more, p[row] + more)] >= ranks[segmentation.TierOf(e[row], p[row])]);
        }
    }

    [Property(MaxTest = 100)]
    public void Thresholds_are_the_ranks_of_a_sorted_list(int seed, byte part)
    {
        (double[] e, double[] p, double[] i, _) = Drawn(seed);
        double percentile = (1 + (part % 99)) / 100.0;
        ThreeValueThresholds thresholds = ThreeValueToy.Fit(ThreeValueToy.Of(e, p, i), new ThreeValueOptions { Established = ThreeValueCut.AtPercentile(percentile), Middle = ThreeValueCut.AtPercentile(percentile), Influence = ThreeValueCut.AtPercentile(percentile) }).Thresholds;
        int[] complete = [.. Enumerable.Range(0, e.Length).Where(row => !double.IsNaN(e[row] + p[row]))];
        Assert.Equal(Expected([.. complete.Select(row => e[row])]), thresholds.Established.Money);
        Assert.Equal(Expected([.. complete.Select(row => i[row]).Where(value => !double.IsNaN(value))]), thresholds.Influence.Money);
        Assert.Equal(thresholds.Established.Money, thresholds.Middle.Money);

        double? Expected(double[] values)
        {
            Array.Sort(values);
            int rank = (1 + (part % 99)) * values.Length / 100;
            return values.Length == 0 ? null : values[rank] > 0 ? values[rank] : values.Where(value => value > 0).Select(value => (double?)value).FirstOrDefault();
        }
    }

    [Property(MaxTest = 50)]
    public void Other_names_and_the_scale_of_money_change_nothing(int seed)
    {
        (double[] e, double[] p, double[] i, ThreeValueSegmentation segmentation) = Drawn(seed);
        string[] keys = ThreeValueToy.Keys(segmentation, ThreeValueToy.Of(e, p, i));
        double[][] turned = [[.. e.Reverse().Select(value => 4 * value)], [.. p.Reverse().Select(value => 4 * value)], [.. i.Reverse().Select(value => 4 * value)]];
        CustomerBase other = ThreeValueToy.Of(turned[0], turned[1], turned[2]);
        ThreeValueSegmentation again = ThreeValueToy.Fit(other);
        Assert.Equal(keys.Reverse(), ThreeValueToy.Keys(again, other));
        Assert.Equal(segmentation.Thresholds.Potential.Money * 4, again.Thresholds.Potential.Money);
    }

    /// <summary>Some customers whose values often tie and are sometimes missing, with the usual fit.</summary>
    private static (double[] E, double[] P, double[] I, ThreeValueSegmentation Fit) Drawn(int seed)
    {
        Random random = new(seed);
        int count = 1 + random.Next(60), most = 2 + random.Next(40);
        double[] Column(double missing) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < missing ? double.NaN : random.Next(-5, most))];
        double[] e = Column(0.1), p = Column(0.2), i = Column(0.5);
        return (e, p, i, ThreeValueToy.Fit(ThreeValueToy.Of(e, p, i)));
    }
}
