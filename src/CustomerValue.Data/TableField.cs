namespace CustomerValue.Data;

/// <summary>A field that a reader looks for among the columns of a table.</summary>
/// <param name="Name">Its name, which is also the first column name recognised.</param>
/// <param name="IsRequired">Whether a table without it is refused.</param>
/// <param name="Synonyms">Other column names recognised, in small letters and without spaces, underscores and hyphens.</param>
internal sealed record TableField(string Name, bool IsRequired, params string[] Synonyms);
