using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>Finds given starts among the customers who have all fields.</summary>
internal static class MixedStarts
{
    /// <summary>The places of the starts, null where none are given.</summary>
    /// <exception cref="DataRejectedException">A start is no customer or lacks a value; lists every one.</exception>
    public static int[]? Of(CustomerBase customers, MixedRows rows, IReadOnlyList<int>? initialRows, IReadOnlyList<CustomerId>? initialCustomers)
    {
        if (initialRows is null && initialCustomers is null)
            return null;
        ProblemList problems = new();
        List<int> starts = [];
        Dictionary<CustomerId, int> byId = initialCustomers is null ? [] : Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);
        foreach (CustomerId id in initialCustomers ?? [])
        {
            if (byId.TryGetValue(id, out int row))
                Add(row, "InitialCustomers", id.Value);
            else
                problems.Add(null, "InitialCustomers", id.Value, "is no customer of the base.");
        }

        foreach (int row in initialRows ?? [])
        {
            if (row < customers.Count)
                Add(row, "InitialRows", $"{row}");
            else
                problems.Add(null, "InitialRows", $"{row}", $"is no row; there are {customers.Count} customers, the first being 0.");
        }

        problems.ThrowIfAny();
        return [.. starts];

        void Add(int row, string field, string value)
        {
            if (rows.PlaceOf(row) is >= 0 and int place)
                starts.Add(place);
            else
                problems.Add(null, field, value, "lacks a value in one of the fields; start from customers who have all.");
        }
    }
}
