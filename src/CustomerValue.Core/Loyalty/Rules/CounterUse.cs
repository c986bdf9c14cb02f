namespace CustomerValue.Loyalty.Rules;

/// <summary>What an award uses of a counter.</summary>
/// <param name="Key">The counter.</param>
/// <param name="Amount">How much; negative where it is given back.</param>
/// <param name="Released">Whether it is given back when the award is reversed.</param>
public readonly record struct CounterUse(CounterKey Key, long Amount, bool Released);
