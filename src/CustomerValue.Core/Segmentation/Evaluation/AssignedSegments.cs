using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation;

/// <summary>Segments of a whole base, as indexes.</summary>
internal static class AssignedSegments
{
    public static int[] Of(ISegmentation segmentation, CustomerBase customers)
    {
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        return segments;
    }

    public static void Check(IReadOnlyList<Segment> segments, CustomerBase customers, ReadOnlySpan<int> assigned, string name)
    {
        ProblemList problems = new();
        if (assigned.Length != customers.Count)
            problems.Add(null, name, $"{assigned.Length}", $"segments for {customers.Count} customers; give one a customer.");
        for (int row = 0; row < assigned.Length; row++)
        {
            if (assigned[row] < 0 || assigned[row] >= segments.Count)
                problems.Add(row, name, $"{assigned[row]}", $"is no index of a segment; there are {segments.Count}.");
        }

        problems.ThrowIfAny();
    }
}
