using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Every one of some conditions.</summary>
public sealed class AllCondition : CompoundCondition
{
    internal AllCondition(IReadOnlyList<Condition> conditions)
        : base(conditions)
    {
    }

    /// <inheritdoc/>
    public override bool IsAll => true;

    /// <inheritdoc/>
    public override bool Holds(CustomerBase customers, int row) => Conditions.All(condition => condition.Holds(customers, row));

    internal override BoundCondition Bind(CustomerBase customers) => new BoundAll([.. Conditions.Select(condition => condition.Bind(customers))]);
}
