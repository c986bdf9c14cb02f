using CustomerValue.Loyalty.Amounts;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Loyalty.Amounts;

/// <summary>Reversals add up to what was granted, for any split of a refund, in any order, under any mode and with any cap.</summary>
public sealed class CumulativeTests
{
    /// <summary>S18: a point for each 3.00 of 100.00, refunded ten times by 10.00.</summary>
    [Fact]
    public void Ten_refunds_of_ten_take_back_33_points()
    {
        Fraction exact = Fraction.Of(100) / Fraction.Of(3);
        long[] back = [.. Enumerable.Range(0, 11).Select(k => Cumulative.Reversal(exact, RoundingMode.Floor, 33, Fraction.Of(10 - k, 10)))];
        Assert.Equal([3, 4, 3, 3, 4, 3, 3, 4, 3, 3], back.Skip(1).Zip(back, (now, before) => now - before));
        Assert.Equal(33, back[10]);
    }

    [Property(MaxTest = 500)]
    public void Any_split_of_a_refund_is_one_refund(uint amount, byte perPoint, ushort[] refunds, byte trimmed)
    {
        Fraction exact = Fraction.Of(amount % 1_000_000, 100) / Fraction.Of(1 + (perPoint % 30), 1);
        long total = refunds.Sum(part => (long)part);
        foreach (RoundingMode mode in Enum.GetValues<RoundingMode>())
        {
            long granted = Math.Max(0, exact.Round(mode) - (trimmed % 3 == 0 ? trimmed : 0));
            (long back, long left, long whole) = (0, total, 0);
            foreach (ushort part in refunds)
            {
                left -= part;
                long now = total == 0 ? granted : Cumulative.Reversal(exact, mode, granted, Fraction.Of(left, total));
                Assert.InRange(now, back, granted);
                back = now;
                whole = Cumulative.Stays([exact], [Fraction.Of(left, Math.Max(1, total))], mode, byLine: false, granted);
                Assert.Equal(granted, total == 0 ? granted : back + whole);
            }

            Assert.Equal(granted, total == 0 ? granted : back);
        }
    }

    [Fact]
    public void Lines_are_rounded_together_or_one_by_one()
    {
        Fraction[] lines = [Fraction.Of(10.6m), Fraction.Of(10.6m), Fraction.Of(10.6m)];
        Fraction[] all = [Fraction.One, Fraction.One, Fraction.One], two = [Fraction.One, Fraction.Zero, Fraction.One];
        Assert.Equal((31, 30, 33, 21, 20), (Stays(all, RoundingMode.Floor, false), Stays(all, RoundingMode.Floor, true), Stays(all, RoundingMode.HalfUp, true), Stays(two, RoundingMode.Floor, false), Stays(two, RoundingMode.Floor, true)));
        Assert.Equal(25, Cumulative.Stays(lines, all, RoundingMode.Floor, false, 25));
        Assert.Throws<ArgumentException>(() => Cumulative.Stays(lines, [Fraction.One], RoundingMode.Floor, false, 31));

        long Stays(Fraction[] remaining, RoundingMode mode, bool byLine) => Cumulative.Stays(lines, remaining, mode, byLine, 100);
    }

    [Fact]
    public void Each_line_has_its_part()
    {
        Assert.Throws<ArgumentNullException>(() => Cumulative.Stays(null!, [], RoundingMode.Floor, false, 1));
        Assert.Contains("2 parts", Assert.Throws<ArgumentException>(() => Cumulative.Stays([Fraction.One, Fraction.One], [Fraction.One], RoundingMode.Floor, false, 1)).Message);
        Assert.Throws<ArgumentException>(() => Cumulative.Stays([Fraction.One], null!, RoundingMode.Floor, false, 1));
        Fraction large = Fraction.Of(long.MaxValue, 1);
        Assert.Throws<OverflowException>(() => Cumulative.Stays([large, large], [Fraction.One, Fraction.One], RoundingMode.Floor, byLine: true, 1));
        Assert.Equal(30, Cumulative.Reversal(Fraction.Of(100, 1), RoundingMode.Floor, 100, Fraction.Of(7, 10)));
    }
}
