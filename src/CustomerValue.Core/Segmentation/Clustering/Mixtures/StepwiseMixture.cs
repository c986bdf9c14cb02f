using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>
/// A mixture that learns from batches, for rows that don't fit in memory: each batch's sums join those of the batches before with the weight
/// γ = (t + 2)^−a, and the parameters follow. Keeps sums and no rows. Immutable: a step gives a new one. Batches should be alike, shuffled and
/// of thousands of rows; the end is near the optimum, not on it. Source: Cappé &amp; Moulines (2009), "On-line expectation–maximization
/// algorithm for latent data models", eq. 10 and 15.
/// </summary>
public sealed class StepwiseMixture
{
    private readonly Components mixture;
    private readonly double regularization;
    private readonly double decay;

    /// <summary>Starts from a mixture, such as one fitted on the first batch.</summary>
    /// <param name="start">The mixture so far.</param>
    /// <param name="regularization">As in <see cref="GaussianMixtureOptions.Regularization"/>.</param>
    /// <param name="decay">a above: nearer to ½ forgets faster. Range: (0.5, 1]. Default: 0.6.</param>
    /// <exception cref="DataRejectedException">A number is out of range.</exception>
    public StepwiseMixture(GaussianMixtureModel start, double regularization = 1e-6, double decay = 0.6)
        : this(start ?? throw new ArgumentNullException(nameof(start)), start.Parameters, regularization, decay, 0, 0, double.NaN)
    {
        ProblemList problems = new();
        if (!(regularization >= 0) || double.IsInfinity(regularization))
            problems.Add(null, nameof(regularization), $"{regularization}", "is no finite number ≥ 0.");
        if (!(decay > 0.5 && decay <= 1))
            problems.Add(null, nameof(decay), $"{decay}", "is not in (0.5, 1].");
        problems.ThrowIfAny();
    }

    private StepwiseMixture(GaussianMixtureModel model, Components mixture, double regularization, double decay, int batches, long rows, double before)
    {
        (Model, this.mixture, this.regularization, this.decay) = (model, mixture, regularization, decay);
        (Batches, Rows, MeanLogDensity) = (batches, rows, before);
    }

    /// <summary>The mixture after the batches so far, its components in the order of the start.</summary>
    public GaussianMixtureModel Model { get; }

    /// <summary>Batches learnt from.</summary>
    public int Batches { get; }

    /// <summary>Rows learnt from.</summary>
    public long Rows { get; }

    /// <summary>Mean ln f of the last batch's rows before it was learnt from, so an honest forecast; NaN before the first.</summary>
    public double MeanLogDensity { get; }

    /// <summary>Learns from a batch.</summary>
    /// <param name="batch">Rows of the mixture's columns.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The mixture after it; this one stays as it is.</returns>
    /// <exception cref="DataRejectedException">The batch has other columns or no rows, or a component collapsed.</exception>
    public StepwiseMixture Add(NumericTable batch, CancellationToken cancellationToken = default)
    {
        if (batch is null)
            throw new ArgumentNullException(nameof(batch));
        if (batch.Width != Model.Width || batch.Rows == 0)
            throw new DataRejectedException(new DataProblem { Field = nameof(batch), Value = $"{batch.Rows} × {batch.Width}", Message = $"rows and columns; a batch has at least one row and the mixture's {Model.Width} columns." });
        MixtureRows rows = new(batch, default, Partitions.Workers);
        MixtureSums sums = rows.Pass(mixture, cancellationToken);
        double step = Math.Pow(Batches + 2, -decay);
        int count = mixture.Count, width = mixture.Width;
        double[] weights = new double[count];
        double[][] means = new double[count][], covariances = new double[count][];
        for (int k = 0; k < count; k++)
            (weights[k], means[k], covariances[k]) = Join(sums, k, rows.TotalWeight, step);
        MixtureFit.Shape(Model.Covariance, regularization * step, weights, covariances, width);
        Components made = Components.Make(weights, means, covariances, new double[width], out (int Component, int Column) collapse)
            ?? throw new DataRejectedException(new DataProblem { Field = nameof(batch), Message = $"has made component {collapse.Component + 1} shrink to rows that don't vary; start with fewer components or a larger regularization." });
        return new StepwiseMixture(new GaussianMixtureModel(Model.Covariance, made.List(Model.Covariance)), made, regularization, decay, Batches + 1, Rows + batch.Rows, sums.LogLikelihood / batch.Rows);
    }

    /// <summary>Moments of old and new together, each around its own mean, so that nothing cancels.</summary>
    private (double Weight, double[] Mean, double[] Covariance) Join(MixtureSums sums, int k, double total, double step)
    {
        double old = (1 - step) * mixture.Weights[k], share = step * sums.Weight(k) / total, weight = old + share;
        double[] mean = mixture.Means.AsSpan(k * mixture.Padded, mixture.Width).ToArray(), covariance = [.. mixture.Covariances[k]];
        if (!(share > 0))
            return (weight, mean, covariance);
        double[] added = sums.Mean(k), spread = sums.Covariance(k);
        double part = share / weight;
        int width = mean.Length;
        double[] apart = [.. added.Select((value, j) => value - mean[j])];
        for (int at = 0; at < covariance.Length; at++)
        {
            (int i, int j) = mixture.IsDiagonal ? (at, at) : (at / width, at % width);
            covariance[at] = ((1 - part) * covariance[at]) + (part * spread[at]) + (part * (1 - part) * (apart[i] * apart[j]));
        }

        return (weight, [.. mean.Select((value, j) => value + (part * apart[j]))], covariance);
    }
}
