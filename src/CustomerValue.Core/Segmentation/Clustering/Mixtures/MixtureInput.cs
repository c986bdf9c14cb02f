using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Refuses what no mixture can be fitted to, and says why.</summary>
internal static class MixtureInput
{
    public static void Check(NumericTable table, ReadOnlySpan<double> weights, GaussianMixtureOptions options)
    {
        if (options.Validate() is { Count: > 0 } wrong)
            throw new DataRejectedException(wrong);
        ProblemList problems = new();
        if (table.Width > GaussianMixtureOptions.MostColumns)
            problems.Add(null, "columns", Say(table.Width), "columns; a mixture has at most 64.");
        if (table.Rows < options.Components)
            problems.Add(null, nameof(options.Components), Say(options.Components), $"components for {table.Rows} rows; give at most as many as there are distinct rows.");
        if (options.InitialLabels is { } labels && labels.Count != table.Rows)
            problems.Add(null, nameof(options.InitialLabels), Say(labels.Count), $"labels for {table.Rows} rows; give one each.");
        if (options.InitialMeans is { } means && means.Any(mean => mean.Count != table.Width))
            problems.Add(null, nameof(options.InitialMeans), null, $"must each have {table.Width} numbers, one a column.");
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0) || double.IsInfinity(weights[row]))
                problems.Add(row, nameof(weights), Say(weights[row]), "is no finite weight ≥ 0.");
            sum += weights[row];
        }

        if (!weights.IsEmpty && weights.Length != table.Rows)
            problems.Add(null, nameof(weights), Say(weights.Length), $"weights for {table.Rows} rows; give one each, or none.");
        else if (!weights.IsEmpty && !(sum > 0 && !double.IsInfinity(sum)))
            problems.Add(null, nameof(weights), Say(sum), "is the sum of the weights; it must be finite and > 0.");
        problems.ThrowIfAny();
    }

    /// <summary>Columns that are constant or follow from others have a density without bound, unless the regularization holds it.</summary>
    public static void CheckSpread(NumericTable table, GaussianMixtureOptions options, double[] whole, double[] variances)
    {
        ProblemList problems = new();
        for (int j = 0; j < variances.Length; j++)
        {
            if (double.IsNaN(variances[j]) || double.IsInfinity(variances[j]))
                problems.Add(null, table.Names[j], null, "is so large that its variance overflows; put it on a smaller scale.");
            else if (!(variances[j] > 0) && options.Regularization == 0 && options.Covariance != CovarianceShape.Spherical)
                problems.Add(null, table.Names[j], null, "is constant: any mixture has infinite likelihood; leave the column out or give a regularization > 0.");
        }

        problems.ThrowIfAny();
        if (variances.Sum() + options.Regularization == 0)
            throw new DataRejectedException(new DataProblem { Message = "All rows are equal: any mixture has infinite likelihood. Give a regularization > 0 if one is wanted all the same." });
        if (whole.Length == variances.Length)
            return;
        double[] matrix = [.. whole];
        for (int j = 0; j < variances.Length; j++)
            matrix[(j * variances.Length) + j] += options.Regularization;
        double[] floors = Array.ConvertAll(variances, variance => CovarianceFactor.Least * variance);
        int column = CovarianceFactor.Invert(matrix, variances.Length, floors, new double[whole.Length], variances.Length, out _, out _);
        if (column >= 0)
            problems.Add(null, table.Names[column], null, $"follows linearly from the columns before it, or there are too few rows ({table.Rows}) for {variances.Length} columns: any mixture has infinite likelihood. Leave columns out, take diagonal covariances, or raise the regularization above {Say(floors[column])}.");
        problems.ThrowIfAny();
    }

    public static DataProblem AllCollapsed(NumericTable table, GaussianMixtureOptions options, int starts, (int Component, int Column) how) => new()
    {
        Field = nameof(options.Components),
        Value = Say(options.Components),
        Message = how.Column < 0
            ? $"components can't be fitted: in {(starts == 1 ? "the start" : $"all {starts} starts")} a component lost all its rows. Give fewer components."
            : $"components can't be fitted: in {(starts == 1 ? "the start" : $"all {starts} starts")} a component shrank to rows that don't vary in {table.Names[how.Column]} beyond rounding, where the likelihood runs to infinity. Give fewer components, simpler covariances, more starts, or a larger regularization than {Say(options.Regularization)}.",
    };

    private static string Say(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
