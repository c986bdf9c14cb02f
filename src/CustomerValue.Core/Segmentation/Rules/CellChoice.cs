namespace CustomerValue.Segmentation.Rules;

/// <summary>Cells chosen for some columns, the others being open, with a count of the work done.</summary>
internal sealed class CellChoice
{
    private readonly Dictionary<string, Cell> chosen = new(StringComparer.Ordinal);

    /// <summary>The first column that an evaluation wanted and that is open.</summary>
    public string? Wanted { get; private set; }

    public long Work { get; set; }

    /// <summary>The chosen cells, ordered by column.</summary>
    public Cell[] Chosen => [.. chosen.Values.OrderBy(cell => cell.Column, StringComparer.Ordinal)];

    public void Choose(Cell cell) => chosen[cell.Column] = cell;

    public void Open(string column) => chosen.Remove(column);

    public bool? Decide(Condition condition)
    {
        Wanted = null;
        return condition.Decide(this);
    }

    /// <summary>The cell of a column; null where it is open, which is noted.</summary>
    public Cell? Ask(string column)
    {
        Work++;
        if (chosen.TryGetValue(column, out Cell? cell))
            return cell;
        Wanted ??= column;
        return null;
    }
}
