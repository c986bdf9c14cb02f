namespace CustomerValue.Customers;

/// <content>Some of the customers as a base of their own.</content>
public sealed partial class CustomerBase
{
    private CustomerBase(CustomerBase other, int[] rows)
    {
        int[] buyers = [.. rows.Where(row => row < other.Buyers)];
        Purchases = other.Purchases.Subset(buyers);
        prospects = [.. rows.Skip(buyers.Length).Select(row => other.prospects[row - other.Buyers])];
        (profiles, attributes) = (other.profiles, other.attributes);
        foreach (CustomerColumn column in other.added.Values)
            added.Add(column.Name, column.Subset(rows));
    }

    /// <summary>The customers of some rows, each once: for fitting on a sample. What is summed over all customers by day is left out.</summary>
    /// <param name="rows">Ascending rows.</param>
    internal CustomerBase Subset(int[] rows) => new(this, rows);
}
