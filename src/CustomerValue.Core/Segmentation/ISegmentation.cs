using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation;

/// <summary>A fitted segmentation: gives every customer one segment, and says why. Immutable and thread-safe.</summary>
public interface ISegmentation
{
    /// <summary>The strategy that made it, such as <c>rfm</c>.</summary>
    string Strategy { get; }

    /// <summary>The segments, in the order in which people list them; assignments are indexes into this list.</summary>
    IReadOnlyList<Segment> Segments { get; }

    /// <summary>Assigns every customer, prospects too.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="segments">One index a row, written.</param>
    void Assign(CustomerBase customers, Span<int> segments);

    /// <summary>Why the customer of this row is in its segment: the evidence, in one sentence.</summary>
    LocalizedText Explain(CustomerBase customers, int row);
}
