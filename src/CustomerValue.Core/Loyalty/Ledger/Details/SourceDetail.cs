namespace CustomerValue.Loyalty.Ledger.Details;

/// <summary>What a redemption paid, what a restoration restores, or what an event or a correction is about.</summary>
/// <param name="Source">Its name, or null for none.</param>
public sealed record SourceDetail(string? Source) : EntryDetail;
