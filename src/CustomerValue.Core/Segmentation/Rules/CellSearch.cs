namespace CustomerValue.Segmentation.Rules;

/// <summary>Looks for a customer of whom a condition holds, over the cells that its bounds cut: exact, and given up after a bounded amount of work.</summary>
internal sealed class CellSearch(IReadOnlyDictionary<string, RuleField> fields, long mostWork)
{
    private long work;

    /// <summary>An example; an empty one where anybody is; null where there is none. <paramref name="decided"/> is false where the work ran out.</summary>
    /// <param name="condition">What is to hold.</param>
    /// <param name="onlyKnown">Whether customers of whom something is missing or unreadable don't count.</param>
    /// <param name="decided">Whether the answer is sure.</param>
    public Cell[]? Find(Condition condition, bool onlyKnown, out bool decided)
    {
        decided = false;
        if (work > mostWork)
            return null;
        CellChoice choice = new();
        Dictionary<string, Cell[]> cells = CellCutter.Cut(condition, fields);
        if (onlyKnown)
            cells = cells.ToDictionary(column => column.Key, column => column.Value.Where(cell => cell.IsKnown).ToArray(), StringComparer.Ordinal);
        work += cells.Values.Sum(column => (long)column.Length);
        bool? found = Find(condition, cells, choice);
        work += choice.Work;
        decided = found is not null;
        return found == true ? choice.Chosen : null;
    }

    private bool? Find(Condition condition, Dictionary<string, Cell[]> cells, CellChoice choice)
    {
        if (work + choice.Work > mostWork)
            return null;
        if (choice.Decide(condition) is { } truth)
            return truth;
        string column = choice.Wanted!;
        foreach (Cell cell in cells[column])
        {
            choice.Choose(cell);
            if (Find(condition, cells, choice) is not false and var found)
                return found;
        }

        choice.Open(column);
        return false;
    }
}
