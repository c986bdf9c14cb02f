using System.Globalization;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>A mixture of normal distributions: f(x) = Σ w N(x; μ, C). Immutable and thread-safe.</summary>
public sealed class GaussianMixtureModel
{
    private readonly Components mixture;

    /// <summary>Makes a mixture from known parameters.</summary>
    /// <param name="covariance">The shape of the covariances.</param>
    /// <param name="components">1 to 1000; their weights sum to 1 within 1e-9.</param>
    /// <param name="report">How it was fitted, or null.</param>
    /// <exception cref="DataRejectedException">Parameters are missing, out of range, of different widths, or a covariance is not positive definite; lists every problem.</exception>
    public GaussianMixtureModel(CovarianceShape covariance, IReadOnlyList<GaussianComponent> components, GaussianMixtureReport? report = null)
    {
        MixtureCheck.Check(covariance, components ?? throw new ArgumentNullException(nameof(components)));
        (Covariance, Report) = (covariance, report);
        Components = Array.AsReadOnly(components.ToArray());
        int width = Width;
        double[][] means = [.. components.Select(component => component.Mean.ToArray())];
        double[][] covariances = [.. components.Select(component => covariance == CovarianceShape.Spherical ? [.. Enumerable.Repeat(component.Covariance[0], width)] : component.Covariance.ToArray())];
        mixture = Mixtures.Components.Make([.. components.Select(component => component.Weight)], means, covariances, new double[width], out (int Component, int Column) singular)
            ?? throw new DataRejectedException(new DataProblem { Field = $"components[{singular.Component}].covariance", Message = $"is not positive definite: column {singular.Column} has no variance of its own." });
    }

    /// <summary>The shape of the covariances.</summary>
    public CovarianceShape Covariance { get; }

    /// <summary>The components; of a fit the heaviest first.</summary>
    public IReadOnlyList<GaussianComponent> Components { get; }

    /// <summary>How many columns.</summary>
    public int Width => Components[0].Mean.Count;

    /// <summary>How it was fitted; null where it was made from parameters.</summary>
    public GaussianMixtureReport? Report { get; }

    /// <summary>The parameters as densities need them.</summary>
    internal Mixtures.Components Parameters => mixture;

    /// <summary>The most probable component of each row.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="components">One place a row, written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Assign(NumericTable table, Span<int> components, CancellationToken cancellationToken = default)
    {
        int[] found = new int[Places(table, components.Length)];
        Each(table, (block, from, rows) =>
        {
            for (int row = 0; row < rows; row++)
                found[from + row] = block.Likeliest(row);
        }, cancellationToken);
        found.AsSpan().CopyTo(components);
    }

    /// <summary>ln f of each row under the whole mixture.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="logDensities">One place a row, written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void LogDensity(NumericTable table, Span<double> logDensities, CancellationToken cancellationToken = default)
    {
        double[] found = new double[Places(table, logDensities.Length)];
        Each(table, (block, from, rows) => block.LogSums.AsSpan(0, rows).CopyTo(found.AsSpan(from)), cancellationToken);
        found.AsSpan().CopyTo(logDensities);
    }

    /// <summary>The probability of each component for each row; those of a row sum to 1.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="probabilities">A column a component, each one place a row; written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Probabilities(NumericTable table, IReadOnlyList<Memory<double>> probabilities, CancellationToken cancellationToken = default)
    {
        if (probabilities is null || probabilities.Count != Components.Count)
            throw new ArgumentException($"{probabilities?.Count ?? 0} columns were given for {Components.Count} components; give one each.", nameof(probabilities));
        foreach (Memory<double> column in probabilities)
            Places(table, column.Length);
        Each(table, (block, from, rows) =>
        {
            for (int k = 0; k < probabilities.Count; k++)
                block.Probabilities.AsSpan(k * MixtureBlock.Rows, rows).CopyTo(probabilities[k].Span.Slice(from));
        }, cancellationToken);
    }

    /// <summary>What the mixture says of one row, the same to the last bit as for many at once.</summary>
    /// <param name="values">One finite number a column.</param>
    /// <exception cref="DataRejectedException">A value is no finite number.</exception>
    public MixtureScore Score(ReadOnlySpan<double> values)
    {
        ReadOnlyMemory<double>[] columns = new ReadOnlyMemory<double>[values.Length];
        for (int j = 0; j < columns.Length; j++)
            columns[j] = new[] { values[j] };
        NumericTable table = new(columns);
        Places(table, 1);
        MixtureBlock block = new(mixture);
        Load(block, table, 0, 1);
        int best = block.Likeliest(0);
        double log = block.LogDensities[best * MixtureBlock.Rows];
        return new MixtureScore
        {
            Component = best,
            Probability = block.Probabilities[best * MixtureBlock.Rows],
            LogDensity = block.LogSums[0],
            Distance = Math.Sqrt(Math.Max(0, 2 * (mixture.Constants[best] - log))),
        };
    }

    /// <summary>The probabilities of one row.</summary>
    internal double[] Probabilities(ReadOnlySpan<double> values)
    {
        NumericTable table = new([.. values.ToArray().Select(value => (ReadOnlyMemory<double>)new[] { value })]);
        MixtureBlock block = new(mixture);
        Load(block, table, 0, 1);
        return [.. Enumerable.Range(0, Components.Count).Select(k => block.Probabilities[k * MixtureBlock.Rows])];
    }

    private void Load(MixtureBlock block, NumericTable table, int from, int rows)
    {
        block.Load(table, from, rows, default);
        block.Densities(mixture);
        block.Divide();
    }

    private int Places(NumericTable table, int places)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (table.Width != Width)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = table.Width.ToString(CultureInfo.InvariantCulture), Message = $"columns; the mixture has {Width}." });
        if (places != table.Rows)
            throw new ArgumentException($"The output has {places} places for {table.Rows} rows; it needs one a row.");
        return places;
    }

    private void Each(NumericTable table, Action<MixtureBlock, int, int> take, CancellationToken cancellationToken)
    {
        const int partRows = 64 * MixtureBlock.Rows;
        int parts = (table.Rows + partRows - 1) / partRows, workers = Math.Min(Partitions.Workers, parts);
        MixtureBlock[] ofWorker = [.. Enumerable.Range(0, workers).Select(_ => new MixtureBlock(mixture))];
        Partitions.For(parts, Math.Max(1, workers), (worker, part) =>
        {
            int end = Math.Min(table.Rows, (part + 1) * partRows);
            for (int from = part * partRows; from < end; from += MixtureBlock.Rows)
            {
                int rows = Math.Min(MixtureBlock.Rows, end - from);
                Load(ofWorker[worker], table, from, rows);
                take(ofWorker[worker], from, rows);
            }
        }, cancellationToken);
    }
}
