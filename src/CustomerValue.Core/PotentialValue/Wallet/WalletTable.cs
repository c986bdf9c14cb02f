using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>What is known of customers, as columns of numbers by which they are compared: age, income, size. Immutable; the memory is the caller's, who writes it no more.</summary>
public sealed class WalletTable
{
    private readonly ReadOnlyMemory<double>[] columns;

    /// <summary>Makes a table of columns of one length.</summary>
    /// <param name="columns">At least one; each with a value a row: finite, or NaN where nothing is known.</param>
    /// <param name="names">A name a column; null for x1, x2, ….</param>
    /// <exception cref="DataRejectedException">No columns, columns of different lengths, or infinite values; names rows, the first being 0, and columns.</exception>
    public WalletTable(IReadOnlyList<ReadOnlyMemory<double>> columns, IReadOnlyList<string>? names = null)
    {
        this.columns = [.. columns ?? throw new ArgumentNullException(nameof(columns))];
        Names = [.. names ?? [.. this.columns.Select((_, column) => $"x{column + 1}")]];
        if (this.columns.Length == 0 || Names.Count != this.columns.Length)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = $"{this.columns.Length}", Message = $"columns with {Names.Count} names; give at least one column, and a name for each." });
        Rows = this.columns[0].Length;
        ProblemList problems = new();
        for (int column = 0; column < this.columns.Length; column++)
        {
            ReadOnlySpan<double> values = this[column];
            if (values.Length != Rows)
                problems.Add(null, Names[column], $"{values.Length}", $"rows, but the first column has {Rows}; give every column one value a row.");
            for (int row = 0; row < values.Length; row++)
            {
                if (double.IsInfinity(values[row]))
                    problems.Add(row, Names[column], values[row].ToString(CultureInfo.InvariantCulture), "is no finite number; give a finite one, or NaN where it is unknown.");
            }
        }

        problems.ThrowIfAny();
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many columns.</summary>
    public int Width => columns.Length;

    /// <summary>A column, one value a row; NaN where nothing is known.</summary>
    public ReadOnlySpan<double> this[int column] => columns[column].Span;

    /// <summary>Writes a row.</summary>
    internal void CopyRow(int row, Span<double> values)
    {
        for (int column = 0; column < columns.Length; column++)
            values[column] = columns[column].Span[row];
    }

    /// <summary>Some of the rows.</summary>
    internal WalletTable Only(int[] rows) => new([.. columns.Select(column => (ReadOnlyMemory<double>)Array.ConvertAll(rows, row => column.Span[row]))], Names);
}
