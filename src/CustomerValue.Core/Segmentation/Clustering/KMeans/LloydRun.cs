namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>What one start came to.</summary>
/// <param name="Centres">One after the other, less the origin.</param>
/// <param name="Inertia">Sum of squared distances to the nearest centres.</param>
/// <param name="Iterations">Passes over the rows, the one that changed nothing included.</param>
/// <param name="Converged">Whether no row changed in the end.</param>
internal sealed record LloydRun(double[] Centres, double Inertia, int Iterations, bool Converged);
