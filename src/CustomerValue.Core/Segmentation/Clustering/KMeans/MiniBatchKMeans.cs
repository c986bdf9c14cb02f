using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// K-means for rows that do not fit into memory, batch after batch: each batch moves every centre to the mean of all rows that were nearest to
/// it in this pass so far. The first batch is clustered alone for the first centres, so it should be a fair sample. The same answer for any
/// number of threads; the order of batches counts. Source: Sculley (2010), "Web-scale k-means clustering", algorithm 1, its rates begun anew in each pass.
/// </summary>
public static class MiniBatchKMeans
{
    /// <summary>Fits centres.</summary>
    /// <param name="batches">Tables with the same columns; enumerated once a pass, so it has to give the same batches again. None may be empty.</param>
    /// <param name="options">How many clusters and how the first batch is clustered; <see cref="KMeansOptions.MaxIterations"/> limits the passes too. Null for five clusters.</param>
    /// <param name="tolerance">The passes end when the sum of squared distances falls by no more than this part of it. Range: ≥ 0.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The centres; sizes and inertia are those of a last pass that moves nothing. Iterations are passes that moved centres.</returns>
    /// <exception cref="DataRejectedException">Options are invalid, there are no batches, batches have different columns, or the first has fewer distinct rows than clusters.</exception>
    public static KMeansModel Fit(IEnumerable<NumericTable> batches, KMeansOptions? options = null, double tolerance = 1e-4, CancellationToken cancellationToken = default)
    {
        if (batches is null)
            throw new ArgumentNullException(nameof(batches));
        if (!(tolerance >= 0))
            throw new DataRejectedException(new DataProblem { Field = nameof(tolerance), Value = tolerance.ToString(CultureInfo.InvariantCulture), Message = "is not ≥ 0." });
        options ??= new KMeansOptions();
        NumericTable first = batches.FirstOrDefault() ?? throw new DataRejectedException(new DataProblem { Field = nameof(batches), Message = "are none; give at least one batch of rows." });
        KMeansModel start = KMeansEstimator.Fit(first, options, cancellationToken);
        double[] centres = [.. start.Centres.SelectMany(centre => centre)];
        (double before, int passes, bool converged) = (double.PositiveInfinity, 0, false);
        while (!converged && passes < options.MaxIterations)
        {
            double inertia = Pass(batches, centres, first.Width, new long[options.K], moves: true, cancellationToken).Inertia;
            converged = before - inertia <= tolerance * inertia;
            (before, passes) = (inertia, passes + 1);
        }

        long[] sizes = new long[options.K];
        (double last, double total) = Pass(batches, centres, first.Width, sizes, moves: false, cancellationToken);
        return new KMeansModel(centres, first.Width, sizes) { Inertia = last, TotalSquares = total, Iterations = passes, Converged = converged };
    }

    /// <summary>One pass: the squared distances to the centres as they were when a batch came, and to the mean of all.</summary>
    private static (double Inertia, double Total) Pass(IEnumerable<NumericTable> batches, double[] centres, int width, long[] counts, bool moves, CancellationToken cancellationToken)
    {
        (double inertia, double total, long rows) = (0, 0, 0);
        double[] means = new double[width];
        foreach (NumericTable batch in batches)
        {
            Check(batch, width);
            (double[] origin, double squares) = KMeansEstimator.Spread(batch);
            RowPass pass = new(batch, origin, counts.Length);
            pass.Run([.. centres.Select((value, i) => value - origin[i % width])], new int[batch.Rows], afresh: true, cancellationToken);
            inertia += pass.Inertia;
            total += squares;
            for (int column = 0; column < width; column++)
            {
                // The mean of all so far, and what the distance of the two means adds to the squares.
                double apart = origin[column] - means[column];
                means[column] += apart * batch.Rows / (rows + batch.Rows);
                total += apart * apart * rows * batch.Rows / (rows + batch.Rows);
            }

            rows += batch.Rows;
            for (int cluster = 0; cluster < counts.Length; cluster++)
            {
                counts[cluster] += pass.Counts[cluster];
                for (int i = cluster * width; moves && i < (cluster + 1) * width && pass.Counts[cluster] > 0; i++)
                {
                    double mean = origin[i % width] + (pass.Sums[i] / pass.Counts[cluster]);
                    centres[i] += (mean - centres[i]) * pass.Counts[cluster] / counts[cluster];
                }
            }
        }

        return (inertia, total);
    }

    private static void Check(NumericTable batch, int width)
    {
        if (batch.Width != width || batch.Rows == 0)
            throw new DataRejectedException(new DataProblem { Field = "batches", Value = $"{batch.Rows} × {batch.Width}", Message = $"rows and columns in a batch; give at least one row, and {width} columns as in the first batch." });
    }
}
