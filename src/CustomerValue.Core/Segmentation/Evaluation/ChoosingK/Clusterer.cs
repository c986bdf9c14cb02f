using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Makes a number of clusters, such as k-means does: the hook by which any method is judged. Called from several threads at once.</summary>
/// <param name="table">The rows.</param>
/// <param name="clusters">How many, ≥ 1.</param>
/// <param name="cancellationToken">Stops the work.</param>
/// <returns>A cluster a row, any numbers.</returns>
public delegate IReadOnlyList<int> Clusterer(NumericTable table, int clusters, CancellationToken cancellationToken);
