using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Stores;

/// <summary>A member in a store.</summary>
/// <param name="Number">His number, from 1.</param>
/// <param name="Id">His id; the default value where he was erased.</param>
/// <param name="Sequence">The sequence of his last entry.</param>
public sealed record StoredMember(long Number, CustomerId Id, long Sequence);
