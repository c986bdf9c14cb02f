using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>At least one of some conditions.</summary>
public sealed class AnyCondition : CompoundCondition
{
    internal AnyCondition(IReadOnlyList<Condition> conditions)
        : base(conditions)
    {
    }

    /// <inheritdoc/>
    public override bool IsAll => false;

    /// <inheritdoc/>
    public override bool Holds(CustomerBase customers, int row) => Conditions.Any(condition => condition.Holds(customers, row));

    internal override BoundCondition Bind(CustomerBase customers) => new BoundAny([.. Conditions.Select(condition => condition.Bind(customers))]);
}
