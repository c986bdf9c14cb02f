using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Segmentation.Evaluation.Profiles;

namespace CustomerValue.Tool.Commands;

/// <summary>Customers with their segments, in the order of the input.</summary>
internal sealed class Segmented
{
    private readonly SegmentAssignment[] assignments;
    private readonly int[] rows;

    public Segmented(SegmentInput input, ISegmentation segmentation, CancellationToken cancellation)
    {
        (Input, Segmentation) = (input, segmentation);
        CustomerBase customers = input.Customers;
        assignments = new SegmentAssignment[customers.Count];
        for (int row = 0; row < assignments.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            assignments[row] = segmentation.Assign(customers, row);
        }

        Dictionary<CustomerId, int> rowOf = Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);
        rows = [.. input.Order.Select(id => rowOf[id])];
        Details = (segmentation as IDetailedSegmentation)?.Details(customers) ?? [];
        Profile = SegmentationProfile.Of(customers, segmentation.Segments, Array.ConvertAll(assignments, assigned => assigned.Segment), cancellationToken: cancellation);
        Quality = ScaleOf(segmentation) is { } scales ? QualityOf(customers, scales, cancellation) : null;
    }

    public SegmentInput Input { get; }

    public ISegmentation Segmentation { get; }

    /// <summary>What the strategy knows beside the segment.</summary>
    public IReadOnlyList<CustomerColumn> Details { get; }

    /// <summary>What each segment is like.</summary>
    public SegmentationProfile Profile { get; }

    /// <summary>How well clusters are parted, on their own scale; null where there are no clusters of numbers, or one alone.</summary>
    public ClusterQuality? Quality { get; }

    /// <summary>The customers' rows, in the order of the input.</summary>
    public IReadOnlyList<int> Rows => rows;

    public SegmentationFit? Fit => (Segmentation as IFittedSegmentation)?.Fit;

    public IReadOnlyList<LocalizedText> Warnings => Fit?.Warnings ?? [];

    public bool HasDistances => assignments.Any(assigned => assigned.Distance is not null);

    public bool HasProbabilities => assignments.Any(assigned => assigned.Probability is not null);

    public SegmentAssignment Of(int row) => assignments[row];

    private static IReadOnlyList<FieldScale>? ScaleOf(ISegmentation segmentation) => segmentation switch
    {
        KMeansSegmentation clusters => clusters.Scales,
        MixtureSegmentation mixture => mixture.Fields,
        _ => null,
    };

    private ClusterQuality? QualityOf(CustomerBase customers, IReadOnlyList<FieldScale> scales, CancellationToken cancellation)
    {
        int[] complete = [.. Enumerable.Range(0, customers.Count).Where(row => Segmentation.Segments[assignments[row].Segment] != CommonSegments.Incomplete)];
        int[] labels = Array.ConvertAll(complete, row => assignments[row].Segment);
        if (labels.Distinct().Count() < 2)
            return null;
        NumericTable table = new([.. scales.Select(scale => (ReadOnlyMemory<double>)Array.ConvertAll(complete, row => scale.Scale(customers.Column(scale.Column)!.Number(row))))]);
        return ClusterQuality.Of(table, labels, cancellationToken: cancellation);
    }
}
