using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Tests.Loyalty.Amounts;

/// <summary>Amounts in millionths: exact, or none.</summary>
public sealed class MillionthsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0.0000000000", 0)]
    [InlineData("0.000001", 1)]
    [InlineData("0.0000010", 1)]
    [InlineData("31.80", 31_800_000)]
    [InlineData("1.0000000", 1_000_000)]
    [InlineData("4294967295", 4_294_967_295_000_000)] // the last of 32 bits
    [InlineData("4294.967296", 4_294_967_296)]
    [InlineData("42949672.96", 42_949_672_960_000)]
    [InlineData("1000000000000", 1_000_000_000_000_000_000)]
    [InlineData("1000000000000.000000", 1_000_000_000_000_000_000)]
    [InlineData("1000000000000.000001", -1)]
    [InlineData("79228162514264337593543950335", -1)]
    [InlineData("0.0000001", -1)]
    [InlineData("0.0000015", -1)]
    [InlineData("-0.000001", -1)]
    [InlineData("-1", -1)]
    public void An_amount_has_so_many(string amount, long millionths) =>
        Assert.Equal(millionths, Millionths.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
}
