namespace CustomerValue.Loyalty.Ledger;

/// <summary>The accounts, in their order.</summary>
internal static class LedgerAccounts
{
    public static readonly LedgerAccount[] All =
    [
        LedgerAccount.Issuer, LedgerAccount.Pending, LedgerAccount.Available, LedgerAccount.Held, LedgerAccount.Redeemed, LedgerAccount.Expired,
        LedgerAccount.Reversed, LedgerAccount.Debt, LedgerAccount.WrittenOff, LedgerAccount.Adjusted, LedgerAccount.Transferred,
    ];
}
