using CustomerValue.Loyalty.Events;

namespace CustomerValue.Json;

/// <summary>An event with the line of the file that it stands on.</summary>
/// <param name="Line">The line, from 1; empty lines count.</param>
/// <param name="Event">The event.</param>
public readonly record struct LoyaltyEventLine(long Line, LoyaltyEvent Event);
