using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// Chosen rows of columns as columns of their own, in blocks whose sizes are powers of two, each made once and written again and again:
/// so many customers are scored in a few kilobytes. Nobody else sees the blocks, and nobody keeps one beyond the next.
/// </summary>
internal sealed class CustomerBlocks(TimeUnit unit)
{
    private const int MostBits = 12;

    public const int Largest = 1 << MostBits;

    private readonly Block?[] blocks = new Block?[MostBits + 1];

    /// <summary>The largest block that <paramref name="customers"/> ≥ 1 fill.</summary>
    public static int SizeFor(int customers)
    {
        int size = 1;
        while (size < Largest && 2 * size <= customers)
            size *= 2;
        return size;
    }

    /// <summary>These rows; valid until the next call.</summary>
    public SummaryColumns Of(SummaryColumns columns, ReadOnlySpan<int> rows)
    {
        int bits = 0;
        while (1 << bits < rows.Length)
            bits++;
        Block block = blocks[bits] ??= new Block(unit, rows.Length);
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        for (int i = 0; i < rows.Length; i++)
        {
            block.Frequency[i] = frequency[rows[i]];
            block.Recency[i] = recency[rows[i]];
            block.Age[i] = age[rows[i]];
        }

        return block.Columns;
    }

    private sealed class Block
    {
        public Block(TimeUnit unit, int size)
        {
            Frequency = new int[size];
            Recency = new double[size];
            Age = new double[size];
            Columns = new SummaryColumns(unit, Frequency, Recency, Age);
        }

        public int[] Frequency { get; }

        public double[] Recency { get; }

        public double[] Age { get; }

        public SummaryColumns Columns { get; }
    }
}
