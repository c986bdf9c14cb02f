using CustomerValue.Loyalty.Rules;

namespace CustomerValue.Loyalty.Stores;

/// <summary>How far what all members together use of a cap or budget moves.</summary>
/// <param name="Counter">The counter.</param>
/// <param name="Before">What was used when it was decided; it must still be that. 0 where nobody had used it.</param>
/// <param name="After">What is used afterwards.</param>
public readonly record struct CounterStep(CounterKey Counter, long Before, long After);
