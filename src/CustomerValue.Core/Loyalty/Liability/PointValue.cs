using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Liability;

/// <summary>What a unit of a wallet is worth in money.</summary>
internal readonly record struct PointValue(Wallet Wallet, decimal PerUnit, Currency Currency)
{
    /// <summary>The value that the version in force says: what a point costs when it is redeemed, or itself where the wallet holds money.</summary>
    public static PointValue Of(ProgramVersions programs, Instant asOf, string? wallet)
    {
        IReadOnlyList<Wallet> wallets = programs.Nearest(asOf).Wallets;
        Wallet of = (wallet is null && wallets.Count == 1 ? wallets[0] : wallets.FirstOrDefault(each => each.Id == wallet))
            ?? throw new ArgumentException($"There is no wallet '{wallet}'; the programme has {string.Join(", ", wallets.Select(each => each.Id))}.", nameof(wallet));
        decimal value = of.LiabilityUnitValue?.Amount ?? (of.Currency is null
            ? throw new ArgumentException($"Wallet {of.Id} does not say what a point is worth; give it a liability unit value.", nameof(wallet))
            : 1);
        for (int at = 0; at < of.Scale; at++)
            value /= 10;
        return new(of, value, of.LiabilityUnitValue?.Currency ?? of.Currency!.Value);
    }

    /// <summary>Whole points and their decimals.</summary>
    public decimal Points(decimal units)
    {
        for (int at = 0; at < Wallet.Scale; at++)
            units /= 10;
        return units;
    }

    public Money Times(decimal units) => new(units * PerUnit, Currency);
}
