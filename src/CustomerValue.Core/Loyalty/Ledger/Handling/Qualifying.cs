using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>What counts towards a tier.</summary>
internal static class Qualifying
{
    /// <summary>What points of a wallet count; 0 where the programme's tiers count something else.</summary>
    public static decimal OfPoints(LedgerTransaction tx, Wallet wallet, decimal points) =>
        tx.Setup.Programs.Nearest(tx.OccurredAt).Program.Tiers is { Basis: TierBasis.QualifyingPoints } tiers && (tiers.Wallet is null || tiers.Wallet == wallet.Id) ? points : 0;

    public static decimal OfUnits(LedgerTransaction tx, Wallet wallet, long units)
    {
        decimal points = units;
        for (int at = 0; at < wallet.Scale; at++)
            points /= 10;
        return OfPoints(tx, wallet, points);
    }

    /// <summary>What an order counts: its eligible amount, itself, or nothing.</summary>
    public static decimal OfOrder(LedgerTransaction tx, decimal eligibleAmount) => tx.Setup.Programs.Nearest(tx.OccurredAt).Program.Tiers?.Basis switch
    {
        TierBasis.Spend => eligibleAmount,
        TierBasis.Visits => 1,
        _ => 0,
    };
}
