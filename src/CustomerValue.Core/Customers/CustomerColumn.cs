namespace CustomerValue.Customers;

/// <summary>One thing known of every customer of a base, a value a row: numbers, or texts such as categories. Immutable.</summary>
public abstract class CustomerColumn
{
    private protected CustomerColumn(string name, int count)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A column needs a name by which rules and reports call it.", nameof(name));
        (Name, Count) = (name, count);
    }

    /// <summary>The name by which rules, strategies and reports call it, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>How many rows, one a customer.</summary>
    public int Count { get; }

    /// <summary>Whether nothing is known of the customer.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public abstract bool IsMissing(int row);

    /// <summary>The value as a finite number; NaN where it is missing or no number.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public abstract double Number(int row);

    /// <summary>The value as people read it; null where it is missing.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public abstract string? Text(int row);

    /// <summary>Writes the value of every row as a number, NaN where it is missing or no number; allocates nothing.</summary>
    /// <param name="numbers">One place a row.</param>
    /// <exception cref="ArgumentException">Not as many places as rows.</exception>
    public void CopyNumbers(Span<double> numbers)
    {
        if (numbers.Length != Count)
            throw new ArgumentException($"The output has {numbers.Length} places for {Count} customers; it needs one a customer.", nameof(numbers));
        Write(numbers);
    }

    /// <summary>The values of some rows.</summary>
    internal abstract CustomerColumn Subset(int[] rows);

    private protected abstract void Write(Span<double> numbers);
}
