using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A condition that does not hold.</summary>
internal sealed class NotCondition(Condition condition) : Condition
{
    public Condition Condition { get; } = condition ?? throw new ArgumentNullException(nameof(condition));

    public override bool Holds(CustomerBase customers, int row) => !Condition.Holds(customers, row);
}
