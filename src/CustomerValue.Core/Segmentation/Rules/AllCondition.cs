using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Every one of some conditions.</summary>
internal sealed class AllCondition(IReadOnlyList<Condition> conditions) : CompoundCondition(conditions)
{
    public override bool IsAll => true;

    public override bool Holds(CustomerBase customers, int row) => Conditions.All(condition => condition.Holds(customers, row));

    internal override BoundCondition Bind(CustomerBase customers) => new BoundAll([.. Conditions.Select(condition => condition.Bind(customers))]);
}
