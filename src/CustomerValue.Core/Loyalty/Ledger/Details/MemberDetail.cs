namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>Another member whom an entry is about.</summary>
/// <param name="Member">His number.</param>
public sealed record MemberDetail(long Member) : EntryDetail
{
    internal override void WriteTo(ByteWriter bytes) => bytes.Number(Member);
}
