using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>What every columnar method and every fit demands of its arguments.</summary>
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

    /// <summary>What is wrong with the columns and options of a fit; a model adds what it alone demands.</summary>
    public static List<DataProblem> ForFit(SummaryColumns columns, FitOptions options)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        List<DataProblem> problems = [.. options.Validate(columns.Count)];
        // Running sums over 0…x must fit into memory; nobody buys so often.
        for (int row = 0; row < columns.Count && problems.Count < DataRejectedException.ProblemsInFull; row++)
        {
            if (columns.Frequency[row] > LargestFrequency)
                problems.Add(new DataProblem { Row = row, Field = "frequency", Value = columns.Frequency[row].ToString(CultureInfo.InvariantCulture), Message = "is above 10,000,000 repeat purchases, more than a model can be fitted on." });
        }

        return problems;
    }
}
