using System.Numerics;
using CustomerValue.Loyalty.Amounts;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Loyalty.Amounts;

/// <summary>Exact fractions against whole numbers without bounds, in all modes, at ties, below zero and at the ends of what fits.</summary>
public sealed class RoundingPackTests
{
    private static readonly RoundingMode[] Modes = Enum.GetValues<RoundingMode>();

    /// <summary>Floor, Ceiling, Truncate, HalfUp, HalfDown, HalfEven of a number of units, here of 0.1, 0.01 and 0.001.</summary>
    [Theory]
    [InlineData("0.5", 0, "0 1 0 1 0 0")]
    [InlineData("1.5", 0, "1 2 1 2 1 2")]
    [InlineData("2.5", 0, "2 3 2 3 2 2")]
    [InlineData("-0.5", 0, "-1 0 0 -1 0 0")]
    [InlineData("-1.5", 0, "-2 -1 -1 -2 -1 -2")]
    [InlineData("-2.5", 0, "-3 -2 -2 -3 -2 -2")]
    [InlineData("0.05", 1, "0 1 0 1 0 0")]
    [InlineData("0.15", 1, "1 2 1 2 1 2")]
    [InlineData("-0.25", 1, "-3 -2 -2 -3 -2 -2")]
    [InlineData("0.005", 2, "0 1 0 1 0 0")]
    [InlineData("0.015", 2, "1 2 1 2 1 2")]
    [InlineData("0.025", 2, "2 3 2 3 2 2")]
    [InlineData("1.005", 2, "100 101 100 101 100 100")]
    [InlineData("-0.005", 2, "-1 0 0 -1 0 0")]
    [InlineData("0.49999999999999", 0, "0 1 0 0 0 0")]
    [InlineData("0.50000000000001", 0, "0 1 0 1 1 1")]
    [InlineData("-0.50000000000001", 0, "-1 0 0 -1 -1 -1")]
    [InlineData("7", 0, "7 7 7 7 7 7")]
    [InlineData("-7", 0, "-7 -7 -7 -7 -7 -7")]
    public void Ties_go_where_the_mode_says(string value, int scale, string rounded)
    {
        Fraction units = Fraction.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) * Fraction.Of((long)BigInteger.Pow(10, scale), 1);
        Assert.Equal(rounded, string.Join(' ', Modes.Select(mode => units.Round(mode))));
    }

    /// <summary>S01 and S02: three lines of 10.60; a half per cent of 1, 3 and 5; one per cent of 100.50.</summary>
    [Fact]
    public void The_scenarios_come_out_to_the_unit()
    {
        Fraction line = Fraction.Of(10.60m);
        Assert.Equal((31, 30, 33, 32), ((line * Fraction.Of(3, 1)).Round(RoundingMode.Floor), 3 * line.Round(RoundingMode.Floor), 3 * line.Round(RoundingMode.HalfUp), (line + line + line).Round(RoundingMode.HalfEven)));
        Assert.Equal("159/5", (line + line + line).ToString());
        Fraction[] cents = [.. new[] { 1.00m, 3.00m, 5.00m }.Select(order => Fraction.Of(order) * Fraction.Of(0.005m) * Fraction.Of(100, 1))];
        Assert.Equal([1, 2, 3], cents.Select(cent => cent.Round(RoundingMode.HalfUp)));
        Assert.Equal([0, 2, 2], cents.Select(cent => cent.Round(RoundingMode.HalfEven)));
        Assert.Equal([0, 1, 2], cents.Select(cent => cent.Round(RoundingMode.Floor)));
        Assert.Equal(101, (Fraction.Of(100.50m) * Fraction.Of(0.01m) * Fraction.Of(100, 1)).Round(RoundingMode.HalfUp));
    }

    [Property(MaxTest = 1000)]
    public void Rounding_is_that_of_whole_numbers_without_bounds(long numerator, int denominator, bool large)
    {
        if (denominator == 0)
            return;
        // Small parts make ties, large ones make overflow where it was not thought of.
        Fraction value = large ? Fraction.Of(numerator / 2, denominator) : Fraction.Of(numerator % 100, (denominator % 12) + 13);
        foreach (RoundingMode mode in Modes)
        {
            long rounded = value.Round(mode);
            Assert.Equal(Oracle(value, mode), rounded);
            BigInteger miss = BigInteger.Abs((rounded * (BigInteger)value.Denominator) - value.Numerator);
            Assert.True(mode >= RoundingMode.HalfUp ? 2 * miss <= value.Denominator : miss < value.Denominator);
        }
    }

    [Property(MaxTest = 1000)]
    public void Arithmetic_is_that_of_whole_numbers_without_bounds(int a, int b, int c, int d)
    {
        (long p, long q, long r, long s) = (a, 1 + Math.Abs((long)b), c, 1 + Math.Abs((long)d));
        Fraction left = Fraction.Of(p, q), right = Fraction.Of(r, s);
        Assert.Equal(Exact(((BigInteger)p * s) + ((BigInteger)r * q), (BigInteger)q * s), Parts(left + right));
        Assert.Equal(Exact(((BigInteger)p * s) - ((BigInteger)r * q), (BigInteger)q * s), Parts(left - right));
        Assert.Equal(Exact((BigInteger)p * r, (BigInteger)q * s), Parts(left * right));
        if (r != 0)
            Assert.Equal(Exact((BigInteger)p * s, (BigInteger)q * r), Parts(left / right));
        Assert.Equal(((BigInteger)p * s).CompareTo((BigInteger)r * q), left.CompareTo(right));
        int order = ((BigInteger)p * s).CompareTo((BigInteger)r * q);
        Assert.Equal([order < 0, order > 0, order <= 0, order >= 0, order == 0], [left < right, left > right, left <= right, left >= right, left == right]);
        Assert.Equal(Fraction.Zero, left - left);
        Assert.Equal((left + right).GetHashCode(), (right + left).GetHashCode());
    }

    [Property(MaxTest = 500)]
    public void A_sum_of_many_is_the_same_in_any_order(int[] parts)
    {
        Fraction forward = parts.Aggregate(Fraction.Zero, (sum, part) => sum + Fraction.Of(part, 60));
        Fraction backward = parts.Reverse().Aggregate(Fraction.Zero, (sum, part) => sum + Fraction.Of(part, 60));
        Assert.Equal(Exact(parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part), 60), Parts(forward));
        Assert.Equal(forward, backward);
    }

    [Property(MaxTest = 500)]
    public void A_decimal_is_itself(long units, byte scale)
    {
        int decimals = scale % 19;
        decimal value = new((int)units, (int)(units >> 32) & int.MaxValue, 0, units < 0, (byte)decimals);
        BigInteger magnitude = (uint)units | ((BigInteger)((units >> 32) & int.MaxValue) << 32);
        Assert.Equal(Exact(units < 0 ? -magnitude : magnitude, BigInteger.Pow(10, decimals)), Parts(Fraction.Of(value)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Fraction most = Fraction.Of(long.MaxValue, 1), least = Fraction.Of(long.MinValue, 1), finest = Fraction.Of(1, long.MaxValue);
        Action[] tooMuch =
        [
            () => _ = most + Fraction.One, () => _ = least - Fraction.One, () => _ = -least, () => _ = most * Fraction.Of(2, 1), () => _ = most / Fraction.Of(1, 2),
            () => _ = finest * Fraction.Of(1, 2), () => _ = finest + Fraction.Of(1, 2), () => _ = Fraction.Of(1, long.MinValue), () => _ = Fraction.Of(decimal.MaxValue), () => _ = Fraction.Of(1e-19m),
        ];
        Assert.All(tooMuch, action => Assert.Throws<OverflowException>(action));
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
        Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.Of(1, 2).Round((RoundingMode)99));
        Assert.Equal((long.MaxValue, long.MinValue), (most.Round(RoundingMode.Ceiling), least.Round(RoundingMode.Floor)));
        Assert.Equal(Fraction.Of(1, 2), Fraction.Of(0.5000000000000000000m));
        Assert.All(Modes, mode => Assert.Equal(mode is RoundingMode.Ceiling ? 1 : 0, finest.Round(mode)));
    }

    private static BigInteger Oracle(Fraction value, RoundingMode mode)
    {
        BigInteger n = value.Numerator, d = value.Denominator;
        BigInteger sign = n.Sign, size = BigInteger.Abs(n);
        return mode switch
        {
            RoundingMode.Floor => Floor(n, d),
            RoundingMode.Ceiling => -Floor(-n, d),
            RoundingMode.Truncate => sign * Floor(size, d),
            RoundingMode.HalfUp => sign * Floor((2 * size) + d, 2 * d),
            RoundingMode.HalfDown => -sign * Floor(-((2 * size) - d), 2 * d),
            _ => Floor((2 * size) + d, 2 * d) is var up && ((2 * size) + d) % (2 * d) == 0 && !up.IsEven ? sign * (up - 1) : sign * up,
        };
    }

    private static BigInteger Floor(BigInteger numerator, BigInteger denominator)
    {
        BigInteger whole = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    private static (BigInteger, BigInteger) Exact(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return (numerator / divisor, denominator / divisor);
    }

    private static (BigInteger, BigInteger) Parts(Fraction value) => (value.Numerator, value.Denominator);
}
