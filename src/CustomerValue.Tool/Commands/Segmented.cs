using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;

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
    }

    public SegmentInput Input { get; }

    public ISegmentation Segmentation { get; }

    /// <summary>What the strategy knows beside the segment.</summary>
    public IReadOnlyList<CustomerColumn> Details { get; }

    /// <summary>The customers' rows, in the order of the input.</summary>
    public IReadOnlyList<int> Rows => rows;

    public SegmentationFit? Fit => (Segmentation as IFittedSegmentation)?.Fit;

    public IReadOnlyList<LocalizedText> Warnings => Fit?.Warnings ?? [];

    public bool HasDistances => assignments.Any(assigned => assigned.Distance is not null);

    public bool HasProbabilities => assignments.Any(assigned => assigned.Probability is not null);

    public SegmentAssignment Of(int row) => assignments[row];

    /// <summary>How many customers each segment has.</summary>
    public int[] Sizes()
    {
        int[] sizes = new int[Segmentation.Segments.Count];
        foreach (SegmentAssignment assigned in assignments)
            sizes[assigned.Segment]++;
        return sizes;
    }
}
