using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Finds answers and covariates among the columns of a base.</summary>
internal static class LatentClassColumns
{
    private const int FewestByDefault = 2;
    private const int MostByDefault = 12;

    /// <summary>A column as texts; numbers by how they read.</summary>
    public static TextColumn AsText(CustomerColumn column) => column as TextColumn ?? new TextColumn(column.Name, [.. Enumerable.Range(0, column.Count).Select(column.Text)]);

    /// <summary>The columns of the answers.</summary>
    /// <exception cref="DataRejectedException">A named column is not there, or no column looks like answers.</exception>
    public static IReadOnlyList<TextColumn> Items(CustomerBase customers, LatentClassOptions options)
    {
        if (options.Items is { } named)
            return [.. All(customers, named, "items").Select(AsText)];
        TextColumn[] found = [.. customers.Columns.Select(customers.Column).OfType<TextColumn>()
            .Where(column => column.Texts.Count is >= FewestByDefault and <= MostByDefault && !options.Covariates.Contains(column.Name, StringComparer.OrdinalIgnoreCase))];
        if (found.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "items", Message = $"are none: no column of texts has {FewestByDefault} to {MostByDefault} different ones. Name the columns of the answers in the options." });
        return found;
    }

    /// <summary>The columns of the covariates.</summary>
    public static IReadOnlyList<CustomerColumn> Covariates(CustomerBase customers, LatentClassOptions options) => All(customers, options.Covariates, "covariates");

    /// <summary>Whether every covariate is a number for the customer.</summary>
    public static bool HasAll(IReadOnlyList<CustomerColumn?> covariates, int row) => covariates.All(column => column is not null && !double.IsNaN(column.Number(row)));

    /// <summary>The table of the customers in <paramref name="rows"/>.</summary>
    public static CategoryTable Answers(IReadOnlyList<TextColumn> items, int[] rows) => new(
        [.. items.Select(column => new LatentClassItem(column.Name, column.Texts))],
        [.. items.Select(column => (ReadOnlyMemory<int>)Array.ConvertAll(rows, row => column.Codes[row]))]);

    /// <summary>The covariates of the customers in <paramref name="rows"/>; null where there are none.</summary>
    public static NumericTable? Numbers(IReadOnlyList<CustomerColumn> covariates, int[] rows) => covariates.Count == 0 ? null : new NumericTable(
        [.. covariates.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(rows, column.Number))], [.. covariates.Select(column => column.Name)]);

    private static CustomerColumn[] All(CustomerBase customers, IReadOnlyList<string> names, string field)
    {
        CustomerColumn?[] found = [.. names.Select(name => customers.ColumnLike(name))];
        DataProblem[] missing = [.. names.Where((_, i) => found[i] is null).Select(name => new DataProblem { Field = field, Value = name, Message = $"is no column; there are: {string.Join(", ", customers.Columns)}." })];
        if (missing.Length > 0)
            throw new DataRejectedException(missing);
        return found!;
    }
}
