namespace CustomerValue.Data;

/// <summary>A column of a table that is read as a covariate.</summary>
public sealed record CovariateField
{
    /// <summary>The column's name in the table.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the values are levels of a category, numbers if false. Null: as the first row has it, and the other rows must agree.</summary>
    public bool? IsCategory { get; init; }

    /// <summary>The level of a category that the others are compared with; makes the column a category. Null for the most frequent one.</summary>
    public string? BaseLevel { get; init; }

    /// <summary>The levels of a category that are allowed, as a fitted model knows them; makes the column a category. Null for all.</summary>
    public IReadOnlyList<string>? Levels { get; init; }
}
