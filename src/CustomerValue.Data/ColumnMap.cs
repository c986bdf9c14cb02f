using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>Which column of a table holds which field: as the caller says, else the column with the field's name, else the one with a synonym.</summary>
internal static class ColumnMap
{
    private const int ColumnsListed = 40;
    private const int Ambiguous = -2;

    /// <summary>The column of every field, −1 where there is none. What is missing or ambiguous goes to <paramref name="log"/>.</summary>
    /// <param name="source">What the table is called in problems.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="fields">The fields wanted.</param>
    /// <param name="given">Columns by field, as the caller maps them; an empty column says that the table has none. Others are recognised.</param>
    /// <param name="log">Takes the problems.</param>
    public static int[] Find(string source, IReadOnlyList<string> columns, IReadOnlyList<TableField> fields, IReadOnlyDictionary<string, string> given, ProblemLog log)
    {
        foreach (IGrouping<string, string> twice in columns.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
            log.Add(new DataProblem { Source = source, Row = 1, Field = twice.Key, Message = $"is the name of {twice.Count()} columns; every column needs a name of its own." });
        foreach (string field in given.Keys.Where(key => fields.All(field => !Same(field.Name, key))))
            log.Add(new DataProblem { Source = source, Field = field, Message = $"is no field that can be mapped; there are: {string.Join(", ", fields.Select(known => known.Name))}." });

        int[] found = new int[fields.Count];
        Dictionary<int, string> taken = [];
        for (int field = 0; field < found.Length; field++)
        {
            found[field] = -1;
            if (Given(given, fields[field].Name) is not { Length: > 0 } column)
                continue;
            found[field] = Position(columns, column);
            if (found[field] < 0)
                log.Add(new DataProblem { Source = source, Field = fields[field].Name, Value = column, Message = $"is no column of it. {Columns(columns)} {HowTo(fields[field])}" });
            else
                taken.TryAdd(found[field], fields[field].Name);
        }

        for (int field = 0; field < found.Length; field++)
        {
            string? column = Given(given, fields[field].Name);
            if (column is null)
                found[field] = Recognise(source, columns, fields[field], taken, log);
            if (found[field] < 0 && fields[field].IsRequired && string.IsNullOrEmpty(column) && found[field] != Ambiguous)
                log.Add(new DataProblem { Source = source, Field = fields[field].Name, Message = $"is in no column that is recognised. {Columns(columns)} {HowTo(fields[field])}" });
        }

        return found;
    }

    private static int Recognise(string source, IReadOnlyList<string> columns, TableField field, Dictionary<int, string> taken, ProblemLog log)
    {
        int[] free = Enumerable.Range(0, columns.Count).Where(column => !taken.ContainsKey(column)).ToArray();
        int[] matches = free.Where(column => Plain(columns[column]) == Plain(field.Name)).ToArray();
        if (matches.Length == 0)
            matches = free.Where(column => field.Synonyms.Contains(Plain(columns[column]))).ToArray();
        if (matches.Length == 0)
            return -1;
        if (matches.Length == 1)
            return matches[0];
        log.Add(new DataProblem { Source = source, Field = field.Name, Message = $"may be any of the columns {List(matches.Select(column => columns[column]))}. {HowTo(field)}" });
        return Ambiguous;
    }

    /// <summary>The column of a name: exactly so written, else the only one that differs in case alone.</summary>
    public static int Position(IReadOnlyList<string> columns, string name)
    {
        int[] alike = Enumerable.Range(0, columns.Count).Where(column => Same(columns[column], name)).ToArray();
        int[] exact = alike.Where(column => columns[column] == name).ToArray();
        return exact.Length > 0 ? exact[0] : alike.Length == 1 ? alike[0] : -1;
    }

    /// <summary>The columns of a table in a sentence.</summary>
    public static string Columns(IReadOnlyList<string> columns) => $"Its columns are {List(columns)}.";

    private static string List(IEnumerable<string> names)
    {
        string[] all = names.Select(name => $"'{string.Concat(name.Take(60).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter))}'").ToArray();
        return string.Join(", ", all.Take(ColumnsListed)) + (all.Length > ColumnsListed ? $" and {all.Length - ColumnsListed} more" : "");
    }

    private static string HowTo(TableField field) => $"Map it by {field.Name}=COLUMN{(field.IsRequired ? "" : $", or say {field.Name}= where there is none")}.";

    private static string? Given(IReadOnlyDictionary<string, string> given, string field) => given.Where(pair => Same(pair.Key, field)).Select(pair => pair.Value).FirstOrDefault();

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Where(letter => letter is not (' ' or '_' or '-'))).ToLowerInvariant();
}
