namespace CustomerValue.Loyalty.Rebates;

/// <summary>A better rate for growth.</summary>
/// <param name="GrowthFrom">The growth against the last period from which it applies: 0.1 for 10 % more; not below −1.</param>
/// <param name="Rate">The part of the period's purchases that is given back, from 0 to 1.</param>
public sealed record RebateLevel(decimal GrowthFrom, decimal Rate);
