using System.Globalization;
using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Liability;

/// <summary>
/// Points that customers paid for together with goods (IFRS 15.B39–B43, Illustrative Example 52, IE267–IE270): a part of the price belongs to the points, by
/// relative stand-alone selling prices, and becomes revenue as they are redeemed, in proportion to all that are expected to be.
/// </summary>
public sealed record PointsContract
{
    /// <summary>What was paid in all.</summary>
    public required Money Price { get; init; }

    /// <summary>The part of it that belongs to the points.</summary>
    public required Money ForPoints { get; init; }

    /// <summary>The part of it that belongs to the goods.</summary>
    public Money ForGoods => Price - ForPoints;

    /// <summary>Splits a price: points × value × expected part against the goods' own price.</summary>
    /// <param name="price">What was paid; 0 or above.</param>
    /// <param name="goods">What the goods sell for by themselves; 0 or above, not 0 together with the points.</param>
    /// <param name="points">How many points were granted; 0 or above.</param>
    /// <param name="value">What a point is worth to the customer; 0 or above.</param>
    /// <param name="expected">The part of the points expected to be redeemed, from 0 to 1.</param>
    /// <param name="decimals">Decimals to round to, half to even, from 0 to 28; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static PointsContract Allocate(Money price, Money goods, decimal points, Money value, decimal expected, int? decimals = null)
    {
        if (expected is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "must be from 0 to 1, such as 0.97.");
        if (points < 0 || value.Amount < 0 || goods.Amount < 0 || price.Amount < 0)
            throw new ArgumentOutOfRangeException(nameof(points), points, "points, value, goods and price must be 0 or above.");
        decimal own = points * value.Amount * expected;
        decimal both = (goods + new Money(own, value.Currency)).Amount;
        if (both == 0)
            throw new ArgumentOutOfRangeException(nameof(goods), goods, "must be above 0 where the points are worth nothing: there is nothing to divide the price by.");
        return new() { Price = price, ForPoints = new(Rounded(price.Amount * own / both, decimals), price.Currency) };
    }

    /// <summary>What of the points' part is revenue by a date, since the beginning: part × redeemed ÷ expected in all. What is thought to be redeemed in the end may change; the part does not.</summary>
    /// <param name="redeemed">Points redeemed since the beginning; 0 or above.</param>
    /// <param name="expected">Points expected to be redeemed in the end, with those; not below them. Where both are 0 nothing will ever be redeemed, and all is revenue.</param>
    /// <param name="decimals">Decimals to round to, half to even; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Money RecognisedBy(decimal redeemed, decimal expected, int? decimals = null)
    {
        if (redeemed < 0 || expected < redeemed)
            throw new ArgumentOutOfRangeException(nameof(expected), expected, $"must be at least the {redeemed.ToString(CultureInfo.InvariantCulture)} points that were redeemed, which must not be negative.");
        return new(expected == 0 ? ForPoints.Amount : Rounded(ForPoints.Amount * redeemed / expected, decimals), Price.Currency);
    }

    /// <summary>What is entered when the sale is made.</summary>
    public IReadOnlyList<AccountingEntry> AtSale() =>
        Entries((MoneyAccount.Receivable, MoneyAccount.RevenueFromGoods, ForGoods), (MoneyAccount.Receivable, MoneyAccount.ContractLiability, ForPoints));

    /// <summary>What is entered at the end of a period: what is revenue by now less what was before, so that rounding never adds up. Where an estimate rose it may go the other way.</summary>
    /// <param name="before">What was revenue by the end of the period before.</param>
    /// <param name="now">What is by the end of this one.</param>
    public static IReadOnlyList<AccountingEntry> AtPeriodEnd(Money before, Money now) => Entries((MoneyAccount.ContractLiability, MoneyAccount.RevenueFromPoints, now - before));

    private static AccountingEntry[] Entries(params (MoneyAccount Debit, MoneyAccount Credit, Money Amount)[] entries) =>
    [
        .. entries.Where(entry => entry.Amount.Amount != 0)
            .Select(entry => entry.Amount.Amount > 0 ? new AccountingEntry(entry.Debit, entry.Credit, entry.Amount) : new AccountingEntry(entry.Credit, entry.Debit, -entry.Amount)),
    ];

    private static decimal Rounded(decimal amount, int? decimals) => decimals is { } places ? Math.Round(amount, places, MidpointRounding.ToEven) : amount;
}
