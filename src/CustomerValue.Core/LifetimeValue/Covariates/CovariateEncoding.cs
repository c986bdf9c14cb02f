using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>How the columns known of customers become numbers. A fitted model keeps it, so that new customers are encoded as those that it was fitted on. Immutable.</summary>
public sealed class CovariateEncoding
{
    /// <summary>More than these no likelihood tells apart, and a fit would take for ever.</summary>
    private const int MostNames = 200;

    /// <summary>Makes an encoding from what is known of each column.</summary>
    /// <exception cref="DataRejectedException">No column, names that are blank or taken twice, or more than 200 numeric columns in all.</exception>
    public CovariateEncoding(IEnumerable<CovariateCode> columns)
    {
        Columns = (columns ?? throw new ArgumentNullException(nameof(columns))).ToArray();
        Names = Columns.SelectMany(column => column.Names).ToArray();
        ProblemList problems = new();
        if (Columns.Count == 0)
            problems.Add(null, "covariates", null, "are none; give at least one column, or fit the model without covariates.");
        foreach (CovariateCode column in Columns.Where(column => string.IsNullOrWhiteSpace(column.Name) || column.Name.Length > 256 || column.Name.Any(char.IsControl)))
            problems.Add(null, "covariates", column.Name, "is no name of a column; give 1 to 256 characters, not blank, no control characters.");
        foreach (IGrouping<string, string> name in Columns.Select(column => column.Name).Concat(Columns.Where(column => column.IsCategory).SelectMany(column => column.Names)).GroupBy(name => name, StringComparer.Ordinal).Where(name => name.Count() > 1))
            problems.Add(null, "covariates", name.Key, "is the name of two columns; every column needs a name of its own.");
        foreach (CovariateCode column in Columns.Where(_ => Names.Count > MostNames))
            problems.Add(null, column.Name, column.Names.Count.ToString(CultureInfo.InvariantCulture), $"numeric columns, {Names.Count} with all the others; more than {MostNames} can't be told apart. Join levels, or drop the column.");
        problems.ThrowIfAny();
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<CovariateCode> Columns { get; }

    /// <summary>The names of the numeric columns, in order: <c>age</c>, <c>gender=F</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Learns an encoding: numbers as they are, categories by their levels in ordinal order, the base level the one named or the most frequent.</summary>
    /// <exception cref="DataRejectedException">As for the constructor, or a base level that no customer has.</exception>
    public static CovariateEncoding Of(IEnumerable<CovariateColumn> columns)
    {
        ProblemList problems = new();
        CovariateCode[] codes = (columns ?? throw new ArgumentNullException(nameof(columns))).Select(column => CovariateCode.Of(column, problems)).ToArray();
        problems.ThrowIfAny();
        return new CovariateEncoding(codes);
    }

    /// <summary>Encodes customers.</summary>
    /// <param name="columns">The columns by name, in any order; others are passed over.</param>
    /// <exception cref="DataRejectedException">A column is missing or of the other kind, lengths differ, a value is missing, or a level is unknown; names rows and fields.</exception>
    public CovariateTable Encode(IEnumerable<CovariateColumn> columns)
    {
        CovariateColumn[] given = (columns ?? throw new ArgumentNullException(nameof(columns))).ToArray();
        ProblemList problems = new();
        CovariateColumn?[] found = Columns.Select(code => Find(code, given, problems)).ToArray();
        problems.ThrowIfAny();
        int rows = found[0]!.Count;
        foreach (CovariateColumn? other in found.Where(other => other!.Count != rows))
            problems.Add(null, other!.Name, other.Count.ToString(CultureInfo.InvariantCulture), $"values, but {found[0]!.Name} has {rows}; every column needs one value a customer.");
        problems.ThrowIfAny();

        double[] numbers = new double[rows * Names.Count];
        for (int row = 0, at = 0; row < rows; row++)
        {
            for (int column = 0; column < found.Length; column++)
            {
                int width = Columns[column].Names.Count;
                Columns[column].Encode(found[column]!, row, numbers.AsSpan(at, width), problems);
                at += width;
            }
        }

        problems.ThrowIfAny();
        return new CovariateTable(this, rows, numbers);
    }

    /// <summary>Whether another encoding turns customers into the same numbers.</summary>
    internal bool Equals(CovariateEncoding other) => ReferenceEquals(this, other) || (Columns.Count == other.Columns.Count
        && Columns.Zip(other.Columns, (mine, its) => mine.Name == its.Name && mine.BaseLevel == its.BaseLevel && mine.Levels.SequenceEqual(its.Levels)).All(same => same));

    private static CovariateColumn? Find(CovariateCode code, CovariateColumn[] given, ProblemList problems)
    {
        CovariateColumn[] named = given.Where(column => column.Name == code.Name).ToArray();
        if (named.Length == 1 && named[0].IsCategory == code.IsCategory)
            return named[0];
        if (named.Length == 1)
            problems.Add(null, code.Name, null, code.IsCategory ? "holds numbers, but the model takes it for a category; give levels." : "holds levels, but the model takes it for a number; give numbers.");
        else
            problems.Add(null, code.Name, null, named.Length == 0 ? $"is not among the columns {string.Join(", ", given.Select(column => column.Name))}; the model needs it." : "is the name of several columns; give one.");
        return null;
    }
}
