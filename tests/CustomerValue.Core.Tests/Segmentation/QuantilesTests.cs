using CustomerValue.Segmentation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation;

public class QuantilesTests
{
    [Fact]
    public void Type_7_of_eight_numbers_is_as_R_gives_it()
        // quantile(c(1, 2, 4, 8, 16, 32, 64, 128), 1:4/5)
        => AssertNear([2.8, 7.2, 19.2, 51.2], Quantiles.Inner([128, 1, 64, 2, 32, 4, 16, 8], 5));

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal([7, 7, 7, 7], Quantiles.Inner([7], 5));

    /// <summary>Enough values for the buckets to be used; whole numbers are heavily tied, negatives, both zeros and the largest numbers occur.</summary>
    [Property(MaxTest = 60)]
    public void Buckets_find_what_sorting_finds(int seed, byte kind, byte bins)
    {
        Random random = new(seed);
        double[] values = new double[random.Next(1, kind % 2 == 0 ? 5000 : 100_000)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (kind % 5) switch
            {
                0 => random.Next(4),
                1 => random.NextDouble() - 0.5,
                2 => Math.Exp(40 * (random.NextDouble() - 0.5)),
                3 => random.Next(3) switch { 0 => -0.0, 1 => 0.0, _ => random.Next(3) },
                _ => random.Next(2) == 0 ? double.MaxValue : double.MinValue,
            };
        }

        int count = 2 + (bins % 8);
        double[] sorted = [.. values.Order()];
        double[] found = Quantiles.Inner(values, count);
        Assert.Equal(count - 1, found.Length);
        for (int k = 1; k < count; k++)
        {
            long position = (values.Length - 1L) * k;
            double low = sorted[position / count], high = sorted[(position + count - 1) / count], part = position % count / (double)count;
            Assert.Equal(low == high ? low : ((1 - part) * low) + (part * high), found[k - 1]);
        }
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 12);
    }
}
