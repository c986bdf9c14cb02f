using System.Collections;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>A grown tree: nodes as arrays, and the customers of each leaf. Immutable.</summary>
internal sealed class QuantileTree(BinnedRows rows, int[] feature, byte[] bin, int[] child, int[] leafRows, BitArray grew)
{
    /// <summary>The customers in the leaf of one asked about, as places; all that grew the tree, once for each time drawn.</summary>
    public ReadOnlySpan<int> Leaf(ReadOnlySpan<double> features)
    {
        int node = 0;
        while (feature[node] >= 0)
        {
            // A bin is at most a split's bin where the value is at most its upper bound; what is not known is in the first bin.
            bool right = features[feature[node]] > rows.Bounds[feature[node]][bin[node]];
            node = child[node] + (right ? 1 : 0);
        }

        return Rows(node);
    }

    /// <summary>The same for a customer of the rows.</summary>
    public ReadOnlySpan<int> Leaf(BinnedRows rows, int place)
    {
        int node = 0;
        while (feature[node] >= 0)
            node = child[node] + (rows.Bins[feature[node]][place] > bin[node] ? 1 : 0);
        return Rows(node);
    }

    /// <summary>Whether a customer was among those drawn for the tree.</summary>
    public bool Grew(int place) => grew[place];

    /// <summary>A leaf keeps −1 − (its size) in place of a feature, and its first row in place of a child.</summary>
    private ReadOnlySpan<int> Rows(int node) => leafRows.AsSpan(child[node], -1 - feature[node]);
}
