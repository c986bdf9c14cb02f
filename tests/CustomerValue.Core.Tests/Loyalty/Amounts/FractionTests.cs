using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Tests.Loyalty.Amounts;

/// <summary>Exact numbers at the edges: where 64 bits end, signs, lowest terms, and what can't be said.</summary>
public sealed class FractionTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.50", "-1/2")]
    [InlineData("31.8", "159/5")]
    [InlineData("31.0", "31")]
    [InlineData("-7", "-7")]
    [InlineData("0.000000000000000001", "1/1000000000000000000")]
    [InlineData("0.1000000000000000000000000000", "1/10")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-922337203685477580.7", "-9223372036854775807/10")]
    public void A_decimal_is_what_it_says(string value, string fraction) =>
        Assert.Equal(fraction, Fraction.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("9223372036854775808", "digits")] // 2^63
    [InlineData("18446744073709551616", "digits")] // 2^64: only the highest of three words
    [InlineData("79228162514264337593543950335", "digits")]
    [InlineData("0.0000000000000000001", "decimals")]
    public void What_does_not_fit_is_refused_with_its_value(string value, string what)
    {
        OverflowException thrown = Assert.Throws<OverflowException>(() => Fraction.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(what, thrown.Message);
        Assert.Contains(value, thrown.Message);
    }

    [Fact]
    public void Arithmetic_has_names_too()
    {
        Fraction half = Fraction.Of(1, 2);
        Fraction third = Fraction.Of(-2, -6);
        Assert.Equal(Fraction.Of(5, 6), Fraction.Add(half, third));
        Assert.Equal(Fraction.Of(1, 6), Fraction.Subtract(half, third));
        Assert.Equal(Fraction.Of(1, 6), Fraction.Multiply(half, third));
        Assert.Equal(Fraction.Of(3, 2), Fraction.Divide(half, third));
        Assert.Equal(Fraction.Of(1, -2), Fraction.Negate(half));
        Assert.True(third < half && half > third && half >= Fraction.Of(2, 4) && third <= Fraction.Of(2, 6) && !(half < Fraction.Of(2, 4)) && !(half > Fraction.Of(2, 4)));
    }

    [Fact]
    public void Large_numbers_pass_through_what_is_larger_still()
    {
        Fraction large = Fraction.Of(1L << 62, (1L << 61) - 1);
        Assert.Equal(Fraction.One, large / large);
        Assert.Equal(Fraction.Of(1L << 61, 1), Fraction.Of(1L << 62, 3) + Fraction.Of(1L << 61, 3));
        Assert.Equal(Fraction.Zero, large - large);
        Assert.Throws<OverflowException>(() => large * large);
        Assert.Throws<OverflowException>(() => -Fraction.Of(long.MinValue, 1));
        Assert.Contains("0", Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0)).Message);
        Assert.Throws<DivideByZeroException>(() => large / Fraction.Zero);
    }

    [Fact]
    public void An_unknown_mode_is_an_error() =>
        Assert.Contains("rounding mode", Assert.Throws<ArgumentOutOfRangeException>(() => Fraction.Of(1, 3).Round((RoundingMode)99)).Message);

    [Fact]
    public void Halves_of_32_bits_round_as_those_of_64()
    {
        // On either side of where the division of 32 bits ends.
        foreach (long denominator in new[] { 2, 1L << 31, uint.MaxValue - 1L, uint.MaxValue + 1L, 1L << 40 })
        {
            Assert.Equal(1, Fraction.Round(denominator / 2, denominator, RoundingMode.HalfUp));
            Assert.Equal(0, Fraction.Round(denominator / 2, denominator, RoundingMode.HalfDown));
            Assert.Equal(0, Fraction.Round(denominator / 2, denominator, RoundingMode.HalfEven));
            Assert.Equal(2, Fraction.Round(denominator + (denominator / 2), denominator, RoundingMode.HalfEven));
            Assert.Equal(-1, Fraction.Round(-denominator / 2, denominator, RoundingMode.HalfUp));
            Assert.Equal((-1, 0, 0), (Fraction.Round(-1, denominator, RoundingMode.Floor), Fraction.Round(-1, denominator, RoundingMode.Ceiling), Fraction.Round(-1, denominator, RoundingMode.Truncate)));
            Assert.Equal((0, 1, 0), (Fraction.Round(1, denominator, RoundingMode.Floor), Fraction.Round(1, denominator, RoundingMode.Ceiling), Fraction.Round(1, denominator, RoundingMode.Truncate)));
            Assert.Equal(3, Fraction.Round(3 * denominator, denominator, RoundingMode.Ceiling));
        }
    }
}
