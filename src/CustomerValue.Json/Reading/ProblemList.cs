using CustomerValue.Validation;

namespace CustomerValue.Json.Reading;

/// <summary>Collects what is wrong with one document: the first problems in full, the rest as a number, however many there are.</summary>
internal sealed class ProblemList
{
    private readonly string? source;
    private readonly List<DataProblem> problems = [];

    public ProblemList(string? source) => this.source = source;

    public long Count { get; private set; }

    /// <summary>The line of which all problems are, where a document is one line of a file.</summary>
    public long? Row { get; set; }

    public void Add(string? field, string? value, string message, long? row = null)
    {
        if (Count++ < DataRejectedException.ProblemsInFull)
            problems.Add(new DataProblem { Source = source, Row = Row ?? row, Field = field, Value = value, Message = message });
    }

    public void ThrowIfAny()
    {
        if (Count > 0)
            throw new DataRejectedException(problems, Count);
    }
}
