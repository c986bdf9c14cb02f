using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>At least one of some conditions.</summary>
internal sealed class AnyCondition(IReadOnlyList<Condition> conditions) : CompoundCondition(conditions)
{
    public override bool IsAll => false;

    public override bool Holds(CustomerBase customers, int row) => Conditions.Any(condition => condition.Holds(customers, row));

    internal override BoundCondition Bind(CustomerBase customers) => new BoundAny([.. Conditions.Select(condition => condition.Bind(customers))]);
}
