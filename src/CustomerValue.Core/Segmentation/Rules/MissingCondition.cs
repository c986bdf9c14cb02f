using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Nothing known in a column.</summary>
internal sealed class MissingCondition(string column) : Condition
{
    public string Column { get; } = column ?? throw new ArgumentNullException(nameof(column));

    public override bool Holds(CustomerBase customers, int row) => customers.Column(Column)?.IsMissing(row) ?? true;
}
