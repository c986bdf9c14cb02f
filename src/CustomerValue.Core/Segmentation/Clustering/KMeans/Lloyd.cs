using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Lloyd's iteration: every row to its nearest centre, every centre to the mean of its rows, until no row changes. Works on values less the
/// columns' means. Source: Lloyd (1982), "Least squares quantization in PCM".
/// </summary>
internal sealed class Lloyd
{
    /// <summary>So many passes apart all rows are added up again.</summary>
    private const int Afresh = 32;

    /// <summary>Tables of fewer rows stay in the cache, where bounds save little.</summary>
    private const int Many = 4096;

    private readonly NumericTable table;
    private readonly double[] origin;
    private readonly int[] labels;
    private readonly RowPass pass;
    private readonly StayBounds? bounds;

    public Lloyd(NumericTable table, double[] origin, int k, bool? bounded = null, int? workers = null)
    {
        (this.table, this.origin) = (table, origin);
        labels = new int[table.Rows];
        pass = new RowPass(table, origin, k, workers);
        bounds = bounded ?? (k > 1 && table.Rows >= Many && table.Width <= GapSearch.Widest) ? new StayBounds(table, origin, k) : null;
    }

    /// <summary>Moves the centres, given and returned less the origin, one after the other.</summary>
    public LloydRun Run(double[] start, int maxIterations, CancellationToken cancellationToken)
    {
        double[] centres = (double[])start.Clone();
        labels.AsSpan().Fill(-1);
        bounds?.Start(start);
        for (int iteration = 1; ; iteration++)
        {
            pass.Run(centres, labels, iteration % Afresh == 1, cancellationToken, iteration == maxIterations ? null : bounds);
            bool empty = pass.Counts.AsSpan().IndexOf(0L) >= 0;
            bool converged = pass.Changed == 0 && !empty;
            if (converged)
            {
                // Sums that rows were moved in and out of have gathered rounding; the last ones have none of it.
                pass.Run(centres, labels, afresh: true, cancellationToken);
            }

            double[] before = (double[])centres.Clone();
            for (int i = 0; i < centres.Length; i++)
            {
                long count = pass.Counts[i / table.Width];
                centres[i] = count == 0 ? centres[i] : pass.Sums[i] / count;
            }

            if (empty)
                Refill(centres, cancellationToken);
            bounds?.Move(before, centres);
            if (converged || iteration == maxIterations)
                return new LloydRun(centres, pass.Inertia, iteration, converged);
        }
    }

    /// <summary>
    /// Puts the centres that nobody is near to on the rows that are farthest from theirs. Of equally far rows the one whose values come first is
    /// taken, so that the order of rows does not count. Each such step lowers the inertia, so it can't go on for ever.
    /// </summary>
    private void Refill(double[] centres, CancellationToken cancellationToken)
    {
        int width = table.Width;
        for (int centre = 0; centre < pass.K; centre++)
        {
            if (pass.Counts[centre] > 0)
                continue;
            int farthest = -1;
            double most = 0;
            for (int row = 0; row < table.Rows; row++)
            {
                if (row % Many == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                double squared = Nearest(centres, row, centre);
                if (squared > most || (squared == most && farthest >= 0 && RowContents.Compare(table, row, farthest) < 0))
                    (most, farthest) = (squared, row);
            }

            if (farthest < 0)
                throw new DataRejectedException(RowContents.TooFew(pass.K));
            for (int column = 0; column < width; column++)
                centres[(centre * width) + column] = table[column][farthest] - origin[column];
        }
    }

    /// <summary>The squared distance of a row to the nearest centre that has rows, or has been put on one.</summary>
    private double Nearest(double[] centres, int row, int empty)
    {
        int width = table.Width;
        double least = double.PositiveInfinity;
        for (int centre = 0; centre < pass.K; centre++)
        {
            if (pass.Counts[centre] == 0 && centre >= empty)
                continue;
            double sum = 0;
            for (int column = 0; column < width; column++)
            {
                double apart = table[column][row] - origin[column] - centres[(centre * width) + column];
                sum += apart * apart;
            }

            least = Math.Min(least, sum);
        }

        return least;
    }
}
