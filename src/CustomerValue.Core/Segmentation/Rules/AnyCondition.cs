using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>At least one of some conditions.</summary>
internal sealed class AnyCondition(IReadOnlyList<Condition> conditions) : Condition
{
    public IReadOnlyList<Condition> Conditions { get; } = [.. conditions ?? throw new ArgumentNullException(nameof(conditions))];

    public override bool Holds(CustomerBase customers, int row) => Conditions.Any(condition => condition.Holds(customers, row));
}
