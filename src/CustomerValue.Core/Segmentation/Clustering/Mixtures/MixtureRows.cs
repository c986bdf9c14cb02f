using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>The rows that a mixture is fitted on, and passes over them in parts that don't depend on how many threads there are.</summary>
internal sealed class MixtureRows
{
    private const int LeastRows = 4096;
    private const int MostParts = 256;
    private readonly int workers;
    private readonly int[] noLabels = [];

    public MixtureRows(NumericTable table, ReadOnlyMemory<double> weights, int workers)
    {
        (Table, Weights, this.workers) = (table, weights, workers);
        foreach (double weight in weights.Span)
            TotalWeight += weight;
        if (weights.IsEmpty)
            TotalWeight = table.Rows;
    }

    public NumericTable Table { get; }

    /// <summary>One a row; empty where all are 1.</summary>
    public ReadOnlyMemory<double> Weights { get; }

    public double TotalWeight { get; }

    /// <summary>Expectation and sums in one: each row's probabilities, and what they add up to.</summary>
    public MixtureSums Pass(Components mixture, CancellationToken cancellationToken) => Pass(mixture, (block, _, _) => block.Divide(), false, cancellationToken);

    /// <summary>The same, with the entropy of the probabilities.</summary>
    public MixtureSums LastPass(Components mixture, CancellationToken cancellationToken) => Pass(mixture, (block, _, _) => block.Divide(), true, cancellationToken);

    /// <summary>The sums where each row belongs wholly to its likeliest component, or to the one given.</summary>
    public MixtureSums HardPass(Components mixture, int[]? labels, CancellationToken cancellationToken) =>
        Pass(mixture, (block, from, rows) => block.Decide(labels is null ? noLabels : labels.AsSpan(from, rows)), false, cancellationToken);

    /// <summary>Mean and covariance of all rows.</summary>
    public (double[] Mean, double[] Covariance) Whole(bool diagonal, CancellationToken cancellationToken)
    {
        double[] centre = new double[Table.Width];
        for (int j = 0; j < centre.Length; j++)
            centre[j] = Table[j][0];
        for (int pass = 0; ; pass++)
        {
            MixtureSums sums = Pass(Components.Everything(centre, diagonal), cancellationToken);
            centre = sums.Mean(0);
            if (pass == 1)
                return (centre, sums.Covariance(0));
        }
    }

    private MixtureSums Pass(Components mixture, Action<MixtureBlock, int, int> share, bool withEntropy, CancellationToken cancellationToken)
    {
        int parts = Math.Max(1, Math.Min(MostParts, Table.Rows / LeastRows));
        int blocks = (Table.Rows + MixtureBlock.Rows - 1) / MixtureBlock.Rows;
        int partRows = (blocks + parts - 1) / parts * MixtureBlock.Rows;
        parts = (Table.Rows + partRows - 1) / partRows;
        int used = Math.Min(workers, parts), size = mixture.Count * MixtureSums.Stride(mixture);
        MixtureBlock[] ofWorker = [.. Enumerable.Range(0, used).Select(_ => new MixtureBlock(mixture))];
        double[] sums = new double[parts * size], likelihoods = new double[parts], entropies = new double[parts];
        Partitions.For(parts, used, (worker, part) =>
        {
            MixtureBlock block = ofWorker[worker];
            block.Clear();
            int end = Math.Min(Table.Rows, (part + 1) * partRows);
            for (int from = part * partRows; from < end; from += MixtureBlock.Rows)
            {
                int rows = Math.Min(MixtureBlock.Rows, end - from);
                block.Load(Table, from, rows, Weights.Span);
                block.Densities(mixture);
                share(block, from, rows);
                likelihoods[part] += block.LogLikelihood();
                entropies[part] += withEntropy ? block.Entropy() : 0;
                block.Accumulate(mixture);
            }

            block.Write(sums.AsSpan(part * size, size));
        }, cancellationToken);

        double[] total = new double[size];
        for (int at = 0; at < sums.Length; at++)
            total[at % size] += sums[at];
        return new MixtureSums(mixture, total, likelihoods.Sum(), entropies.Sum());
    }
}
