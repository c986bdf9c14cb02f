using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>Where a customer stands on a day.</summary>
/// <param name="Customer">His id; the default value where he was forgotten.</param>
/// <param name="Number">His number in the store.</param>
/// <param name="Stage">The stage, by key.</param>
/// <param name="Since">The day on which it began.</param>
public readonly record struct CustomerStage(CustomerId Customer, long Number, string Stage, LocalDate Since);
