using System.Collections;
using CustomerValue.Numerics;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>Grows trees on customers drawn with replacement: each split takes the bin that lowers the sum of squares most. Kept for many trees, one after the other.</summary>
internal sealed class TreeGrower(BinnedRows rows, int leafSize, int tried)
{
    private readonly int[] drawn = new int[rows.Rows];
    private readonly int[] spare = new int[rows.Rows];
    private readonly double[] sums = new double[256];
    private readonly int[] counts = new int[256];
    private readonly int[] features = new int[rows.Bins.Length];

    public QuantileTree Grow(RandomStream random)
    {
        BitArray grew = new(rows.Rows);
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = (int)(random.Uniform() * rows.Rows);
        // In rising order the columns are read forward.
        Array.Sort(drawn);
        foreach (int place in drawn)
            grew[place] = true;
        List<int> feature = [0], child = [0];
        List<byte> bin = [0];
        Stack<(int Node, int From, int To)> open = new([(0, 0, drawn.Length)]);
        while (open.Count > 0)
        {
            (int node, int from, int to) = open.Pop();
            (int Feature, int Bin)? split = to - from < 2 * leafSize ? null : Best(from, to, ref random);
            if (split is not { } best)
            {
                (feature[node], child[node]) = (-1 - (to - from), from);
                continue;
            }

            (feature[node], bin[node], child[node]) = (best.Feature, (byte)best.Bin, feature.Count);
            int middle = Part(from, to, rows.Bins[best.Feature], best.Bin);
            open.Push((feature.Count + 1, middle, to));
            open.Push((feature.Count, from, middle));
            feature.AddRange([0, 0]);
            child.AddRange([0, 0]);
            bin.AddRange([0, 0]);
        }

        return new QuantileTree(rows, [.. feature], [.. bin], [.. child], (int[])drawn.Clone(), grew);
    }

    /// <summary>The split with the largest Σ(sum²/count) of both sides, of equals the first found; null where no side can be large enough.</summary>
    private (int Feature, int Bin)? Best(int from, int to, ref RandomStream random)
    {
        for (int i = 0; i < features.Length; i++)
            features[i] = i;
        double most = double.NegativeInfinity;
        (int Feature, int Bin)? best = null;
        for (int i = 0; i < tried; i++)
        {
            int other = i + (int)(random.Uniform() * (features.Length - i));
            (features[i], features[other]) = (features[other], features[i]);
            byte[] bins = rows.Bins[features[i]];
            int last = rows.Bounds[features[i]].Length;
            Array.Clear(sums, 0, last + 1);
            Array.Clear(counts, 0, last + 1);
            double all = 0;
            foreach (int place in drawn.AsSpan(from, to - from))
            {
                sums[bins[place]] += rows.Spend[place];
                counts[bins[place]]++;
                all += rows.Spend[place];
            }

            double left = 0;
            int count = 0;
            for (int bin = 0; bin < last; bin++)
            {
                left += sums[bin];
                count += counts[bin];
                if (counts[bin] == 0 || count < leafSize || to - from - count < leafSize)
                    continue;
                double gain = (left * left / count) + ((all - left) * (all - left) / (to - from - count));
                if (gain > most)
                    (most, best) = (gain, (features[i], bin));
            }
        }

        return best;
    }

    /// <summary>Puts those up to a bin first, each side in its order.</summary>
    private int Part(int from, int to, byte[] bins, int bin)
    {
        int left = from, right = 0;
        for (int i = from; i < to; i++)
        {
            if (bins[drawn[i]] <= bin)
                drawn[left++] = drawn[i];
            else
                spare[right++] = drawn[i];
        }

        Array.Copy(spare, 0, drawn, left, right);
        return left;
    }
}
