using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Finds columns by names as they are usual, in any case.</summary>
internal static class ColumnSearch
{
    /// <summary>The name of the column asked for, or of the first of the usual names; null where there is none of those.</summary>
    public static string? Usual(CustomerBase customers, IEnumerable<string> usual) =>
        usual.Select(name => customers.ColumnLike(name)?.Name).FirstOrDefault(name => name is not null);

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
