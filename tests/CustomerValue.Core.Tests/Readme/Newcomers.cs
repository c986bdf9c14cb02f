using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;

namespace CustomerValue.Tests.Readme;

// sample
internal sealed class Newcomers : ISegmentationStrategy, ISegmentation
{
    public string Name => "newcomers";

    public string Strategy => Name;

    public IReadOnlyList<Segment> Segments { get; } =
    [
        new() { Key = "new", Label = new LocalizedText("New", "新客户") },
        new() { Key = "known", Label = new LocalizedText("Known", "老客户") },
    ];

    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => this;

    public void Assign(CustomerBase customers, Span<int> segments)
    {
        for (int row = 0; row < customers.Count; row++)
            segments[row] = Assign(customers, row).Segment;
    }

    public SegmentAssignment Assign(CustomerBase customers, int row) => new()
    {
        Segment = Bought(customers, row) > 1 ? 1 : 0,
        Reason = new LocalizedText($"Bought on {Bought(customers, row)} days.", $"在 {Bought(customers, row)} 天有购买。"),
    };

    private static int Bought(CustomerBase customers, int row) =>
        row < customers.Buyers ? 1 + customers.Purchases.Columns.Frequency[row] : 0;
}

// end of sample
