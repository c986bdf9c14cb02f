using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// How one column becomes numbers: as it is, or for a category a column <c>name=level</c> of 0 and 1 for every level but the base level.
/// Immutable.
/// </summary>
public sealed class CovariateCode
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private CovariateCode(string name, string? baseLevel, IReadOnlyList<string> levels)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        BaseLevel = baseLevel;
        Levels = levels;
        Names = baseLevel is null ? [name] : levels.Select(level => $"{name}={level}").ToArray();
        for (int i = 0; i < levels.Count; i++)
            places[levels[i]] = i;
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>The level that all other levels are compared with; null for a column of numbers.</summary>
    public string? BaseLevel { get; }

    /// <summary>Whether the column is a category.</summary>
    public bool IsCategory => BaseLevel is not null;

    /// <summary>The other levels, each a column of 0 and 1; empty for a column of numbers.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The names of the numeric columns that it becomes: its own, or <c>name=level</c> for every level but the base level.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A column of numbers.</summary>
    public static CovariateCode OfNumbers(string name) => new(name, null, []);

    /// <summary>A column of categories.</summary>
    /// <param name="name">The name.</param>
    /// <param name="baseLevel">The level that the others are compared with.</param>
    /// <param name="levels">The other levels, each once.</param>
    /// <exception cref="DataRejectedException">A level stands there twice.</exception>
    public static CovariateCode OfLevels(string name, string baseLevel, IReadOnlyList<string> levels)
    {
        string[] all = [baseLevel ?? throw new ArgumentNullException(nameof(baseLevel)), .. levels ?? throw new ArgumentNullException(nameof(levels))];
        return all.GroupBy(level => level, StringComparer.Ordinal).FirstOrDefault(level => level.Count() > 1) is { } twice
            ? throw new DataRejectedException(new DataProblem { Field = name, Value = twice.Key, Message = "is a level twice; name every level once, the base level apart." })
            : new CovariateCode(name, baseLevel, levels.ToArray());
    }

    /// <summary>What a column teaches: whether it holds numbers, or which levels it has, most frequent first for the base.</summary>
    internal static CovariateCode Of(CovariateColumn column, ProblemList problems)
    {
        if (!column.IsCategory)
            return OfNumbers(column.Name);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count; row++)
        {
            if (column.Level(row) is { } level && !string.IsNullOrWhiteSpace(level))
                counts[level] = counts.TryGetValue(level, out int count) ? count + 1 : 1;
        }

        string[] ordered = counts.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).Select(level => level.Key).ToArray();
        string baseLevel = column.BaseLevel ?? ordered.FirstOrDefault() ?? "";
        if (column.BaseLevel is not null && !counts.ContainsKey(baseLevel))
            problems.Add(null, column.Name, baseLevel, $"is no level of it, so nothing can be compared with it; levels: {List(ordered)}.");
        return new CovariateCode(column.Name, baseLevel, ordered.Where(level => level != baseLevel).OrderBy(level => level, StringComparer.Ordinal).ToArray());
    }

    /// <summary>Writes the numbers of one customer; what is missing or unknown goes to <paramref name="problems"/>.</summary>
    internal void Encode(CovariateColumn column, int row, Span<double> numbers, ProblemList problems)
    {
        if (!IsCategory)
        {
            double number = column.Number(row);
            if (double.IsNaN(number) || double.IsInfinity(number))
                problems.Add(row, Name, number.ToString(CultureInfo.InvariantCulture), "is no finite number; every customer needs a value. Fill it in, make it a category with a level for the unknown, or leave the customer out.");
            // So that −0 and 0 are one.
            numbers[0] = number + 0.0;
            return;
        }

        numbers.Clear();
        string? level = column.Level(row);
        if (level is null || string.IsNullOrWhiteSpace(level))
            problems.Add(row, Name, null, "is missing; every customer needs a level. Fill it in, or give the unknown a level of its own.");
        else if (places.TryGetValue(level, out int place))
            numbers[place] = 1;
        else if (level != BaseLevel)
            problems.Add(row, Name, level, $"is a level that the model has not seen; it knows {List([BaseLevel!, .. Levels])}. Fit again with such customers, or give them a known level.");
    }

    private static string List(string[] levels) => string.Join(", ", levels.Take(20)) + (levels.Length > 20 ? $" and {levels.Length - 20} more" : "");
}
