using CustomerValue.Customers;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>A message as a reader gets it.</summary>
/// <param name="Place">Its place among all messages, which rises; what <see cref="LoyaltyOutbox.Acknowledge"/> takes.</param>
/// <param name="Member">The member; the default value where he was erased.</param>
/// <param name="Message">What it tells.</param>
public sealed record DeliveredMessage(long Place, CustomerId Member, LoyaltyMessage Message);
