namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>An event that happened.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Source">What it is about, or null.</param>
public sealed record EventDetail(string Type, string? Source) : EntryDetail;
