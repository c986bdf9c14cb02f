using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// The distinct rows of answers and covariates with their weights, ordered by content, so that neither the order nor the number of equal
/// rows shows. Rows without any answer say nothing and are left out. Covariates are standardised, after a leading 1.
/// </summary>
internal sealed class AnswerPatterns
{
    private AnswerPatterns(int[] cells, double[] weights, double[] terms, int[] categories, double[] means, double[] scales)
    {
        (Cells, Weights, Terms, Categories, Means, Scales) = (cells, weights, terms, categories, means, scales);
        Starts = new int[categories.Length];
        for (int item = 1; item < categories.Length; item++)
            Starts[item] = Starts[item - 1] + categories[item - 1] + 1;
        CellCount = Starts[Starts.Length - 1] + categories[categories.Length - 1] + 1;
        Total = weights.Sum();
    }

    /// <summary>How many distinct rows.</summary>
    public int Count => Weights.Length;

    public int Items => Categories.Length;

    /// <summary>Row by row, the cell of each item's answer: the item's first cell is for no answer, then one a category.</summary>
    public int[] Cells { get; }

    public double[] Weights { get; }

    /// <summary>Row by row, 1 and the standardised covariates; empty where there are none.</summary>
    public double[] Terms { get; }

    public int[] Categories { get; }

    /// <summary>The first cell of each item.</summary>
    public int[] Starts { get; }

    public int CellCount { get; }

    /// <summary>The respondents with an answer: the sum of the weights.</summary>
    public double Total { get; }

    public double[] Means { get; }

    public double[] Scales { get; }

    /// <summary>1 and the covariates.</summary>
    public int Width => Means.Length + 1;

    public bool HasCovariates => Means.Length > 0;

    public static AnswerPatterns Of(CategoryTable answers, NumericTable? covariates)
    {
        int[] rows = Answered(answers);
        if (rows.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "items", Message = "has no answer at all; nobody can be told apart. Give at least one row with an answer and a weight > 0." });
        ContentKey key = new(rows.Length);
        int[] codes = new int[rows.Length];
        for (int item = 0; item < answers.Items.Count; item++)
        {
            ReadOnlySpan<int> column = answers[item];
            for (int i = 0; i < rows.Length; i++)
                codes[i] = column[rows[i]] + 1;
            key.Append(codes, answers.Items[item].Categories.Count + 1);
        }

        for (int j = 0; j < (covariates?.Width ?? 0); j++)
            key.Append(covariates![j], rows);
        int[] order = key.Order(out int[] firsts);
        double[] weights = new double[firsts.Length];
        int[] kept = new int[firsts.Length];
        for (int pattern = 0; pattern < firsts.Length; pattern++)
        {
            kept[pattern] = rows[order[firsts[pattern]]];
            int end = pattern + 1 < firsts.Length ? firsts[pattern + 1] : order.Length;
            // Sorted, so that weights that are no whole numbers add up the same in any order of rows.
            weights[pattern] = Sum(answers, rows, order, firsts[pattern], end);
        }

        return Make(answers, covariates, kept, weights);
    }

    private static AnswerPatterns Make(CategoryTable answers, NumericTable? covariates, int[] kept, double[] weights)
    {
        int[] categories = answers.Items.Select(item => item.Categories.Count).ToArray();
        int[] cells = new int[kept.Length * categories.Length];
        for (int item = 0, start = 0; item < categories.Length; start += categories[item++] + 1)
        {
            ReadOnlySpan<int> column = answers[item];
            for (int pattern = 0; pattern < kept.Length; pattern++)
                cells[(pattern * categories.Length) + item] = start + column[kept[pattern]] + 1;
        }

        int width = covariates?.Width ?? 0;
        double[] means = new double[width];
        double[] scales = new double[width];
        double[] terms = width == 0 ? [] : new double[kept.Length * (width + 1)];
        for (int j = 0; j < width; j++)
        {
            ReadOnlySpan<double> column = covariates![j];
            (means[j], scales[j]) = MeanAndScale(column, kept, weights);
            if (!(scales[j] > 1e-12 * Math.Abs(means[j])) || double.IsInfinity(scales[j]))
                throw new DataRejectedException(new DataProblem { Field = covariates.Names[j], Message = "is the same for all (or varies beyond what numbers hold), so that it can't say who belongs to which class; leave it out." });
            for (int pattern = 0; pattern < kept.Length; pattern++)
                (terms[pattern * (width + 1)], terms[(pattern * (width + 1)) + 1 + j]) = (1, (column[kept[pattern]] - means[j]) / scales[j]);
        }

        return new AnswerPatterns(cells, weights, terms, categories, means, scales);
    }

    private static (double Mean, double Scale) MeanAndScale(ReadOnlySpan<double> column, int[] kept, double[] weights)
    {
        double total = weights.Sum();
        double mean = 0, squares = 0;
        for (int i = 0; i < kept.Length; i++)
            mean += weights[i] / total * column[kept[i]];
        for (int i = 0; i < kept.Length; i++)
            squares += weights[i] / total * (column[kept[i]] - mean) * (column[kept[i]] - mean);
        return (mean, Math.Sqrt(squares));
    }

    /// <summary>The rows that weigh something and have an answer.</summary>
    private static int[] Answered(CategoryTable answers)
    {
        bool[] any = new bool[answers.Rows];
        for (int item = 0; item < answers.Items.Count; item++)
        {
            ReadOnlySpan<int> column = answers[item];
            for (int row = 0; row < column.Length; row++)
                any[row] |= column[row] >= 0;
        }

        List<int> rows = new(any.Length);
        for (int row = 0; row < any.Length; row++)
        {
            if (any[row] && answers.Weight(row) > 0)
                rows.Add(row);
        }

        return [.. rows];
    }

    private static double Sum(CategoryTable answers, int[] rows, int[] order, int from, int to)
    {
        if (!answers.HasWeights)
            return to - from;
        if (to - from == 1)
            return answers.Weight(rows[order[from]]);
        double[] parts = new double[to - from];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = answers.Weight(rows[order[from + i]]);
        Array.Sort(parts);
        return parts.Sum();
    }
}
