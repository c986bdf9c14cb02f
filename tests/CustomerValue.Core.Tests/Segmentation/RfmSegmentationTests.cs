using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation;

public class RfmSegmentationTests
{
    private static readonly RfmOptions Unequal = new()
    {
        Recency = RfmBins.Quantiles(3),
        Frequency = RfmBins.Quantiles(9),
        Monetary = RfmBins.Quantiles(2, step: 0),
        Map = RfmSegmentMaps.Eight,
    };

    [Property(MaxTest = 100)]
    public void Better_values_never_score_lower_and_equal_values_score_equally(int seed, bool unequal)
    {
        Columns columns = new(seed);
        RfmScores[] scores = columns.Scores(columns.Fit(unequal ? Unequal : null));
        for (int row = 1; row < columns.Count; row++)
        {
            int other = row - 1;
            Assert.True(Math.Sign(columns.Recency[other].CompareTo(columns.Recency[row])) * Math.Sign(scores[row].Recency - scores[other].Recency) >= 0);
            Assert.True(Math.Sign(columns.Frequency[row].CompareTo(columns.Frequency[other])) * Math.Sign(scores[row].Frequency - scores[other].Frequency) >= 0);
            Assert.True(Math.Sign(columns.Monetary[row].CompareTo(columns.Monetary[other])) * Math.Sign(scores[row].Monetary - scores[other].Monetary) >= 0);
        }

        Assert.All(columns.Recency.Zip(scores).GroupBy(pair => pair.First).Select(group => group.Select(pair => pair.Second.Recency).Distinct().Count()), different => Assert.Equal(1, different));
        Assert.All(columns.Frequency.Zip(scores).GroupBy(pair => pair.First).Select(group => group.Select(pair => pair.Second.Frequency).Distinct().Count()), different => Assert.Equal(1, different));
    }

    [Property(MaxTest = 100)]
    public void The_order_of_rows_changes_nothing(int seed)
    {
        Columns columns = new(seed), reversed = columns.Reversed();
        RfmSegmentation one = columns.Fit(Unequal), other = reversed.Fit(Unequal);
        Assert.Equal(one.RecencyThresholds, other.RecencyThresholds);
        Assert.Equal(one.FrequencyThresholds, other.FrequencyThresholds);
        Assert.Equal(one.MonetaryThresholds, other.MonetaryThresholds);
        Assert.Equal(columns.Scores(one), reversed.Scores(other).Reverse());
    }

    [Property(MaxTest = 100)]
    public void A_new_customer_scores_as_in_the_population(int seed, bool unequal)
    {
        Columns columns = new(seed);
        RfmSegmentation fitted = columns.Fit(unequal ? Unequal : null);
        RfmSegmentation stored = new(fitted.RecencyThresholds, fitted.FrequencyThresholds, fitted.MonetaryThresholds, fitted.Map);
        RfmScores[] scores = columns.Scores(fitted);
        int[] segments = columns.Segments(fitted);
        for (int row = 0; row < columns.Count; row++)
        {
            RfmScores single = stored.Score(columns.Recency[row], columns.Frequency[row], columns.Monetary[row]);
            Assert.Equal(scores[row], single);
            Assert.Equal(segments[row], stored.Map.SegmentOf(single, stored.Highest));
        }
    }

    [Fact]
    public void Where_most_bought_once_one_purchase_scores_1_and_some_scores_stay_empty()
    {
        double[] frequency = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 9];
        double[] any = [.. Enumerable.Range(0, frequency.Length).Select(row => (double)row)];
        RfmSegmentation segmentation = RfmSegmentation.Fit(any, frequency, any);
        Assert.Equal([2, 2, 2, 3], segmentation.FrequencyThresholds);
        Assert.Equal([1, 4, 5], new[] { 1.0, 2, 3 }.Select(purchases => segmentation.Score(0, purchases, 0).Frequency));
    }

    [Fact]
    public void Equal_customers_and_a_single_customer_work()
    {
        RfmScores[] scores = new RfmScores[3];
        RfmSegmentation.Fit([5, 5, 5], [1, 1, 1], [9, 9, 9]).Score([5, 5, 5], [1, 1, 1], [9, 9, 9], scores);
        Assert.Single(scores.Distinct());
        Assert.Equal(new RfmScores(5, 1, 1), RfmSegmentation.Fit([5], [1], [9]).Score(5, 1, 9));
    }

    [Fact]
    public void Values_out_of_range_are_refused_by_row_and_nothing_is_written()
    {
        RfmSegmentation segmentation = RfmSegmentation.Fit([1, 2], [1, 2], [1, 2]);
        int[] segments = [-1, -1, -1];
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => segmentation.Assign([0, -1, double.NaN], [1, 0, double.PositiveInfinity], [1, double.NaN, double.NegativeInfinity], segments));
        Assert.Equal([-1, -1, -1], segments);
        Assert.Equal(
            ["row 1, recency: '-1' is not a finite number ≥ 0; it counts the days since the last purchase.",
             "row 2, recency: 'NaN' is not a finite number ≥ 0; it counts the days since the last purchase.",
             "row 1, frequency: '0' is not a finite number ≥ 1; customers without a purchase are prospects and are not scored.",
             "row 2, frequency: 'Infinity' is not a finite number ≥ 1; customers without a purchase are prospects and are not scored.",
             "row 1, monetary: 'NaN' is not a finite number of money.",
             "row 2, monetary: '-Infinity' is not a finite number of money."],
            refusal.Problems.Select(problem => problem.ToString()));
        Assert.Throws<DataRejectedException>(() => RfmSegmentation.Fit([1, double.NaN], [1, 2], [1, 2]));
        Assert.Throws<DataRejectedException>(() => segmentation.Score(1, 1, double.NaN));
        Assert.Throws<ArgumentException>(() => segmentation.Assign([1], [1, 2], [1], new int[1]));
    }

    [Fact]
    public void Every_mistake_of_the_options_is_named_at_once()
    {
        RfmOptions options = new() { Recency = RfmBins.Quantiles(10), Frequency = RfmBins.At(2, 2, double.NaN), Monetary = RfmBins.Quantiles(5, -1) };
        Assert.Equal(
            ["Recency: '10' scores; a dimension has 2 to 9 scores, that is 1 to 8 thresholds.",
             "Frequency: '2' is not above the threshold before it, 2; give thresholds in ascending order.",
             "Frequency: 'NaN' is not a finite number; threshold 3 must be one.",
             "Monetary: '-1' is not a finite step ≥ 0; 1 is usual, 0 puts the thresholds on the quantiles."],
            options.Validate().Select(problem => problem.ToString()));
        Assert.Throws<DataRejectedException>(() => new RfmStrategy(options));
        Assert.Equal(3, Assert.Throws<DataRejectedException>(() => new RfmSegmentation([], [2, 1], [double.NaN], RfmSegmentMaps.Eight)).Count);
    }

    [Fact]
    public void A_base_is_scored_by_days_since_purchase_days_and_revenue_and_prospects_are_a_segment_of_their_own()
    {
        CustomerBase customers = SmallBase.Of([(12, 7, 310.5m), (400, 1, 20m), (0, 2, 1234.56m)], prospects: 2, currency: new Currency("CNY"));
        RfmOptions options = new() { Recency = RfmBins.At(10, 30, 90, 180), Frequency = RfmBins.At(2, 4, 6, 8), Monetary = RfmBins.At(50, 100, 300, 1000) };
        IScoredSegmentation segmentation = Assert.IsAssignableFrom<IScoredSegmentation>(new RfmStrategy(options).Fit(customers));
        Assert.Equal("rfm", segmentation.Strategy);
        Assert.Equal(["444", "111", "525", null, null], Enumerable.Range(0, 5).Select(row => segmentation.Score(customers, row)?.ToString()));

        int[] segments = new int[5];
        segmentation.Assign(customers, segments);
        Assert.Equal(["loyal", "lost", "promising", "prospects", "prospects"], segments.Select(segment => segmentation.Segments[segment].Key));

        Assert.Equal("Bought last 12 days ago (recency 4 of 5), 7 times (4 of 5), 310.50 CNY in all (4 of 5).", segmentation.Assign(customers, 0).Reason.English);
        Assert.Equal("最近一次购买在12天前（近度4/5），共购买7次（频度4/5），累计消费310.50 CNY（额度4/5）。", segmentation.Assign(customers, 0).Reason.Chinese);
        Assert.Equal("Bought last 400 days ago (recency 1 of 5), once (1 of 5), 20.00 CNY in all (1 of 5).", segmentation.Assign(customers, 1).Reason.English);
        Assert.Equal("Bought last on the day of counting (recency 5 of 5), 2 times (2 of 5), 1,234.56 CNY in all (5 of 5).", segmentation.Assign(customers, 2).Reason.English);
        Assert.Equal("No purchase up to 2006-12-31, or all were refunded.", segmentation.Assign(customers, 3).Reason.English);
        Assert.Equal("截至2006-12-31尚无购买，或购买均已退款。", segmentation.Assign(customers, 4).Reason.Chinese);
    }

    [Fact]
    public void Without_buyers_quantiles_are_refused_and_fixed_thresholds_work()
    {
        CustomerBase customers = SmallBase.Of([], prospects: 2);
        Assert.Throws<DataRejectedException>(() => new RfmStrategy().Fit(customers));
        RfmOptions fixedOptions = new() { Recency = RfmBins.At(30), Frequency = RfmBins.At(2), Monetary = RfmBins.At(100), Map = RfmSegmentMaps.Eight };
        int[] segments = new int[2];
        new RfmStrategy(fixedOptions).Fit(customers).Assign(customers, segments);
        Assert.Equal([8, 8], segments);
    }

    [Fact]
    public void Scoring_columns_allocates_nothing()
    {
        Columns columns = new(1);
        RfmSegmentation segmentation = columns.Fit(null);
        int[] segments = columns.Segments(segmentation);
        Assert.Equal(0, Allocation.Of(() => segmentation.Assign(columns.Recency, columns.Frequency, columns.Monetary, segments)));
    }

    /// <summary>Random buyers, sometimes heavily tied, up to 3,000 so that blocks and buckets are used.</summary>
    private sealed class Columns
    {
        private Columns(double[] recency, double[] frequency, double[] monetary) => (Recency, Frequency, Monetary) = (recency, frequency, monetary);

        public Columns(int seed)
        {
            Random random = new(seed);
            int count = random.Next(1, random.Next(2) == 0 ? 40 : 3000), spread = random.Next(1, 500);
            Recency = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(spread))];
            Frequency = [.. Enumerable.Range(0, count).Select(_ => 1.0 + (random.Next(3) == 0 ? random.Next(20) : 0))];
            Monetary = [.. Enumerable.Range(0, count).Select(_ => Math.Round((random.NextDouble() - 0.1) * spread, 2))];
        }

        public double[] Recency { get; }

        public double[] Frequency { get; }

        public double[] Monetary { get; }

        public int Count => Recency.Length;

        public Columns Reversed() => new([.. Recency.Reverse()], [.. Frequency.Reverse()], [.. Monetary.Reverse()]);

        public RfmSegmentation Fit(RfmOptions? options) => RfmSegmentation.Fit(Recency, Frequency, Monetary, options);

        public RfmScores[] Scores(RfmSegmentation segmentation)
        {
            RfmScores[] scores = new RfmScores[Count];
            segmentation.Score(Recency, Frequency, Monetary, scores);
            return scores;
        }

        public int[] Segments(RfmSegmentation segmentation)
        {
            int[] segments = new int[Count];
            segmentation.Assign(Recency, Frequency, Monetary, segments);
            return segments;
        }
    }
}
