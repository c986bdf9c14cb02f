using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Customers;

/// <summary>A number of every customer; NaN where it is missing. Immutable.</summary>
public sealed class NumberColumn : CustomerColumn
{
    private readonly ReadOnlyMemory<double> values;

    /// <summary>Makes a column of memory that nobody writes any more.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">One a row; finite, or NaN where missing.</param>
    /// <exception cref="DataRejectedException">A value is infinite; names the rows, the first being 0.</exception>
    public NumberColumn(string name, ReadOnlyMemory<double> values)
        : base(name, values.Length)
    {
        ProblemList problems = new();
        ReadOnlySpan<double> all = values.Span;
        for (int row = 0; row < all.Length; row++)
        {
            if (double.IsInfinity(all[row]))
                problems.Add(row, name, all[row].ToString(CultureInfo.InvariantCulture), "is no finite number; give a finite one, or NaN where it is unknown.");
        }

        problems.ThrowIfAny();
        this.values = values;
    }

    /// <summary>One a row; NaN where missing.</summary>
    public ReadOnlySpan<double> Values => values.Span;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(values.Span[row]);

    /// <inheritdoc/>
    public override double Number(int row) => values.Span[row];

    /// <inheritdoc/>
    public override string? Text(int row) => IsMissing(row) ? null : Number(row).ToString("R", CultureInfo.InvariantCulture);

    internal override CustomerColumn Subset(int[] rows) => new NumberColumn(Name, Array.ConvertAll(rows, row => values.Span[row]));

    private protected override void Write(Span<double> numbers) => values.Span.CopyTo(numbers);
}
