using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Loyalty.Stores;

/// <summary>What must not be rewarded twice, whatever key it comes with.</summary>
/// <param name="Type">The type of the event, such as <c>order.paid</c>.</param>
/// <param name="Source">The order, document or event.</param>
/// <param name="Rule">The rule that another system named, or null.</param>
public sealed record StoredSource(string Type, string Source, string? Rule)
{
    /// <summary>32 bytes that stand for it, however long its names are.</summary>
    public EntryHash Hash => EntryHash.Of(new ByteWriter().Text(Type).Text(Source).Text(Rule).Written);
}
