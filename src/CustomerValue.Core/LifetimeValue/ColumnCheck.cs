using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>What every columnar method demands of its arguments.</summary>
internal static class ColumnCheck
{
    private const int LargestFrequency = 10_000_000;

    public static void Length(SummaryColumns columns, int length)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (length != columns.Count)
            throw new ArgumentException($"The output has {length} places for {columns.Count} customers; it needs one a customer.");
    }

    /// <summary>Refuses frequencies for which running sums over 0…x would not fit into memory; nobody buys so often.</summary>
    public static void Frequencies(SummaryColumns columns, List<DataProblem> problems)
    {
        for (int row = 0; row < columns.Count && problems.Count < DataRejectedException.ProblemsInFull; row++)
        {
            if (columns.Frequency[row] > LargestFrequency)
                problems.Add(new DataProblem { Row = row, Field = "frequency", Value = columns.Frequency[row].ToString(CultureInfo.InvariantCulture), Message = "is above 10,000,000 repeat purchases, more than a model can be fitted on." });
        }
    }
}
