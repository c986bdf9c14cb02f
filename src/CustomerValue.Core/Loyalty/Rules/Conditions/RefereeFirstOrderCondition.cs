using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The first order of the one who was referred is at least so large.</summary>
public sealed record RefereeFirstOrderCondition : Condition
{
    /// <summary>The amount.</summary>
    public required Money AtLeast { get; init; }
}
