using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Migration;

/// <summary>
/// How probable it is to go from one stage to another within a period, from counts of customers, with a Dirichlet prior that spreads a few customers over
/// all stages. Rows sum to 1; an end leads to itself. Immutable and thread-safe.
/// </summary>
public sealed class MigrationMatrix
{
    private readonly long[,] counts;
    private readonly double[,] probability;
    private readonly bool[] ends;
    private readonly double prior;

    private MigrationMatrix(long[,] counts, double[,] probability, bool[] ends, double prior) =>
        (this.counts, this.probability, this.ends, this.prior) = (counts, probability, ends, prior);

    /// <summary>How many stages.</summary>
    public int Stages => ends.Length;

    /// <summary>Estimates a matrix.</summary>
    /// <param name="counts">Customers by stage before (row) and after (column); square, ≥ 0.</param>
    /// <param name="ends">Whether each stage is an end, which leads to itself whatever was counted; null for none.</param>
    /// <param name="prior">α: customers that the prior adds to each row, spread evenly. Default 1; finite and ≥ 0. With 0, a stage in which nobody was seen leads to itself.</param>
    /// <exception cref="DataRejectedException">The counts aren't square, or a number is out of range.</exception>
    public static MigrationMatrix Of(long[,] counts, IReadOnlyList<bool>? ends = null, double prior = 1)
    {
        if (counts is null)
            throw new ArgumentNullException(nameof(counts));
        int stages = counts.GetLength(0);
        ProblemList problems = new();
        if (stages == 0 || counts.GetLength(1) != stages)
            problems.Add(null, nameof(counts), $"{stages} × {counts.GetLength(1)}", "is not square with a stage or more.");
        if (ends is not null && ends.Count != stages)
            problems.Add(null, nameof(ends), ends.Count.ToString(CultureInfo.InvariantCulture), $"marks for {stages} stages; give one a stage.");
        if (!(prior >= 0 && prior <= double.MaxValue))
            problems.Add(null, nameof(prior), prior.ToString("R", CultureInfo.InvariantCulture), "is not finite and ≥ 0.");
        foreach (long count in counts)
        {
            if (count < 0)
                problems.Add(null, nameof(counts), count.ToString(CultureInfo.InvariantCulture), "is below 0.");
        }

        problems.ThrowIfAny();
        bool[] end = ends is null ? new bool[stages] : [.. ends];
        double[,] probability = new double[stages, stages];
        for (int from = 0; from < stages; from++)
        {
            double seen = Row(counts, from);
            for (int to = 0; to < stages; to++)
                probability[from, to] = end[from] || seen + prior == 0 ? (from == to ? 1 : 0) : (counts[from, to] + (prior / stages)) / (seen + prior);
        }

        return new((long[,])counts.Clone(), probability, end, prior);
    }

    /// <summary>Estimates a matrix from the stages of customers at two dates.</summary>
    /// <param name="stages">How many stages.</param>
    /// <param name="before">Stage of each customer at the first date; −1 for none yet, which is left out.</param>
    /// <param name="after">Stage of the same customers at the second date.</param>
    /// <param name="ends">As for <see cref="Of(long[,], IReadOnlyList{bool}?, double)"/>.</param>
    /// <param name="prior">As for <see cref="Of(long[,], IReadOnlyList{bool}?, double)"/>.</param>
    public static MigrationMatrix Of(int stages, ReadOnlySpan<sbyte> before, ReadOnlySpan<sbyte> after, IReadOnlyList<bool>? ends = null, double prior = 1) =>
        Of(Count(stages, before, after), ends, prior);

    /// <summary>Customers by stage at two dates.</summary>
    /// <param name="stages">How many stages.</param>
    /// <param name="before">Stage of each customer at the first date; −1 for none yet, which is left out.</param>
    /// <param name="after">Stage of the same customers at the second date.</param>
    public static long[,] Count(int stages, ReadOnlySpan<sbyte> before, ReadOnlySpan<sbyte> after)
    {
        if (after.Length != before.Length)
            throw new ArgumentException($"{after.Length} customers after and {before.Length} before; give the same in the same order.", nameof(after));
        long[,] counts = new long[stages, stages];
        for (int customer = 0; customer < before.Length; customer++)
        {
            if (before[customer] >= 0 && after[customer] >= 0)
                counts[before[customer], after[customer]]++;
        }

        return counts;
    }

    /// <summary>Customers counted from one stage to another.</summary>
    public long Counted(int from, int to) => counts[from, to];

    /// <summary>Customers counted in a stage before.</summary>
    public long Counted(int from) => (long)Row(counts, from);

    /// <summary>The probability to go from one stage to another.</summary>
    public double this[int from, int to] => probability[from, to];

    /// <summary>Whether a stage is an end.</summary>
    public bool IsEnd(int stage) => ends[stage];

    /// <summary>The interval of a probability: quantiles of its posterior, which is a beta distribution.</summary>
    /// <param name="from">The stage before.</param>
    /// <param name="to">The stage after.</param>
    /// <param name="level">How much it covers, in (0, 1).</param>
    public (double Low, double High) Interval(int from, int to, double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1); 0.9 is usual.");
        double a = counts[from, to] + (prior / Stages), b = Row(counts, from) + prior - a;
        if (ends[from] || a <= 0 || b <= 0)
            return (probability[from, to], probability[from, to]);
        return (BetaQuantile.At(a, b, (1 - level) / 2), BetaQuantile.At(a, b, (1 + level) / 2));
    }

    /// <summary>The matrix as rows, a copy.</summary>
    public double[,] ToArray() => (double[,])probability.Clone();

    private static double Row(long[,] counts, int from)
    {
        double sum = 0;
        for (int to = 0; to < counts.GetLength(1); to++)
            sum += counts[from, to];
        return sum;
    }
}
