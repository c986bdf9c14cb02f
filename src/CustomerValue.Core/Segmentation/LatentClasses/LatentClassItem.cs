using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>One question with the answers that it may have. Immutable.</summary>
public sealed class LatentClassItem
{
    /// <summary>Makes an item.</summary>
    /// <param name="name">The question's name, as its column is called.</param>
    /// <param name="categories">The answers; a code is an index into them. Range: 1 to <see cref="CategoryTable.MostCategories"/>, each once and not blank.</param>
    public LatentClassItem(string name, IReadOnlyList<string> categories)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Categories = Array.AsReadOnly<string>([.. categories ?? throw new ArgumentNullException(nameof(categories))]);
    }

    /// <summary>The question's name.</summary>
    public string Name { get; }

    /// <summary>The answers.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>What is wrong with a list of items.</summary>
    internal static IReadOnlyList<DataProblem> Problems(IReadOnlyList<LatentClassItem> items)
    {
        List<DataProblem> problems = [];
        if (items.Count is 0 or > CategoryTable.MostItems)
            problems.Add(new DataProblem { Field = "items", Value = $"{items.Count}", Message = $"items; give 1 to {CategoryTable.MostItems}." });
        if (items.Sum(item => (long)item.Categories.Count) is > CategoryTable.MostCells and long all)
            problems.Add(new DataProblem { Field = "items", Value = $"{all}", Message = $"categories in all; at most {CategoryTable.MostCells} can be told apart. Join rare ones." });
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (LatentClassItem item in items)
        {
            if (string.IsNullOrWhiteSpace(item.Name) || !names.Add(item.Name))
                problems.Add(new DataProblem { Field = "items", Value = item.Name, Message = "is blank or given twice; name each item once." });
            if (item.Categories.Count is 0 or > CategoryTable.MostCategories)
                problems.Add(new DataProblem { Field = item.Name, Value = $"{item.Categories.Count}", Message = $"categories; an item has 1 to {CategoryTable.MostCategories}. Join rare ones, or take the column for no item: it looks like an id or a number." });
            else if (item.Categories.Any(string.IsNullOrWhiteSpace) || item.Categories.Distinct(StringComparer.Ordinal).Count() < item.Categories.Count)
                problems.Add(new DataProblem { Field = item.Name, Message = "has a category that is blank or given twice; give each once." });
        }

        return problems;
    }
}
