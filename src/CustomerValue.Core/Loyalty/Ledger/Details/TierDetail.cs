using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>A tier that was given.</summary>
/// <param name="Assignment">Which, how and until when.</param>
public sealed record TierDetail(TierAssignment Assignment) : EntryDetail
{
    internal override void WriteTo(ByteWriter bytes) => bytes.Text(Assignment.Level).Number((int)Assignment.Kind).Time(Assignment.From).Time(Assignment.Until);
}
