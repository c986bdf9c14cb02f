using CustomerValue.Customers;

namespace CustomerValue.Json.Reading;

/// <summary>Rows to start from that are numbered in the order of a file.</summary>
internal static class InitialRows
{
    /// <summary>Says which rows the file does not have.</summary>
    public static void Check(StrictObject fields, IReadOnlyList<int>? rows)
    {
        foreach (int row in (rows ?? []).Where(row => fields.Rows is { } known && row >= known.Count))
            fields.Problems.Add($"{fields.Path}.initialRows", $"{row}", $"is no row; there are {fields.Rows!.Count} customers, the first being 0.");
    }

    /// <summary>The customers of the rows; null where rows are not numbered by a file, or none are given.</summary>
    public static IReadOnlyList<CustomerId>? Customers(StrictObject fields, IReadOnlyList<int>? rows) =>
        rows is null || fields.Rows is not { } order ? null : [.. rows.Select(row => order[row])];
}
