namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// What is known of every customer under one name, as it came: numbers, or the levels of a category. One value a customer, in the
/// order of the summaries. Immutable.
/// </summary>
public sealed class CovariateColumn
{
    private readonly double[]? numbers;
    private readonly string?[]? levels;

    private CovariateColumn(string name, double[]? numbers, string?[]? levels, string? baseLevel)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        this.numbers = numbers;
        this.levels = levels;
        BaseLevel = baseLevel;
    }

    /// <summary>The name: 1 to 256 characters, not blank, no control characters.</summary>
    public string Name { get; }

    /// <summary>Whether the values are levels of a category; otherwise numbers.</summary>
    public bool IsCategory => levels is not null;

    /// <summary>The level of a category that the others are compared with; null for the most frequent one.</summary>
    public string? BaseLevel { get; }

    /// <summary>How many customers.</summary>
    public int Count => numbers?.Length ?? levels!.Length;

    /// <summary>A column of numbers, taken as they are.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">A finite number a customer; NaN stands for a missing one, which is refused when the column is used.</param>
    public static CovariateColumn OfNumbers(string name, IEnumerable<double> values) => new(name, (values ?? throw new ArgumentNullException(nameof(values))).ToArray(), null, null);

    /// <summary>A column of categories.</summary>
    /// <param name="name">The name.</param>
    /// <param name="levels">A level a customer; null or blank stands for a missing one, which is refused when the column is used.</param>
    /// <param name="baseLevel">The level that the others are compared with; null for the most frequent one, the first in ordinal order among equals.</param>
    public static CovariateColumn OfLevels(string name, IEnumerable<string?> levels, string? baseLevel = null) => new(name, null, (levels ?? throw new ArgumentNullException(nameof(levels))).ToArray(), baseLevel);

    internal double Number(int row) => numbers![row];

    internal string? Level(int row) => levels![row];
}
