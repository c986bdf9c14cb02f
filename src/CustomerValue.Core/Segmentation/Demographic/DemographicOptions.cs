using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Which fields are read, and which of them make the segments.</summary>
public sealed record DemographicOptions
{
    /// <summary>The fields. Default, null: every usual one (<see cref="DemographicFields"/>) that the population has a column of.</summary>
    public IReadOnlyList<DemographicField>? Fields { get; init; }

    /// <summary>The keys of the one or two fields whose bands make the segments. Default, null: age and income; where one is not there, the first two fields that are.</summary>
    public IReadOnlyList<string>? Combine { get; init; }

    /// <summary>A band of the first field is parted by the second only where every part has at least so many customers of the population; else it stays whole. Range: ≥ 0. Default: 0, which parts all.</summary>
    public int SmallestSegment { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Fields is { Count: 0 })
            problems.Add(new DataProblem { Field = "fields", Message = "are none; name at least one, or leave them out for the usual ones." });
        if (Fields is not null)
            problems.AddRange(DemographicFieldCheck.Problems(Fields, "fields"));
        for (int i = 0; i < (Fields?.Count ?? 0); i++)
        {
            if (Fields![i] is { Columns.Count: 0 } field && !UsualColumns.Know(field))
                problems.Add(new DataProblem { Field = $"fields[{i}].columns", Message = "are none, and the key is not one of the usual; name the column." });
        }

        if (Combine is not null && (Combine.Count is < 1 or > 2 || Combine.Distinct().Count() < Combine.Count))
            problems.Add(new DataProblem { Field = "combine", Value = string.Join(", ", Combine), Message = "is not one field or two different ones; leave it out for age and income." });
        else if (Combine is not null && Fields is not null)
            problems.AddRange(Combine.Where(key => Fields.All(field => field?.Key != key)).Select(key => new DataProblem { Field = "combine", Value = key, Message = $"is none of the fields; there are: {string.Join(", ", Fields.Select(field => field?.Key))}." }));
        if (SmallestSegment < 0)
            problems.Add(new DataProblem { Field = "smallestSegment", Value = SmallestSegment.ToString(CultureInfo.InvariantCulture), Message = "is below 0; give how many customers a segment has at least." });
        return problems;
    }
}
