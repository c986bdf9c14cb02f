using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>Writes summaries as SUMMARY.csv: customer, frequency, recency, age, spend, the sums of logs log_gaps and log_spend where they are known, and with a holdout holdout_frequency, holdout_spend, holdout_length.</summary>
public static class SummaryWriter
{
    private static readonly string[] Names = ["customer", "frequency", "recency", "age", "spend", "log_gaps", "log_spend"];
    private static readonly string[] HoldoutNames = ["holdout_frequency", "holdout_spend", "holdout_length"];

    /// <summary>Writes the rows with their header. Columns that are not known (customers, spend, sums of logs) are left out; a sum of logs that is unknown for one customer is an empty field.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="columns">The summaries.</param>
    /// <param name="holdout">What the same customers did afterwards, or null.</param>
    public static void Write(CsvWriter writer, SummaryColumns columns, HoldoutColumns? holdout = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(columns);
        if (holdout is not null && holdout.Count != columns.Count)
            throw new ArgumentException($"The holdout has {holdout.Count} rows, the summaries {columns.Count}; both must be of the same customers.", nameof(holdout));
        bool hasCustomers = columns.Customers.Length > 0;
        bool IsKnown(string name) => name switch
        {
            "customer" => hasCustomers,
            "spend" => columns.HasSpend,
            "log_gaps" => columns.LogGaps.Length > 0,
            "log_spend" => columns.LogSpend.Length > 0,
            _ => true,
        };
        writer.Header([.. Names.Where(IsKnown), .. holdout is null ? [] : HoldoutNames]);
        for (int row = 0; row < columns.Count; row++)
        {
            if (hasCustomers)
                writer.Text(columns.Customers[row].Value);
            writer.Number(columns.Frequency[row]);
            writer.Number(columns.Recency[row]);
            writer.Number(columns.Age[row]);
            if (columns.HasSpend)
                writer.Number(columns.Spend[row]);
            if (columns.LogGaps.Length > 0)
                writer.Number(Known(columns.LogGaps[row]));
            if (columns.LogSpend.Length > 0)
                writer.Number(Known(columns.LogSpend[row]));
            if (holdout is not null)
            {
                writer.Number(holdout.Frequency[row]);
                writer.Number(holdout.Spend[row]);
                writer.Number(holdout.Length);
            }

            writer.EndRow();
        }
    }

    private static double? Known(double sum) => double.IsNaN(sum) ? null : sum;
}
