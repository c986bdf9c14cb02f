namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Classes while they are estimated, as one vector: for each class but the first the coefficients of its log odds against the first one,
/// then for each class the log probabilities of all cells.
/// </summary>
internal sealed class ClassParameters
{
    /// <summary>No probability falls below this, so that no answer is impossible and every logarithm finite.</summary>
    public const double Least = 1e-10;

    private static readonly double LogLeast = Math.Log(Least);

    public ClassParameters(AnswerPatterns patterns, int classes)
    {
        (Patterns, Classes) = (patterns, classes);
        Values = new double[CellsFrom + (classes * patterns.CellCount)];
    }

    public AnswerPatterns Patterns { get; }

    public int Classes { get; }

    /// <summary>Classes in lanes of four.</summary>
    public int Lanes => (Classes + 3) / 4 * 4;

    public double[] Values { get; private set; }

    /// <summary>Where the log probabilities begin.</summary>
    public int CellsFrom => (Classes - 1) * Patterns.Width;

    public ClassParameters Copy() => With((double[])Values.Clone());

    public ClassParameters With(double[] values) => new(Patterns, Classes) { Values = values };

    /// <summary>Where a class's log probability of a cell is.</summary>
    public int At(int @class, int cell) => CellsFrom + (@class * Patterns.CellCount) + cell;

    public double LogProbability(int @class, int item, int category) => Values[At(@class, Patterns.Starts[item] + 1 + category)];

    /// <summary>Makes the probabilities of each item sum to 1 again, none below <see cref="Least"/>.</summary>
    public void Normalize()
    {
        for (int @class = 0; @class < Classes; @class++)
        {
            for (int item = 0; item < Patterns.Items; item++)
                Normalize(At(@class, Patterns.Starts[item] + 1), Patterns.Categories[item]);
        }
    }

    /// <summary>Writes the probabilities, cell by cell with a lane a class; no answer has 1.</summary>
    public void WriteTable(double[] table)
    {
        for (int cell = 0; cell < Patterns.CellCount; cell++)
        {
            for (int @class = 0; @class < Classes; @class++)
                table[(cell * Lanes) + @class] = Math.Exp(Values[At(@class, cell)]);
        }
    }

    /// <summary>Writes the membership probabilities of a pattern; its lanes beyond the classes stay 0.</summary>
    public void WritePrior(int pattern, double[] prior)
    {
        int width = Patterns.Width;
        double highest = 0;
        prior[0] = 0;
        for (int @class = 1; @class < Classes; @class++)
        {
            double sum = Values[(@class - 1) * width];
            for (int j = 1; j < width; j++)
                sum += Values[((@class - 1) * width) + j] * Patterns.Terms[(pattern * width) + j];
            prior[@class] = sum;
            highest = Math.Max(highest, sum);
        }

        double total = 0;
        for (int @class = 0; @class < Classes; @class++)
            total += prior[@class] = Math.Exp(Math.Max(prior[@class] - highest, -70));
        for (int @class = 0; @class < Classes; @class++)
            prior[@class] /= total;
    }

    /// <summary>The same classes in another order.</summary>
    public ClassParameters InOrder(int[] order)
    {
        ClassParameters sorted = new(Patterns, Classes);
        int width = Patterns.Width;
        for (int @class = 0; @class < Classes; @class++)
        {
            Array.Copy(Values, At(order[@class], 0), sorted.Values, At(@class, 0), Patterns.CellCount);
            for (int j = 0; j < width && @class > 0; j++)
                sorted.Values[((@class - 1) * width) + j] = Odds(order[@class], j) - Odds(order[0], j);
        }

        return sorted;

        double Odds(int @class, int j) => @class == 0 ? 0 : Values[((@class - 1) * width) + j];
    }

    private void Normalize(int from, int count)
    {
        double highest = double.NegativeInfinity;
        for (int i = from; i < from + count; i++)
            highest = Math.Max(highest, Values[i]);
        double total = 0;
        for (int i = from; i < from + count; i++)
            total += Math.Exp(Values[i] - highest);
        double log = highest + Math.Log(total);
        for (int i = from; i < from + count; i++)
            Values[i] = Math.Max(Values[i] - log, LogLeast);
    }
}
