namespace CustomerValue.Customers;

/// <content>Some of the customers.</content>
public sealed partial class CustomerBase
{
    private CustomerBase(CustomerBase all, int[] rows, int buyers)
    {
        Purchases = all.Purchases.Only(rows.AsSpan(0, buyers), new HashSet<CustomerId>(rows.Skip(buyers).Select(all.Customer)));
        prospects = [.. rows.Skip(buyers).Select(all.Customer)];
        (profiles, attributes) = (all.profiles, all.attributes);
        foreach (CustomerColumn column in all.added.Values)
            added.Add(column.Name, column.Subset(rows));
    }

    /// <summary>
    /// Some of the customers with all their columns; a column stays one also where nothing is known of any of them. What purchases say of all
    /// customers together stays as it was (<see cref="PurchaseSummaries.Report"/>), or is empty (<see cref="PurchaseSummaries.RepeatPurchasesByDay"/>).
    /// </summary>
    /// <param name="rows">Which rows, in ascending order, each once.</param>
    /// <exception cref="ArgumentException">Rows are out of order, repeated or out of range.</exception>
    public CustomerBase Only(IReadOnlyList<int> rows)
    {
        int[] some = [.. rows ?? throw new ArgumentNullException(nameof(rows))];
        for (int i = 0; i < some.Length; i++)
        {
            if (some[i] <= (i == 0 ? -1 : some[i - 1]) || some[i] >= Count)
                throw new ArgumentException($"Rows are in [0, {Count}), ascending, each once; found {some[i]} at place {i}.", nameof(rows));
        }

        return new CustomerBase(this, some, some.Count(row => row < Buyers));
    }
}
