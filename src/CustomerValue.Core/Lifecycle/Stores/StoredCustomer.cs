using CustomerValue.Customers;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>A customer in a store.</summary>
/// <param name="Number">His number, from 1: the pseudonym that stays.</param>
/// <param name="Id">His id; the default value where he was forgotten.</param>
public readonly record struct StoredCustomer(long Number, CustomerId Id);
