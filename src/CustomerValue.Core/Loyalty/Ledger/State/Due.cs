using NodaTime;

namespace CustomerValue.Loyalty.Ledger.State;

/// <summary>Something that time alone does to a wallet.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Postings">The movements.</param>
/// <param name="Hold">The hold that ends, or null.</param>
internal sealed record Due(EntryKind Kind, Instant At, Posting[] Postings, HoldState? Hold = null);
