using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Tests.Json;

namespace CustomerValue.Tests.Segmentation.Laws;

/// <summary>What holds for every segmentation. A strategy's tests derive from it with a strategy and a population of theirs.</summary>
public abstract class SegmentationLaws
{
    protected abstract ISegmentationStrategy Strategy { get; }

    /// <summary>A few dozen to a few hundred customers, some with everything missing, some equal to each other in all but their id.</summary>
    protected abstract Population Population { get; }

    [Fact]
    public void Everyone_has_one_segment_and_a_reason_in_both_languages()
    {
        CustomerBase customers = Population.Base();
        ISegmentation segmentation = Strategy.Fit(customers);
        int[] segments = Labels(segmentation, customers);
        Assert.All(segments, segment => Assert.InRange(segment, 0, segmentation.Segments.Count - 1));
        Assert.Equal(segmentation.Segments.Count, segmentation.Segments.Select(segment => segment.Key).Distinct().Count());
        Assert.All(segmentation.Segments, segment => Assert.All(new[] { segment.Key, segment.Label.English, segment.Label.Chinese }, text => Assert.False(string.IsNullOrWhiteSpace(text))));
        for (int row = 0; row < customers.Count; row++)
        {
            SegmentAssignment one = segmentation.Assign(customers, row);
            Assert.Equal(segments[row], one.Segment);
            Assert.False(string.IsNullOrWhiteSpace(one.Reason.English) || string.IsNullOrWhiteSpace(one.Reason.Chinese));
            Assert.True(one.Distance is null or >= 0 && one.Distance is null or < double.PositiveInfinity);
            Assert.True(one.Probability is null or (> 0 and <= 1));
        }
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        CustomerBase forward = Population.Base();
        Dictionary<CustomerId, CustomerId> names = Enumerable.Range(0, forward.Count).ToDictionary(forward.Customer, row => new CustomerId($"r{forward.Count - row:D9}"));
        CustomerBase backward = Population.Base(id => names[id]);
        Assert.Equal(KeyOf(forward), KeyOf(backward).ToDictionary(pair => names.First(name => name.Value == pair.Key).Key, pair => pair.Value));
    }

    [Fact]
    public void A_newcomer_alone_gets_the_segment_that_the_same_customer_has_among_all()
    {
        CustomerBase customers = Population.Base();
        ISegmentation segmentation = Strategy.Fit(customers);
        int[] segments = Labels(segmentation, customers);
        for (int row = 0; row < customers.Count; row += 1 + (customers.Count / 50))
            Assert.Equal(segments[row], segmentation.Assign(Population.Only(customers.Customer(row)), 0).Segment);
    }

    [Fact]
    public void A_column_that_nobody_asked_for_changes_nothing()
    {
        CustomerBase customers = Population.Base();
        CustomerBase more = customers.With(new NumberColumn("constant", Enumerable.Repeat(7.0, customers.Count).ToArray()));
        Assert.Equal(KeyOf(customers), KeyOf(more));
    }

    [Fact]
    public void Stored_and_read_again_it_gives_the_same_answers()
    {
        CustomerBase customers = Population.Base();
        ISegmentation fitted = Strategy.Fit(customers);
        string json = JsonText.Of(stream => SegmentationJson.Write(stream, fitted));
        ISegmentation stored = SegmentationJson.Read(JsonText.Stream(json));
        Assert.Equal(fitted.Segments, stored.Segments);
        Assert.Equal(Labels(fitted, customers), Labels(stored, customers));
        Assert.Equal(json, JsonText.Of(stream => SegmentationJson.Write(stream, stored)));
        for (int row = 0; row < customers.Count; row += 1 + (customers.Count / 50))
            Assert.Equal(fitted.Assign(customers, row), stored.Assign(customers, row));
    }

    protected static int[] Labels(ISegmentation segmentation, CustomerBase customers)
    {
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return segments;
    }

    private Dictionary<CustomerId, string> KeyOf(CustomerBase customers)
    {
        ISegmentation segmentation = Strategy.Fit(customers);
        int[] segments = Labels(segmentation, customers);
        return Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer, row => segmentation.Segments[segments[row]].Key);
    }
}
