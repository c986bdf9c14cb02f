using CustomerValue.Customers;
using CustomerValue.Loyalty.Liability;

namespace CustomerValue.Tests.Loyalty.Liability;

/// <summary>Anchor A1: IFRS 15 Illustrative Example 52 (IE267–IE270) with the figures of KPMG's handbook, example 10A/10B.</summary>
public sealed class PointsContractTests
{
    private static readonly Currency Dollar = new("USD");

    private static readonly PointsContract Kpmg = new() { Price = Of(100_000), ForPoints = Of(9_000) };

    [Fact]
    public void The_price_is_split_by_what_each_part_sells_for_by_itself()
    {
        PointsContract contract = PointsContract.Allocate(Of(100_000), Of(100_000), 10_000, Of(1), 0.97m);
        Assert.Equal(100_000m * 9_700m / 109_700m, contract.ForPoints.Amount);
        Assert.Equal(8_842.30m, Math.Round(contract.ForPoints.Amount, 2));
        Assert.Equal(91_157.70m, PointsContract.Allocate(Of(100_000), Of(100_000), 10_000, Of(1), 0.97m, 2).ForGoods.Amount);
        Assert.Equal(Of(100_000), contract.ForGoods + contract.ForPoints);
        Assert.Equal(
            [new(MoneyAccount.Receivable, MoneyAccount.RevenueFromGoods, Of(91_000)), new(MoneyAccount.Receivable, MoneyAccount.ContractLiability, Of(9_000))],
            Kpmg.AtSale());
    }

    [Theory]
    [InlineData(9_900, 3_552)]
    [InlineData(9_200, 4_140)]
    public void Revenue_follows_what_is_redeemed_of_what_is_expected(int expectedInYear3, int year3)
    {
        Money year2 = Kpmg.RecognisedBy(4_500, 9_700, 0);
        Assert.Equal(Of(4_175), year2);
        Assert.Equal(9_000m * 4_500 / 9_700, Kpmg.RecognisedBy(4_500, 9_700).Amount);
        Assert.Equal(Of(year3), Kpmg.RecognisedBy(8_500, expectedInYear3, 0) - year2);
        Assert.Equal([new(MoneyAccount.ContractLiability, MoneyAccount.RevenueFromPoints, Of(4_175))], PointsContract.AtPeriodEnd(Of(0), year2));
    }

    [Fact]
    public void An_estimate_that_rises_takes_revenue_back()
    {
        Assert.Equal([new(MoneyAccount.RevenueFromPoints, MoneyAccount.ContractLiability, Of(5))], PointsContract.AtPeriodEnd(Of(20), Of(15)));
        Assert.Empty(PointsContract.AtPeriodEnd(Of(20), Of(20)));
    }

    [Fact]
    public void All_is_revenue_when_all_that_will_ever_be_redeemed_is()
    {
        Assert.Equal(Kpmg.ForPoints, Kpmg.RecognisedBy(9_700, 9_700));
        Assert.Equal(Kpmg.ForPoints, Kpmg.RecognisedBy(0, 0));
    }

    [Fact]
    public void Bad_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpmg.RecognisedBy(101, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpmg.RecognisedBy(-1, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointsContract.Allocate(Of(1), Of(1), 1, Of(1), 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointsContract.Allocate(Of(1), Of(1), -1, Of(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PointsContract.Allocate(Of(1), Of(0), 0, Of(1), 1));
    }

    private static Money Of(decimal amount) => new(amount, Dollar);
}
