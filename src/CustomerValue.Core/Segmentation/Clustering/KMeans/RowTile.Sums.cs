#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
#endif

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <content>What a tile adds to sums.</content>
internal sealed partial class RowTile
{
    /// <summary>Adds each row to the sums of its nearest centre, in the order of the rows.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public void AddTo(double[] sums, int[] counts, int count)
    {
        foreach (int centre in Nearest.AsSpan(0, count))
            counts[centre]++;
        int wide = 0;
#if NET
        if (Avx.IsSupported)
        {
            wide = width - (width % 4);
            AddByFour(sums, count);
        }
#endif
        for (int row = 0; row < count && wide < width; row++)
        {
            int sum = Nearest[row] * width;
            int at = ((row / Group) * Group * width) + (row % Group);
            for (int column = wide; column < width; column++)
                sums[sum + column] += values[at + (column * Group)];
        }
    }

    /// <summary>Moves a row from the sums of the centre that it had before to those of its nearest.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public void Move(int row, int before, double[] sums, int[] counts)
    {
        int now = Nearest[row];
        counts[before]--;
        counts[now]++;
        Span<double> old = sums.AsSpan(before * width, width), sum = sums.AsSpan(now * width, width);
        for (int column = 0, at = ((row / Group) * Group * width) + (row % Group); column < old.Length; column++, at += Group)
        {
            double value = values[at];
            old[column] -= value;
            sum[column] += value;
        }
    }

    /// <summary>The sum of the first <paramref name="count"/> squared distances, in four lanes that are joined in order.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public double Inertia(int count)
    {
        double first = 0, second = 0, third = 0, fourth = 0;
        int row = 0;
        for (; row + 4 <= count; row += 4)
        {
            first += Squared[row];
            second += Squared[row + 1];
            third += Squared[row + 2];
            fourth += Squared[row + 3];
        }

        for (; row < count; row++)
            first += Squared[row];
        return first + second + third + fourth;
    }
}
