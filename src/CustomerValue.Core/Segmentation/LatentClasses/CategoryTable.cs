using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Answers to items as columns of codes: what latent classes are fitted on. Immutable; the memory is the caller's, who writes it no more.</summary>
public sealed class CategoryTable
{
    /// <summary>The most categories that one item may have.</summary>
    public const int MostCategories = 1000;

    /// <summary>The most items.</summary>
    public const int MostItems = 500;

    /// <summary>The most categories of all items together: what a fit keeps in memory grows with them.</summary>
    internal const int MostCells = 20_000;

    private readonly ReadOnlyMemory<int>[] columns;
    private readonly ReadOnlyMemory<double> weights;

    /// <summary>Makes a table of columns of one length.</summary>
    /// <param name="items">The items with their categories. Range: 1 to <see cref="MostItems"/> items, 20,000 categories in all.</param>
    /// <param name="columns">A column an item, a code a row: an index into the item's categories, −1 where there is no answer.</param>
    /// <param name="weights">How often each row stands for, finite and ≥ 0; left out, once each.</param>
    /// <exception cref="DataRejectedException">No items or too many, columns of different lengths, codes or weights out of range; names rows, the first being 0, and items.</exception>
    public CategoryTable(IReadOnlyList<LatentClassItem> items, IReadOnlyList<ReadOnlyMemory<int>> columns, ReadOnlyMemory<double> weights = default)
    {
        Items = Array.AsReadOnly<LatentClassItem>([.. items ?? throw new ArgumentNullException(nameof(items))]);
        this.columns = [.. columns ?? throw new ArgumentNullException(nameof(columns))];
        this.weights = weights;
        if (LatentClassItem.Problems(Items) is { Count: > 0 } wrong)
            throw new DataRejectedException(wrong);
        if (this.columns.Length != Items.Count)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = $"{this.columns.Length}", Message = $"columns for {Items.Count} items; give one an item." });
        Rows = this.columns[0].Length;
        ProblemList problems = new();
        for (int item = 0; item < this.columns.Length; item++)
            Check(item, problems);
        if (!weights.IsEmpty)
            Check(weights.Span, problems);
        problems.ThrowIfAny();
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>The items with their categories.</summary>
    public IReadOnlyList<LatentClassItem> Items { get; }

    /// <summary>An item's codes, one a row; −1 where there is no answer.</summary>
    public ReadOnlySpan<int> this[int item] => columns[item].Span;

    /// <summary>How often a row stands for.</summary>
    /// <param name="row">Range: [0, <see cref="Rows"/>).</param>
    public double Weight(int row) => weights.IsEmpty ? 1 : weights.Span[row];

    internal bool HasWeights => !weights.IsEmpty;

    private void Check(int item, ProblemList problems)
    {
        ReadOnlySpan<int> codes = columns[item].Span;
        int categories = Items[item].Categories.Count;
        if (codes.Length != Rows)
            problems.Add(null, Items[item].Name, $"{codes.Length}", $"rows, but the first column has {Rows}; give every item one code a row.");
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] < -1 || codes[row] >= categories)
                problems.Add(row, Items[item].Name, $"{codes[row]}", $"is no code; give −1 where there is no answer, else less than {categories}.");
        }
    }

    private void Check(ReadOnlySpan<double> given, ProblemList problems)
    {
        if (given.Length != Rows)
            problems.Add(null, "weights", $"{given.Length}", $"weights for {Rows} rows; give one a row.");
        for (int row = 0; row < given.Length; row++)
        {
            if (!(given[row] >= 0) || double.IsInfinity(given[row]))
                problems.Add(row, "weights", FormattableString.Invariant($"{given[row]}"), "is no weight; give a finite number ≥ 0.");
        }
    }
}
