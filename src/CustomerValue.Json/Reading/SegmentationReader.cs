using CustomerValue.Segmentation;
using CustomerValue.Validation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a segmentation of any kind.</summary>
internal static class SegmentationReader
{
    public static ISegmentation Read(StrictObject fields)
    {
        fields.Version();
        Func<StrictObject, ISegmentation?>? read = fields["strategy"].Choice(SegmentationForms.Readers);
        if (read is null)
            fields.Problems.ThrowIfAny();
        return read!(fields)!;
    }

    /// <summary>Makes a part that checks itself, and lists what it refuses with the rest of the document's problems.</summary>
    public static T? Make<T>(StrictObject fields, string? within, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DataRejectedException refused)
        {
            foreach (DataProblem problem in refused.Problems)
                fields.Problems.Add(string.Join(".", new[] { fields.Path, within, problem.Field }.Where(part => part is not null)), problem.Value, problem.Message);
            return null;
        }
    }
}
