namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>Another member whom an entry is about.</summary>
/// <param name="Member">His number.</param>
/// <param name="Sequence">Where two members become one or two again, his last entry when they became one; else 0.</param>
public sealed record MemberDetail(long Member, long Sequence = 0) : EntryDetail;
