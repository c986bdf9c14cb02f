using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>Rows to start from, drawn by content or chosen by density.</summary>
internal static class PrototypeStarts
{
    /// <summary>
    /// Rows of categories that are dense and far from each other: the density is the mean share of a row's categories; the first is the densest, each next has the
    /// largest least density × mismatches. Of equal rows the first. Source: Cao, Liang &amp; Bai (2009), equations 3 to 5.
    /// </summary>
    public static int[] Dense(PrototypeRows rows, int k)
    {
        long[] frequencies = new long[rows.Cells], density = new long[rows.Rows], least = new long[rows.Rows];
        for (int row = 0; row < rows.Rows; row++)
        {
            foreach (int cell in rows.Codes(row))
                frequencies[cell]++;
        }

        for (int row = 0; row < rows.Rows; row++)
        {
            foreach (int cell in rows.Codes(row))
                density[row] += frequencies[cell];
            least[row] = long.MaxValue;
        }

        int[] starts = new int[k];
        starts[0] = Array.IndexOf(density, density.Max());
        for (int start = 1; start < k; start++)
        {
            for (int row = 0; row < rows.Rows; row++)
                least[row] = Math.Min(least[row], density[row] * Mismatches(rows.Codes(row), rows.Codes(starts[start - 1])));
            starts[start] = Array.IndexOf(least, least.Max());
        }

        return starts;
    }

    /// <summary>Distinct rows, each drawn with a probability in proportion to how many there are times the dissimilarity to the nearest that is drawn already.</summary>
    public static int[] Drawn(PrototypeRows rows, ContentRows contents, int k, long seed, int start)
    {
        RandomStream random = new(seed, start, 0, 0);
        double[] nearest = new double[contents.Firsts.Length];
        nearest.AsSpan().Fill(1);
        int[] starts = new int[k];
        HashSet<int> taken = [];
        for (int i = 0; i < k; i++)
        {
            double sum = 0;
            for (int distinct = 0; distinct < nearest.Length; distinct++)
                sum += contents.Weight(distinct) * nearest[distinct];
            int drawn = Draw(contents, nearest, taken, random.Uniform() * sum);
            taken.Add(drawn);
            starts[i] = contents.Row(drawn);
            for (int distinct = 0; distinct < nearest.Length; distinct++)
            {
                double apart = rows.Apart(contents.Row(distinct), rows.Numbers(starts[i]), rows.Codes(starts[i]));
                nearest[distinct] = i == 0 ? apart : Math.Min(nearest[distinct], apart);
            }
        }

        return starts;
    }

    private static int Draw(ContentRows contents, double[] nearest, HashSet<int> taken, double at)
    {
        int last = -1;
        for (int distinct = 0; distinct < nearest.Length; distinct++)
        {
            if (taken.Contains(distinct))
                continue;
            at -= contents.Weight(distinct) * nearest[distinct];
            // Where all that are left weigh nothing, or rounding went past the end, the last one will do.
            last = distinct;
            if (at < 0)
                break;
        }

        return last;
    }

    private static int Mismatches(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        int mismatches = 0;
        for (int column = 0; column < one.Length; column++)
            mismatches += one[column] != other[column] ? 1 : 0;
        return mismatches;
    }
}
