using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Finds a column by its name, or by a name that differs in case only.</summary>
internal static class ColumnSearch
{
    public static CustomerColumn? Find(CustomerBase customers, string name) =>
        customers.Column(name) ?? (customers.Columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase)) is { } other ? customers.Column(other) : null);
}
