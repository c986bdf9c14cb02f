using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A column's text among some.</summary>
internal sealed class InCondition : Condition
{
    private readonly HashSet<string> values;

    public InCondition(string column, IReadOnlyCollection<string> values)
    {
        Column = column ?? throw new ArgumentNullException(nameof(column));
        this.values = new HashSet<string>(values ?? throw new ArgumentNullException(nameof(values)), StringComparer.Ordinal);
        if (this.values.Count == 0)
            throw new ArgumentException($"Nothing is in no values; name at least one for {column}.", nameof(values));
        Values = [.. this.values.OrderBy(value => value, StringComparer.Ordinal)];
    }

    public string Column { get; }

    public IReadOnlyList<string> Values { get; }

    public override bool Holds(CustomerBase customers, int row) => customers.Column(Column)?.Text(row) is { } text && values.Contains(text);
}
