using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Finds columns by names as they are usual, in any case.</summary>
internal static class ColumnSearch
{
    /// <summary>The column of exactly this name, else the ordinally first that differs by case only; null where there is none.</summary>
    public static CustomerColumn? Column(CustomerBase customers, string name) =>
        customers.Column(name) ?? (customers.Columns.Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other, StringComparer.Ordinal).FirstOrDefault() is { } other ? customers.Column(other) : null);

    /// <summary>The name of the column asked for, or of the first of the usual names; null where there is none of those.</summary>
    public static string? Usual(CustomerBase customers, IEnumerable<string> usual) =>
        usual.Select(name => Column(customers, name)?.Name).FirstOrDefault(name => name is not null);

    /// <summary>The same, a problem where there is none.</summary>
    public static string? Find(CustomerBase customers, string? asked, IReadOnlyList<string> usual, string field, List<DataProblem> problems)
    {
        string? found = Usual(customers, asked is null ? usual : [asked]);
        if (found is null && asked is null)
            problems.Add(new DataProblem { Field = field, Message = $"is in no column; there is none of {string.Join(", ", usual)}. Name the column that holds it." });
        else if (found is null)
            problems.Add(new DataProblem { Field = field, Value = asked, Message = "is no column of these customers; name one that there is." });
        return found;
    }
}
