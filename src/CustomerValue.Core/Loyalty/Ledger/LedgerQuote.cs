using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What an event would do now.</summary>
public sealed class LedgerQuote
{
    internal LedgerQuote(LoyaltyEvent happened, LedgerAnswer answer, string state) => (Event, Answer, State) = (happened, answer, state);

    /// <summary>The event.</summary>
    public LoyaltyEvent Event { get; }

    /// <summary>What the answer would be. Its entries are not written.</summary>
    public LedgerAnswer Answer { get; }

    /// <summary>What the quote rests on: the hash of what it would write, which follows from the members' journals and the programme.</summary>
    public string State { get; }
}
