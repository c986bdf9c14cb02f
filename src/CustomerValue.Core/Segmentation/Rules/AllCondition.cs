using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Every one of some conditions.</summary>
internal sealed class AllCondition(IReadOnlyList<Condition> conditions) : Condition
{
    public IReadOnlyList<Condition> Conditions { get; } = [.. conditions ?? throw new ArgumentNullException(nameof(conditions))];

    public override bool Holds(CustomerBase customers, int row) => Conditions.All(condition => condition.Holds(customers, row));
}
