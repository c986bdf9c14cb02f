using CustomerValue.Customers;

namespace CustomerValue.Segmentation;

/// <summary>
/// A fitted segmentation, or plain rules: gives every customer exactly one segment, and says why. Customers of whom it lacks what it needs
/// have a segment of their own. Immutable and thread-safe.
/// </summary>
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

    /// <summary>Assigns the customer of one row, the same as all at once would, with the reason.</summary>
    /// <param name="customers">The customers; a base of one for a newcomer.</param>
    /// <param name="row">Range: [0, <see cref="CustomerBase.Count"/>).</param>
    SegmentAssignment Assign(CustomerBase customers, int row);
}
