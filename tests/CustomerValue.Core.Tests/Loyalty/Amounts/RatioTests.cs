using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Tests.Loyalty.Amounts;

/// <summary>A ratio is as exact as a fraction, also where its product leaves 64 bits and has to be brought to lowest terms.</summary>
public sealed class RatioTests
{
    private static readonly long[] Parts = [0, 1, 2, 3, 10, 1L << 31, 1L << 32, 3L << 40, 1L << 61, 3 * (1L << 61), long.MaxValue];

    [Fact]
    public void It_comes_to_what_a_fraction_comes_to()
    {
        int beyond = 0;
        foreach (long a in Parts)
        {
            foreach (long b in Parts.Where(part => part > 0))
            {
                foreach (long c in Parts)
                {
                    Check(() => Fraction.Of(a, b) * Fraction.Of(c, 1), () => new Ratio(a, b).Times(c));
                    foreach (long d in Parts.Where(part => part > 0))
                    {
                        Check(() => Fraction.Of(a, b) * Fraction.Of(c, d), () => new Ratio(a, b).Times(new Ratio(c, d)));
                        Check(() => Fraction.Of(a, b) + Fraction.Of(c, d), () => new Ratio(a, b).Plus(new Ratio(c, d)));
                    }
                }
            }
        }

        Assert.True(beyond > 100);

        void Check(Func<Fraction> exact, Func<Ratio> ratio)
        {
            Fraction expected;
            try
            {
                expected = exact();
            }
            catch (OverflowException)
            {
                // What no fraction can say, a ratio that need not be in lowest terms may or may not.
                beyond++;
                return;
            }

            Assert.Equal(expected, ratio().Lowest);
            Assert.Equal(expected.Round(RoundingMode.HalfEven), ratio().Round(RoundingMode.HalfEven));
        }
    }

    [Fact]
    public void Without_leaving_64_bits_it_keeps_its_terms()
    {
        Assert.Equal(new Ratio(6, 4), new Ratio(3, 4).Times(2));
        Assert.Equal(new Ratio(6, 8), new Ratio(3, 4).Times(new Ratio(2, 2)));
        Assert.Equal(new Ratio(4, 4), new Ratio(3, 4).Plus(new Ratio(1, 4)));
        Assert.Equal(new Ratio(2, 4), Ratio.Zero.Plus(new Ratio(2, 4)));
        Assert.Equal(new Ratio(long.MaxValue, 4), new Ratio(long.MaxValue - 1, 4).Plus(new Ratio(1, 4)));
        Assert.Equal(Fraction.Zero, default(Ratio).Lowest);
        // The sum of the terms does not fit; in lowest terms it does.
        Assert.Equal(new Ratio(1L << 62, 1), new Ratio(3 * (1L << 61), 3).Plus(new Ratio(3 * (1L << 61), 3)));
    }
}
