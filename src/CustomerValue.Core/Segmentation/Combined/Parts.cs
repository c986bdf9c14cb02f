using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Combined;

/// <summary>What combinations have in common.</summary>
internal static class Parts
{
    /// <summary>More segments than anybody reads, but few enough for a file.</summary>
    public const int MostSegments = 10_000;

    /// <summary>A copy of parts, none of them null.</summary>
    public static T[] Checked<T>(IReadOnlyList<T> parts, int least, string name)
        where T : class
    {
        T[] all = [.. parts ?? throw new ArgumentNullException(name)];
        if (all.Contains(null!))
            throw new ArgumentException("One of them is null.", name);
        return all.Length >= least ? all : throw new DataRejectedException(new DataProblem { Field = name, Value = $"{all.Length}", Message = $"to combine; give at least {least}." });
    }

    /// <summary>The segments, once their keys are known to differ.</summary>
    public static IReadOnlyList<Segment> Distinct(IEnumerable<Segment> segments)
    {
        Segment[] all = [.. segments];
        DataProblem[] problems = [.. all.GroupBy(segment => segment.Key, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new DataProblem { Field = "segments", Value = group.Key, Message = "is the key of two segments of the parts that are combined; give one of them another." })];
        return problems.Length == 0 ? Array.AsReadOnly(all) : throw new DataRejectedException(problems);
    }

    public static void CheckOutput(CustomerBase customers, ReadOnlySpan<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
    }

    /// <summary>One sentence after the other.</summary>
    public static LocalizedText Join(IReadOnlyList<SegmentAssignment> parts) =>
        new(string.Join(" ", parts.Select(part => part.Reason.English)), string.Concat(parts.Select(part => part.Reason.Chinese)));

    /// <summary>A segment within another.</summary>
    public static Segment Pair(Segment outer, Segment inner, string english, string chinese) => new()
    {
        Key = $"{outer.Key}.{inner.Key}",
        Label = new LocalizedText(outer.Label.English + english + inner.Label.English, outer.Label.Chinese + chinese + inner.Label.Chinese),
        Description = Both(outer.Description, inner.Description),
    };

    private static LocalizedText Both(LocalizedText first, LocalizedText second) => new($"{first.English} {second.English}".Trim(), first.Chinese + second.Chinese);
}
