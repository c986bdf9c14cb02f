using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Collects the values that decided, in clauses, each once.</summary>
internal sealed class Clauses
{
    private const int Most = 6;
    private readonly List<LocalizedText> all = [];
    private readonly HashSet<string> columns = new(StringComparer.Ordinal);

    public bool Any => all.Count > 0;

    public void Add(string column, string value, LocalizedText verdict)
    {
        columns.Add(column);
        Add(new LocalizedText(
            verdict.English.Length == 0 ? $"{column} is {value}" : $"{column} {value} {verdict.English}",
            verdict.Chinese.Length == 0 ? $"{column} 为 {value}" : $"{column} 为 {value}（{verdict.Chinese}）"));
    }

    public void AddMissing(string column) => Add(new LocalizedText($"{column} is missing", $"{column} 缺失"));

    /// <summary>Says that the column is known, unless it was said how it is.</summary>
    public void AddKnown(string column, string value)
    {
        if (!columns.Contains(column))
            Add(column, value, new LocalizedText("is known", "已知"));
    }

    /// <summary>One sentence of all clauses, the first few in full.</summary>
    public LocalizedText Sentence(LocalizedText opening = default)
    {
        string[] english = [.. all.Take(Most).Select(clause => clause.English)];
        string[] chinese = [.. all.Take(Most).Select(clause => clause.Chinese)];
        int more = all.Count - english.Length;
        return new LocalizedText(
            $"{opening.English}{string.Join(" and ", english)}{(more > 0 ? $" and {more} more" : "")}.",
            $"{opening.Chinese}{string.Join("，且 ", chinese)}{(more > 0 ? $"，另有 {more} 项" : "")}。");
    }

    private void Add(LocalizedText clause)
    {
        if (!all.Contains(clause))
            all.Add(clause);
    }
}
