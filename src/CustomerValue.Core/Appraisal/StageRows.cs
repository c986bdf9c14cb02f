using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;

namespace CustomerValue.Appraisal;

/// <summary>Where the customers of a base are among those whose stages are known.</summary>
internal static class StageRows
{
    /// <summary>A row of the stages for each customer; −1 for who is not among them.</summary>
    public static int[] Of(CustomerBase customers, StageColumns stages)
    {
        ReadOnlySpan<CustomerId> known = stages.Purchases.Customers;
        int[] rows = new int[customers.Count];
        // Both are usually of the same purchases, and then in the same order: the next customer is the next row.
        for (int row = 0, next = 0; row < rows.Length; row++, next++)
        {
            CustomerId customer = customers.Customer(row);
            if (next < 0 || next >= known.Length || !known[next].Equals(customer))
                next = stages.Purchases.RowOf(customer);
            rows[row] = next;
        }

        return rows;
    }

    /// <summary>The key of each customer's stage; null for who is in none.</summary>
    public static string?[] Keys(CustomerBase customers, StageColumns stages) =>
        Array.ConvertAll(Of(customers, stages), at => at < 0 || stages.Stages[at] < 0 ? null : stages.Definition.Stages[stages.Stages[at]].Key);
}
