namespace CustomerValue.Segmentation.Rfm;

/// <summary>
/// Values cut into clusters with the least sum of squares, exactly: with values in order a cluster is a run, so the best cuts follow from those of
/// the values before. Source: Wang &amp; Song (2011), "Ckmeans.1d.dp", equation 1; as best cuts only move up, a table's row is filled by
/// halves, in O(n log n) for n distinct values.
/// </summary>
internal static class ValueClusters
{
    /// <summary>The least value of each cluster but the first, ascending; fewer where there are fewer distinct values. Of cuts that are equally good, the lowest.</summary>
    public static double[] Cuts(ReadOnlySpan<double> values, int clusters)
    {
        (double[] distinct, Moments moments) = Group(values);
        int n = distinct.Length, k = Math.Min(clusters, n);
        double[] before = new double[n], own = new double[n];
        int[][] starts = new int[k][];
        for (int last = 0; last < n; last++)
            before[last] = moments.Squares(0, last);
        for (int cluster = 1; cluster < k; cluster++)
        {
            starts[cluster] = new int[n];
            FillRow(moments, before, own, starts[cluster], cluster);
            (before, own) = (own, before);
        }

        double[] cuts = new double[k - 1];
        for (int cluster = k - 1, last = n - 1; cluster > 0; cluster--)
        {
            int start = starts[cluster][last];
            cuts[cluster - 1] = distinct[start];
            last = start - 1;
        }

        return cuts;
    }

    /// <summary>Fills a row by halves: the best start for the middle bounds those on either side.</summary>
    private static void FillRow(Moments moments, double[] before, double[] own, int[] starts, int cluster)
    {
        Stack<(int From, int To, int Least, int Most)> open = new();
        open.Push((cluster, own.Length - 1, cluster, own.Length - 1));
        while (open.Count > 0)
        {
            (int from, int to, int least, int most) = open.Pop();
            if (from > to)
                continue;
            int middle = (from + to) / 2, best = least;
            double squares = double.PositiveInfinity;
            for (int start = least; start <= Math.Min(middle, most); start++)
            {
                double here = before[start - 1] + moments.Squares(start, middle);
                if (here < squares)
                    (squares, best) = (here, start);
            }

            (own[middle], starts[middle]) = (squares, best);
            open.Push((from, middle - 1, least, best));
            open.Push((middle + 1, to, best, most));
        }
    }

    private static (double[] Distinct, Moments Moments) Group(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        // Halving first keeps the difference of the largest numbers finite.
        double middle = sorted[sorted.Length / 2], scale = 2 * Math.Max(Math.Abs((sorted[0] / 2) - (middle / 2)), Math.Abs((sorted[sorted.Length - 1] / 2) - (middle / 2)));
        scale = scale > 0 ? Math.Min(scale, double.MaxValue) : 1;
        List<double> distinct = [];
        List<int> counts = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] == sorted[i - 1])
            {
                counts[counts.Count - 1]++;
                continue;
            }

            distinct.Add(sorted[i]);
            counts.Add(1);
        }

        return ([.. distinct], new Moments(distinct, counts, middle, scale));
    }

    /// <summary>Running sums of the values, measured from their median on a scale of 1 so that squares neither overflow nor cancel.</summary>
    private sealed class Moments
    {
        private readonly double[] weights;
        private readonly double[] sums;
        private readonly double[] squares;

        public Moments(List<double> distinct, List<int> counts, double middle, double scale)
        {
            weights = new double[distinct.Count + 1];
            sums = new double[weights.Length];
            squares = new double[weights.Length];
            for (int i = 0; i < distinct.Count; i++)
            {
                double value = (distinct[i] / scale) - (middle / scale);
                weights[i + 1] = weights[i] + counts[i];
                sums[i + 1] = sums[i] + (counts[i] * value);
                squares[i + 1] = squares[i] + (counts[i] * value * value);
            }
        }

        /// <summary>The sum of squares of the distinct values first to last, both included, about their mean.</summary>
        public double Squares(int first, int last)
        {
            if (first == last)
                return 0;
            double sum = sums[last + 1] - sums[first];
            return Math.Max(0, squares[last + 1] - squares[first] - (sum * sum / (weights[last + 1] - weights[first])));
        }
    }
}
