using CustomerValue.Numerics;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Numerics;

public sealed class RadixSortTests
{
    [Property]
    public void Numbers_are_sorted_as_by_the_system(double[] values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)), double.PositiveInfinity, 0.0, -0.0, double.NegativeInfinity, double.Epsilon, -double.MaxValue];
        double[] sorted = [.. known];
        RadixSort.Sort(sorted);
        Array.Sort(known);
        Assert.Equal(known, sorted);
    }

    [Property]
    public void Rows_are_ordered_by_key_and_equal_ones_keep_their_order(uint[] some, byte bits)
    {
        ulong most = ulong.MaxValue >> (bits % 60);
        ulong[] keys = [.. some.Concat(some).Select(key => (key * 0x9E3779B97F4A7C15UL) & most)];
        (ulong[] sorted, int[] rows) = RadixSort.Order(keys, most);
        Assert.Equal(Enumerable.Range(0, keys.Length).OrderBy(row => keys[row]), rows);
        Assert.Equal(rows.Select(row => keys[row]), sorted);
    }
}
