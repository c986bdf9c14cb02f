using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Computes <see cref="ClusterQuality"/>.</summary>
internal static class QualityMeasures
{
    public static ClusterQuality Of(NumericTable table, ReadOnlySpan<int> labels, int mostPairedRows, CancellationToken cancellationToken)
    {
        if (table.Rows == 0)
            throw new DataRejectedException(new DataProblem { Field = "table", Value = "0", Message = "rows; clusters are measured on at least one." });
        int[] order = RowOrder.Of(table, labels.Length == table.Rows ? labels : default);
        LabelGroups groups = new(labels, table.Rows, order);
        Centres centres = new(table, groups);
        bool judged = groups.Count > 1 && groups.Count < table.Rows;

        int[] sample = RowOrder.Sample(order, mostPairedRows);
        int[] sampled = new int[sample.Length];
        for (int i = 0; i < sample.Length; i++)
            sampled[i] = labels[sample[i]];
        DistanceSums? pairs = judged ? DistanceSums.Of(sample.Length == table.Rows ? table : RowOrder.Take(table, sample), sampled, cancellationToken) : null;
        judged = pairs is not null && pairs.Groups.Count > 1 && pairs.Groups.Count < sample.Length;
        Silhouette? silhouette = judged ? Silhouette.Of(pairs!) : null;
        PairMeasures? measures = judged ? new PairMeasures(pairs!) : null;
        return new ClusterQuality
        {
            Clusters = groups.Count,
            Sizes = Array.AsReadOnly(groups.Sizes),
            Inertia = centres.Within,
            TotalSumOfSquares = centres.Total,
            CalinskiHarabasz = groups.Count > 1 && groups.Count < table.Rows ? centres.CalinskiHarabasz() : null,
            DaviesBouldin = groups.Count > 1 && groups.Count < table.Rows ? centres.DaviesBouldin() : null,
            Entropy = groups.Count == 1 ? 0 : -groups.Sizes.Sum(size => size / (double)table.Rows * Math.Log(size / (double)table.Rows)),
            PairedRows = sample.Length,
            Silhouette = silhouette?.Mean,
            SilhouetteByCluster = silhouette?.ByCluster ?? [],
            Dunn = measures?.Dunn,
            Dunn2 = measures?.Dunn2,
            PearsonGamma = measures?.PearsonGamma,
            WithinBetweenRatio = measures?.WithinBetweenRatio,
        };
    }
}
