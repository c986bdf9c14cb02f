using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>A column of numbers or of categories that clusters are made by.</summary>
public sealed record MixedField
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>What its values are. Default: numbers where all are, else categories; say <see cref="MixedFieldKind.Category"/> where numbers are codes.</summary>
    public MixedFieldKind Kind { get; init; } = MixedFieldKind.Automatic;

    /// <summary>How numbers are scaled. Default: as they are.</summary>
    public FieldScaling Scaling { get; init; } = FieldScaling.None;

    /// <summary>
    /// For <see cref="MixedFieldKind.Ordered"/> the levels in their order; for <see cref="MixedFieldKind.Asymmetric"/> what is absent, then what is present.
    /// Null takes the column's values in ascending order: levels must then be numbers.
    /// </summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>What is wrong with a list of fields; empty where nothing is.</summary>
    internal static IEnumerable<DataProblem> Problems(IReadOnlyList<MixedField>? fields)
    {
        if (fields is null)
            yield break;
        if (fields.Count == 0 || fields.Any(field => string.IsNullOrWhiteSpace(field?.Column)))
        {
            yield return new DataProblem { Field = "Fields", Message = "are missing, or one has no column; give at least one column, or none at all for the usual ones." };
            yield break;
        }

        foreach (IGrouping<string, MixedField> same in fields.GroupBy(field => field.Column, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return new DataProblem { Field = "Fields", Value = same.Key, Message = "is given twice; keep one." };
        foreach (MixedField field in fields.Where(field => field.Levels is { } levels && (levels.Count < 2 || levels.Any(string.IsNullOrWhiteSpace) || levels.Distinct(StringComparer.Ordinal).Count() < levels.Count)))
            yield return new DataProblem { Field = "Fields", Value = field.Column, Message = "has levels that are blank, repeated or fewer than two; give each once." };
        foreach (MixedField field in fields.Where(field => field.Kind == MixedFieldKind.Asymmetric && field.Levels is { Count: > 2 }))
            yield return new DataProblem { Field = "Fields", Value = field.Column, Message = "is present or absent, but has more than two levels." };
    }
}
