using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A member's points of one wallet, in units of the wallet (10^−scale of a point).</summary>
public sealed record PointsBalance
{
    /// <summary>The wallet.</summary>
    public required string Wallet { get; init; }

    /// <summary>Decimals of a point.</summary>
    public required int Scale { get; init; }

    /// <summary>To be spent; below 0 only under AllowNegative.</summary>
    public long Available { get; init; }

    /// <summary>Granted, not yet to be spent.</summary>
    public long Pending { get; init; }

    /// <summary>Set aside by holds.</summary>
    public long Held { get; init; }

    /// <summary>Owed by the member.</summary>
    public long Debt { get; init; }

    /// <summary>Granted so far.</summary>
    public long Issued { get; init; }

    /// <summary>Spent so far, less what was given back.</summary>
    public long Redeemed { get; init; }

    /// <summary>Expired so far.</summary>
    public long Expired { get; init; }

    /// <summary>Taken back so far because what earned them was undone.</summary>
    public long Reversed { get; init; }

    /// <summary>Borne by the issuer so far.</summary>
    public long WrittenOff { get; init; }

    /// <summary>The lots that are left, in the order in which they are spent.</summary>
    public IReadOnlyList<PointsLot> Lots { get; init; } = [];

    internal static PointsBalance Empty(Wallet wallet) => new() { Wallet = wallet.Id, Scale = wallet.Scale };

    internal static PointsBalance Of(WalletState state)
    {
        PointsLot[] lots = new PointsLot[state.Open.Count];
        for (int at = 0; at < lots.Length; at++)
        {
            Lot lot = state.Open[at];
            lots[at] = new(lot.Terms.Number, lot.Available + lot.Pending, lot.Pending > 0, lot.Terms);
        }

        return new()
        {
            Wallet = state.Wallet.Id,
            Scale = state.Wallet.Scale,
            Available = state[LedgerAccount.Available],
            Pending = state[LedgerAccount.Pending],
            Held = state[LedgerAccount.Held],
            Debt = -state[LedgerAccount.Debt],
            Issued = -state[LedgerAccount.Issuer],
            Redeemed = state[LedgerAccount.Redeemed],
            Expired = state[LedgerAccount.Expired],
            Reversed = state[LedgerAccount.Reversed],
            WrittenOff = -state[LedgerAccount.WrittenOff],
            Lots = lots,
        };
    }
}
