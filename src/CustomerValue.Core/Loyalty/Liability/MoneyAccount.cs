namespace CustomerValue.Loyalty.Liability;

/// <summary>The accounts of the general ledger that points touch.</summary>
public enum MoneyAccount
{
    /// <summary>What customers paid, or owe.</summary>
    Receivable,

    /// <summary>Revenue from goods that were sold.</summary>
    RevenueFromGoods,

    /// <summary>Revenue from points that were redeemed.</summary>
    RevenueFromPoints,

    /// <summary>What customers paid for points that are not redeemed yet (a contract liability, IFRS 15.106).</summary>
    ContractLiability,
}
