using System.Text;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>Problems in the order in which they were found: the first ones in full, the rest counted.</summary>
internal sealed class ProblemLog
{
    private readonly List<DataProblem> first = [];

    public long Count { get; private set; }

    /// <summary>The first problems, at most <see cref="DataRejectedException.ProblemsInFull"/>.</summary>
    public IReadOnlyList<DataProblem> First => first;

    public void Add(DataProblem problem)
    {
        Count++;
        if (first.Count < DataRejectedException.ProblemsInFull)
            first.Add(problem);
    }

    public void Add(DataRejectedException refusal)
    {
        foreach (DataProblem problem in refusal.Problems)
            Add(problem);
        Count += refusal.Count - refusal.Problems.Count;
    }

    /// <summary>Adds what is wrong with a field of the reader's current row, or with the whole row.</summary>
    public void Add(RowReader reader, string message, string? field = null, ReadOnlySpan<byte> value = default)
    {
        Count++;
        if (first.Count < DataRejectedException.ProblemsInFull)
            first.Add(new() { Source = reader.Source, Row = reader.Row, Field = field, Value = field is null ? null : Text(value), Message = message });
    }

    /// <summary>Refuses the data where there is a problem.</summary>
    public void ThrowIfAny()
    {
        if (Count > 0)
            throw new DataRejectedException(first, Count);
    }

    /// <summary>Enough of a value to be shown.</summary>
    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(value.Length, 400)]);
}
