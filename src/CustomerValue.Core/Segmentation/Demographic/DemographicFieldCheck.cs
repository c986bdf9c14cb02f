using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>What can be wrong with a field before any customer is seen.</summary>
internal static class DemographicFieldCheck
{
    /// <summary>The most levels that a field may list.</summary>
    public const int MostLevels = 200;

    public static IEnumerable<DataProblem> Problems(IReadOnlyList<DemographicField?>? fields, string name)
    {
        if (fields is null)
            yield return new DataProblem { Field = name, Message = "is missing; give fields." };
        for (int i = 0; i < (fields?.Count ?? 0); i++)
        {
            foreach (DataProblem problem in Of(fields![i], $"{name}[{i}]"))
                yield return problem;
            if (fields[i] is { } field && fields.Take(i).Any(other => other?.Key == field.Key))
                yield return new DataProblem { Field = $"{name}[{i}].key", Value = field.Key, Message = "is another field's key; give every field its own." };
        }
    }

    public static bool IsKey(string? key) => key is { Length: > 0 and <= 100 } && key[0] != '-' && key[key.Length - 1] != '-' && key.IndexOf("--", StringComparison.Ordinal) < 0 && key.All(c => c == '-' || (char.IsLetterOrDigit(c) && !char.IsUpper(c)));

    private static List<DataProblem> Of(DemographicField? field, string name)
    {
        if (field is null)
            return [new DataProblem { Field = name, Message = "is missing; give a field." }];
        List<DataProblem> problems = [];
        void Refuse(string part, string? value, string message) => problems.Add(new DataProblem { Field = $"{name}.{part}", Value = value, Message = message });
        if (!IsKey(field.Key))
            Refuse("key", field.Key, "is no key; give small letters and digits, with single hyphens between them, at most 100.");
        if (IsBlank(field.Label))
            Refuse("label", null, "is missing; give a text in both languages.");
        if (field.Columns is null || field.Columns.Any(string.IsNullOrWhiteSpace) || field.Columns.Count > (field.Kind == DemographicKind.Number ? 20 : 1))
            Refuse("columns", null, "are not the names of one column, or for a number of up to 20 that are added up.");
        if (field.Kind is < DemographicKind.Birth or > DemographicKind.Category)
            Refuse("kind", $"{field.Kind}", "is no kind of field.");
        else if (field.IsMeasured)
            Measured(field, name, problems);
        else
            Named(field, Refuse);
        return problems;
    }

    private static void Measured(DemographicField field, string name, List<DataProblem> problems)
    {
        void Refuse(string part, double? value, string message) => problems.Add(new DataProblem { Field = $"{name}.{part}", Value = value?.ToString(CultureInfo.InvariantCulture), Message = message });
        problems.AddRange(field.Bands?.Problems($"{name}.bands") ?? []);
        if (!IsFinite(field.Least))
            Refuse("least", field.Least, "is not finite; leave it out where there is no least.");
        if (!IsFinite(field.Most))
            Refuse("most", field.Most, "is not finite; leave it out where there is no most.");
        if (field.Least > field.Most)
            Refuse("most", field.Most, $"is below the least, {field.Least?.ToString(CultureInfo.InvariantCulture)}.");
        if (!IsFinite(field.Fence) || field.Fence <= 0)
            Refuse("fence", field.Fence, "is not a finite number > 0; 3 is usual.");
        if (field.Levels is not { Count: 0 })
            Refuse("levels", null, "belong to ordinals and categories; give bands.");
    }

    private static void Named(DemographicField field, Action<string, string?, string> refuse)
    {
        if (field.Bands is not null || field.Least is not null || field.Most is not null || field.Fence is not null)
            refuse("bands", null, "and plausible values belong to births and numbers; give levels.");
        if (field.Levels is null || field.Levels.Count > MostLevels || (field.Kind == DemographicKind.Ordinal && field.Levels.Count == 0))
        {
            refuse("levels", $"{field.Levels?.Count}", $"levels; give up to {MostLevels}, of an ordinal at least one, lowest first.");
            return;
        }

        Dictionary<string, string> meant = [];
        HashSet<string> keys = ["other", "missing"];
        foreach (DemographicLevel? level in field.Levels)
        {
            if (level is null || !IsKey(level.Key) || !keys.Add(level.Key))
                refuse("levels", level?.Key, "is no key of its own; give small letters and digits with single hyphens between them, not 'other' or 'missing'.");
            if (level is not null && IsBlank(level.Label))
                refuse("levels", level.Key, "has no label; give a text in both languages.");
            if (level?.Values is not { Count: > 0 } || level.Values.Any(string.IsNullOrWhiteSpace))
                refuse("levels", level?.Key, "has no texts; name the texts that stand for the level.");
            foreach (string value in level?.Values?.Where(value => value is not null) ?? [])
            {
                string plain = PlainText.Of(value);
                if (meant.TryGetValue(plain, out string? other) && other != level!.Key)
                    refuse("levels", value, $"stands for '{other}' and for '{level.Key}'; name it once.");
                meant[plain] = level!.Key;
            }
        }
    }

    private static bool IsBlank(LocalizedText label) => string.IsNullOrWhiteSpace(label.English) || string.IsNullOrWhiteSpace(label.Chinese);

    private static bool IsFinite(double? value) => value is not { } number || !(double.IsNaN(number) || double.IsInfinity(number));
}
