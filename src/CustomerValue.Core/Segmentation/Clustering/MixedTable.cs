using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>Rows of numbers and of categories' codes as columns. Immutable; the memory is the caller's, who writes it no more.</summary>
public sealed class MixedTable
{
    /// <summary>The most codes of one column.</summary>
    public const int MostCodes = 1 << 20;

    /// <summary>The most values: they are kept in one array.</summary>
    private const int MostValues = 2_000_000_000;

    private readonly ReadOnlyMemory<double>[] numbers;
    private readonly ReadOnlyMemory<int>[] categories;
    private readonly int[] codes;

    /// <summary>Makes a table of columns of one length.</summary>
    /// <param name="numbers">Columns of numbers within ±1e140; may be none.</param>
    /// <param name="categories">Columns of codes in [0, <see cref="MostCodes"/>); may be none where there are numbers.</param>
    /// <exception cref="DataRejectedException">No columns or no rows, columns of different lengths, or values out of range; names rows and columns, the first being 0.</exception>
    public MixedTable(IReadOnlyList<ReadOnlyMemory<double>> numbers, IReadOnlyList<ReadOnlyMemory<int>> categories)
    {
        this.numbers = [.. numbers ?? throw new ArgumentNullException(nameof(numbers))];
        this.categories = [.. categories ?? throw new ArgumentNullException(nameof(categories))];
        codes = new int[this.categories.Length];
        int[] lengths = [.. this.numbers.Select(column => column.Length), .. this.categories.Select(column => column.Length)];
        if (lengths.Length == 0 || lengths[0] == 0)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = $"{lengths.Length}", Message = "columns without rows; give at least one column with a row." });
        Rows = lengths[0];
        if ((long)Rows * lengths.Length > MostValues)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = $"{Rows}", Message = $"rows of {lengths.Length} columns; together at most {MostValues} values. Take a sample." });
        ProblemList problems = new();
        for (int column = 0; column < lengths.Length; column++)
        {
            if (lengths[column] != Rows)
                problems.Add(null, $"columns[{column}]", $"{lengths[column]}", $"rows, but the first column has {Rows}; give every column one value a row.");
            else if (column < this.numbers.Length)
                CheckNumbers(column, problems);
            else
                codes[column - this.numbers.Length] = CheckCodes(column - this.numbers.Length, problems);
        }

        problems.ThrowIfAny();
    }

    /// <summary>How many rows, ≥ 1.</summary>
    public int Rows { get; }

    /// <summary>How many columns of numbers.</summary>
    public int NumberColumns => numbers.Length;

    /// <summary>How many columns of categories.</summary>
    public int CategoryColumns => categories.Length;

    /// <summary>A column of numbers.</summary>
    public ReadOnlySpan<double> Numbers(int column) => numbers[column].Span;

    /// <summary>A column of codes.</summary>
    public ReadOnlySpan<int> Categories(int column) => categories[column].Span;

    /// <summary>How many codes a column has: one more than the largest.</summary>
    public int Codes(int column) => codes[column];

    private void CheckNumbers(int column, ProblemList problems)
    {
        ReadOnlySpan<double> values = numbers[column].Span;
        for (int row = 0; row < values.Length; row++)
        {
            if (!(Math.Abs(values[row]) <= MixedScale.Farthest))
                problems.Add(row, $"numbers[{column}]", values[row].ToString(CultureInfo.InvariantCulture), "is no number within ±1e140; leave the row out or fill the value in.");
        }
    }

    private int CheckCodes(int column, ProblemList problems)
    {
        ReadOnlySpan<int> values = categories[column].Span;
        int most = 0;
        for (int row = 0; row < values.Length; row++)
        {
            most = Math.Max(most, values[row]);
            if (values[row] is < 0 or >= MostCodes)
                problems.Add(row, $"categories[{column}]", values[row].ToString(CultureInfo.InvariantCulture), $"is no code in [0, {MostCodes}); leave the row out or give missing values a code.");
        }

        return most + 1;
    }
}
