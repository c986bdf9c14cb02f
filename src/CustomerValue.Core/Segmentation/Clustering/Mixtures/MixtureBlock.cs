using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>
/// Rows a hundred at a time, small enough for the first cache: their densities, their probabilities, and what they add to the sums. A row's
/// numbers are the same wherever it stands in a block. One block a worker; nothing else is kept, however many rows there are.
/// </summary>
internal sealed partial class MixtureBlock
{
    public const int Rows = 128;

    /// <summary>Rows that the kernels take at once.</summary>
    private const int Group = 16;

    /// <summary>Sums are kept in four lanes.</summary>
    private const int Lanes = 4;

    /// <summary>What is less likely than e^−300 beside the likeliest is 0, so that no subnormal slows the sums.</summary>
    private const double Cut = -300;

    /// <summary>Stands for the logarithm of a density that is 0 in double precision.</summary>
    private const double Nothing = -1e300;

    private readonly int count;
    private readonly int width;
    private readonly int padded;
    private readonly bool diagonal;
    private readonly double[] values;
    private readonly double[] differences;
    private readonly double[] weighted;
    private readonly double[] weights = new double[Rows];
    private readonly double[] lanes;
    private readonly int stride;
    private int used;
    private int filled;

    public MixtureBlock(Components shape)
    {
        (count, width, padded, diagonal) = (shape.Count, shape.Width, shape.Padded, shape.IsDiagonal);
        values = new double[padded * Rows];
        differences = new double[padded * Rows];
        weighted = new double[padded * Rows];
        LogDensities = new double[count * Rows];
        Probabilities = new double[count * Rows];
        stride = (1 + padded + (diagonal ? padded : padded * padded)) * Lanes;
        lanes = new double[count * stride];
    }

    /// <summary>ln(weight × density), <see cref="Rows"/> a component.</summary>
    public double[] LogDensities { get; }

    /// <summary>Probabilities times the row's weight, <see cref="Rows"/> a component.</summary>
    public double[] Probabilities { get; }

    /// <summary>ln f of each row.</summary>
    public double[] LogSums { get; } = new double[Rows];

    /// <summary>Takes rows in; those that fill up the last group weigh nothing.</summary>
    public void Load(NumericTable table, int from, int rows, ReadOnlySpan<double> rowWeights)
    {
        used = rows;
        filled = (rows + Group - 1) / Group * Group;
        for (int j = 0; j < width; j++)
        {
            Span<double> column = values.AsSpan(j * Rows, filled);
            table[j].Slice(from, rows).CopyTo(column);
            column.Slice(rows).Fill(column[rows - 1]);
        }

        if (rowWeights.IsEmpty)
            weights.AsSpan(0, rows).Fill(1);
        else
            rowWeights.Slice(from, rows).CopyTo(weights);
        weights.AsSpan(rows, filled - rows).Clear();
    }

    public void Clear() => Array.Clear(lanes, 0, lanes.Length);

    /// <summary>Densities of all components.</summary>
    public void Densities(Components mixture)
    {
        for (int k = 0; k < count; k++)
        {
            if (diagonal)
                DiagonalDensity(mixture, k);
            else
                FullDensity(mixture, k);
        }
    }

    /// <summary>Gives each row wholly to its likeliest component, or to the one given.</summary>
    public void Decide(ReadOnlySpan<int> labels)
    {
        Array.Clear(Probabilities, 0, Probabilities.Length);
        for (int row = 0; row < used; row++)
            Probabilities[((labels.IsEmpty ? Likeliest(row) : labels[row]) * Rows) + row] = weights[row];
    }

    /// <summary>The likeliest component of a row, of equals the first.</summary>
    public int Likeliest(int row)
    {
        int best = 0;
        for (int k = 1; k < count; k++)
        {
            if (LogDensities[(k * Rows) + row] > LogDensities[(best * Rows) + row])
                best = k;
        }

        return best;
    }

    /// <summary>−Σ w Σ p ln p over the rows.</summary>
    public double Entropy()
    {
        double sum = 0;
        for (int k = 0; k < count; k++)
        {
            for (int row = 0; row < used; row++)
                sum += Probabilities[(k * Rows) + row] * (LogSums[row] - LogDensities[(k * Rows) + row]);
        }

        return sum;
    }

    /// <summary>Adds the rows' part to the sums around the means.</summary>
    public void Accumulate(Components mixture)
    {
        for (int k = 0; k < count; k++)
        {
            if (diagonal)
                DiagonalSums(mixture, k);
            else
                FullSums(mixture, k);
        }
    }

    /// <summary>The sums of all that was accumulated: of each component Σr, Σr(x − μ) a column, then Σr(x − μ)² a column or the lower triangle of Σr(x − μ)(x − μ)'.</summary>
    public void Write(Span<double> sums)
    {
        int at = 0;
        for (int k = 0; k < count; k++)
        {
            int start = k * stride;
            for (int j = 0; j <= width; j++)
                sums[at++] = Lane(start + (j * Lanes));
            int squares = start + ((1 + padded) * Lanes);
            for (int i = 0; i < width; i++)
            {
                for (int j = diagonal ? i : 0; j <= i; j++)
                    sums[at++] = Lane(squares + ((diagonal ? i : (i * padded) + j) * Lanes));
            }
        }
    }

    private double Lane(int at) => lanes[at] + lanes[at + 1] + (lanes[at + 2] + lanes[at + 3]);
}
