namespace CustomerValue.Validation;

/// <summary>Collects problems while data are checked: the first ones in full, the rest counted.</summary>
internal sealed class ProblemList
{
    private readonly List<DataProblem> first = [];
    private long count;

    public bool Any => count > 0;

    public void Add(long? row, string field, string? value, string message)
    {
        if (count++ < DataRejectedException.ProblemsInFull)
            first.Add(new DataProblem { Row = row, Field = field, Value = value, Message = message });
    }

    /// <summary>Refuses the data if there was any problem.</summary>
    public void ThrowIfAny()
    {
        if (Any)
            throw new DataRejectedException(first, count);
    }
}
