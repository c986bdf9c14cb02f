using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>
/// Models of parameters that the data leave possible, each as likely as the others: drawn from the asymptotic normal of a fit, by a
/// bootstrap, or from a posterior. Quantiles over them hold both what is uncertain: the parameters, and at given parameters the outcome.
/// Immutable and thread-safe.
/// </summary>
public sealed class ModelDraws
{
    private const int RowsOfBlock = 1024;

    private readonly PurchaseModel[] models;

    /// <summary>Takes models, all of one unit; at least one.</summary>
    public ModelDraws(IEnumerable<PurchaseModel> models)
    {
        this.models = [.. models ?? throw new ArgumentNullException(nameof(models))];
        if (this.models.Length == 0)
            throw new ArgumentException("There is no model; give at least one.", nameof(models));
        if (this.models.Any(model => model.Unit != this.models[0].Unit))
            throw new ArgumentException("The models have different units; give models of one fit.", nameof(models));
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<PurchaseModel> Models => models;

    /// <summary>
    /// Draws from the normal distribution that the parameters of a fit have in large samples: by the logarithms of those that must be
    /// above 0, by the others as they are. Null where the fit has no covariance or parameters alone don't make the model.
    /// </summary>
    /// <param name="fit">A fit with a finite optimum.</param>
    /// <param name="draws">How many, ≥ 1.</param>
    /// <param name="seed">The seed.</param>
    public static ModelDraws? Asymptotic(FitResult<PurchaseModel> fit, int draws, int seed)
    {
        if (fit is null)
            throw new ArgumentNullException(nameof(fit));
        if (draws < 1)
            throw new ArgumentOutOfRangeException(nameof(draws), draws, "There is at least one draw.");
        double[] theta = fit.Report.Parameters.Select(parameter => parameter.Value).ToArray();
        if (fit.Report.Covariance is not { } covariance || covariance.Count != theta.Length || fit.Model.WithParameters(theta) is null)
            return null;
        int[] uncertain = Enumerable.Range(0, theta.Length).Where(i => covariance[i][i] > 0).ToArray();
        bool[] positive = uncertain.Select(i => MustBePositive(fit.Model, theta, i)).ToArray();
        double Scale(int k) => positive[k] ? theta[uncertain[k]] : 1;
        Matrix<double> root = Matrix<double>.Build.Dense(uncertain.Length, uncertain.Length, (k, l) => covariance[uncertain[k]][uncertain[l]] / (Scale(k) * Scale(l))).Cholesky().Factor;
        Random random = new(seed);
        return new(Enumerable.Range(0, draws).Select(_ => Draw()).ToArray());

        PurchaseModel Draw()
        {
            Vector<double> moves = root.Multiply(Vector<double>.Build.Dense(uncertain.Length, _ => Normal.Sample(random, 0, 1)));
            double[] drawn = (double[])theta.Clone();
            for (int k = 0; k < uncertain.Length; k++)
                drawn[uncertain[k]] = positive[k] ? drawn[uncertain[k]] * Math.Exp(moves[k]) : drawn[uncertain[k]] + moves[k];
            return fit.Model.WithParameters(drawn)!;
        }
    }

    /// <summary>A number of the model with the spread that the draws give it: their mean, standard deviation and percentiles.</summary>
    /// <param name="number">The number.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    public NumberInterval Interval(Func<PurchaseModel, double> number, double level = 0.95)
    {
        if (number is null)
            throw new ArgumentNullException(nameof(number));
        double[] values = Array.ConvertAll(models, model => number(model));
        double mean = values.Average();
        double error = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        (double low, double high) = Levels.Percentiles(values, level);
        return new(mean, error, low, high);
    }

    /// <summary>Percentiles over the draws of any column of numbers: parameter uncertainty alone.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="score">Writes a column by a model, such as its expected purchases. Called from several threads, with parts of the columns.</param>
    /// <param name="level">How much an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    public void Intervals(SummaryColumns columns, Action<PurchaseModel, SummaryColumns, double[]> score, double level, Span<double> low, Span<double> high)
    {
        ColumnCheck.Length(columns, low.Length);
        ColumnCheck.Length(columns, high.Length);
        if (score is null)
            throw new ArgumentNullException(nameof(score));
        (double[] from, double[] to) = (new double[columns.Count], new double[columns.Count]);
        Blocks(columns, (block, start) =>
        {
            double[][] scores = Array.ConvertAll(models, model =>
            {
                double[] column = new double[block.Count];
                score(model, block, column);
                return column;
            });
            double[] draws = new double[models.Length];
            for (int row = 0; row < block.Count; row++)
            {
                for (int draw = 0; draw < draws.Length; draw++)
                    draws[draw] = scores[draw][row];
                (from[start + row], to[start + row]) = Levels.Percentiles(draws, level);
            }
        });
        from.AsSpan().CopyTo(low);
        to.AsSpan().CopyTo(high);
    }

    /// <summary>Probability of exactly <paramref name="purchases"/> ≥ 0 purchases in (T, T + <paramref name="horizon"/>], over all draws.</summary>
    public double ProbabilityOfPurchases(int purchases, PurchaseSummary customer, double horizon) =>
        models.Average(model => model.ProbabilityOfPurchases(purchases, customer, horizon));

    /// <summary>The smallest number n of purchases in (T, T + <paramref name="horizon"/>] with P(N ≤ n) ≥ <paramref name="probability"/>: parameter and outcome uncertainty together.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="horizon">Finite and ≥ 0, in the models' unit.</param>
    /// <param name="probability">In (0, 1).</param>
    public int PurchaseQuantile(PurchaseSummary customer, double horizon, double probability)
    {
        // The mixture's quantile lies between the least and the greatest of its parts'.
        int[] quantiles = Array.ConvertAll(models, model => model.PurchaseQuantile(customer, horizon, probability));
        int greatest = quantiles.Max();
        if (quantiles.Min() == greatest)
            return greatest;
        double reached = 0;
        for (int n = 0; n < greatest; n++)
        {
            reached += ProbabilityOfPurchases(n, customer, horizon);
            if (reached >= probability)
                return n;
        }

        return greatest;
    }

    /// <summary>The same for every customer, on several threads.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="purchases">One number a row, written.</param>
    public void PurchaseQuantiles(SummaryColumns columns, double horizon, double probability, Span<int> purchases)
    {
        ColumnCheck.Length(columns, purchases.Length);
        int[] written = new int[columns.Count];
        Blocks(columns, (block, start) =>
        {
            for (int row = 0; row < block.Count; row++)
                written[start + row] = PurchaseQuantile(block[row], horizon, probability);
        });
        written.AsSpan().CopyTo(purchases);
    }

    private static void Blocks(SummaryColumns columns, Action<SummaryColumns, int> work) => Partitions.For(
        (columns.Count + RowsOfBlock - 1) / RowsOfBlock,
        Partitions.Workers,
        (_, part) => work(DistinctRows.Rows(columns, [.. Enumerable.Range(part * RowsOfBlock, Math.Min(RowsOfBlock, columns.Count - (part * RowsOfBlock)))]), part * RowsOfBlock),
        CancellationToken.None);

    /// <summary>A model refuses the negative of a parameter that must be above 0; a report doesn't say which those are.</summary>
    private static bool MustBePositive(PurchaseModel model, double[] theta, int parameter)
    {
        double[] turned = (double[])theta.Clone();
        turned[parameter] = -turned[parameter];
        try
        {
            return model.WithParameters(turned) is null;
        }
        catch (DataRejectedException)
        {
            return true;
        }
    }
}
