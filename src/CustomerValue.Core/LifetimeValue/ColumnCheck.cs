using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>What every columnar method demands of its arguments.</summary>
internal static class ColumnCheck
{
    public static void Length(SummaryColumns columns, int length)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (length != columns.Count)
            throw new ArgumentException($"The output has {length} places for {columns.Count} customers; it needs one a customer.");
    }
}
