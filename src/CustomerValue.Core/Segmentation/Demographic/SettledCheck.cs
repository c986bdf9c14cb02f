using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>What can be wrong with fields that should need no population any more.</summary>
internal static class SettledCheck
{
    private const int MostSegments = 1000;

    public static IEnumerable<DataProblem> Problems(IReadOnlyList<DemographicField> fields, IReadOnlyList<string> combine)
    {
        DataProblem[] wrong = [.. DemographicFieldCheck.Problems(fields, "fields")];
        if (wrong.Length > 0)
            return wrong;
        List<DataProblem> problems = [];
        for (int i = 0; i < fields.Count; i++)
        {
            DemographicField field = fields[i];
            if (field.Columns.Count == 0)
                problems.Add(new DataProblem { Field = $"fields[{i}].columns", Message = "are none; name the column." });
            if (field.IsMeasured && (field.Bands?.Edges is null || field.Fence is not null))
                problems.Add(new DataProblem { Field = $"fields[{i}].bands", Message = "leave edges or the fence to a population; give edges, and the most that is plausible instead of a fence." });
            if (field.Kind == DemographicKind.Birth && (field.Least is null || field.Most is null))
                problems.Add(new DataProblem { Field = $"fields[{i}].least", Message = "and most are needed for births; 10 and 110 are usual." });
        }

        if (combine.Count is < 1 or > 2 || combine.Distinct().Count() < combine.Count || combine.Any(key => fields.All(field => field.Key != key)))
            problems.Add(new DataProblem { Field = "combine", Value = string.Join(", ", combine), Message = $"is not one or two different fields of: {string.Join(", ", fields.Select(field => field.Key))}." });
        return problems;
    }

    public static IEnumerable<DataProblem> CrossProblems(IReadOnlyList<string> wholeBands, IReadOnlyList<DemographicBand[]> bands)
    {
        foreach (string key in wholeBands.Where((key, i) => bands.Count < 2 || !bands[0].Any(band => band.Key == key && BandCross.IsKnown(band)) || wholeBands.Take(i).Contains(key)))
            yield return new DataProblem { Field = "wholeBands", Value = key, Message = "is no band of the first of two fields, or named twice; give keys of its bands of values." };
        int segments = bands.Aggregate(1, (product, some) => product * some.Count(BandCross.IsKnown));
        if (segments > MostSegments)
            yield return new DataProblem { Field = "combine", Value = segments.ToString(CultureInfo.InvariantCulture), Message = $"segments are too many; combine fields with fewer bands, {MostSegments} crossings at most." };
    }
}
