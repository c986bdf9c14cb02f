using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>
/// Gower's dissimilarity of rows of mixed kinds: the mean over fields of |a − b|/range for numbers and ordered levels, and of 0 or 1 for categories. Pairs in which
/// one value is missing, or both are absent in an asymmetric field, are left out of the mean. Source: Gower (1971), "A general coefficient of similarity", Biometrics
/// 27, equations 1 to 5; ordered levels by their places, as cluster::daisy has them (Kaufman &amp; Rousseeuw 1990).
/// </summary>
public sealed class GowerDissimilarity
{
    private readonly MixedFieldKind[] kinds;
    private readonly double[] ranges;

    /// <summary>Makes the measure.</summary>
    /// <param name="kinds">What each field's values are; not <see cref="MixedFieldKind.Automatic"/>.</param>
    /// <param name="ranges">The range of each number or ordered field, &gt; 0; differences beyond it count as 1. Any number &gt; 0 for other kinds.</param>
    /// <exception cref="DataRejectedException">No fields, an unknown kind, or a range that is not finite and &gt; 0.</exception>
    public GowerDissimilarity(IReadOnlyList<MixedFieldKind> kinds, IReadOnlyList<double> ranges)
    {
        this.kinds = [.. kinds ?? throw new ArgumentNullException(nameof(kinds))];
        this.ranges = [.. ranges ?? throw new ArgumentNullException(nameof(ranges))];
        if (this.kinds.Length == 0 || this.kinds.Length != this.ranges.Length || Array.IndexOf(this.kinds, MixedFieldKind.Automatic) >= 0 || !Array.TrueForAll(this.ranges, range => range > 0 && range <= double.MaxValue))
            throw new DataRejectedException(new DataProblem { Field = "ranges", Value = $"{this.ranges.Length}", Message = $"ranges for {this.kinds.Length} fields; give at least one field, and for each its kind and a finite range > 0." });
    }

    /// <summary>The dissimilarity of two rows, in [0, 1]; 1 where there is nothing that both have.</summary>
    /// <param name="one">A value a field: a number, a level's or a category's place, 0 for absent and 1 for present; NaN where missing, −1 for a category like no other.</param>
    /// <param name="other">The same of the other row.</param>
    /// <exception cref="ArgumentException">Not one value a field.</exception>
    public double Between(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (one.Length != kinds.Length || other.Length != kinds.Length)
            throw new ArgumentException($"{one.Length} and {other.Length} values for {kinds.Length} fields; give one a field.", nameof(one));
        double sum = 0;
        int compared = 0;
        for (int field = 0; field < one.Length; field++)
        {
            double difference = Field(field, one[field], other[field]);
            if (difference >= 0)
                (sum, compared) = (sum + difference, compared + 1);
        }

        return compared == 0 ? 1 : sum / compared;
    }

    /// <summary>The dissimilarities of all pairs of rows: a row of the symmetric matrix each, with 0 in the diagonal. Takes 8 bytes a pair.</summary>
    /// <param name="columns">A column a field, a value a row as in <see cref="Between"/>.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    public double[][] Matrix(IReadOnlyList<ReadOnlyMemory<double>> columns, CancellationToken cancellationToken = default)
    {
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        int rows = columns.Count == 0 ? 0 : columns[0].Length;
        if (columns.Count != kinds.Length || columns.Any(column => column.Length != rows))
            throw new ArgumentException($"{columns.Count} columns for {kinds.Length} fields; give one a field, all of one length.", nameof(columns));
        double[][] values = new double[rows][], matrix = new double[rows][];
        for (int row = 0; row < rows; row++)
            values[row] = [.. columns.Select(column => column.Span[row])];
        Partitions.For(rows, Partitions.Workers, (_, row) =>
        {
            matrix[row] = new double[rows];
            for (int other = 0; other < rows; other++)
                matrix[row][other] = other == row ? 0 : Between(values[row], values[other]);
        }, cancellationToken);
        return matrix;
    }

    /// <summary>One field's dissimilarity; −1 where the pair says nothing.</summary>
    internal double Field(int field, double one, double other)
    {
        if (double.IsNaN(one) || double.IsNaN(other))
            return -1;
        if (kinds[field] == MixedFieldKind.Number)
            return Math.Min(1, Math.Abs(one - other) / ranges[field]);
        if (one < 0 || other < 0)
            return 1;
        return kinds[field] switch
        {
            MixedFieldKind.Ordered => Math.Min(1, Math.Abs(one - other) / ranges[field]),
            MixedFieldKind.Asymmetric when one == 0 && other == 0 => -1,
            _ => one == other ? 0 : 1,
        };
    }
}
