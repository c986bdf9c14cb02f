namespace CustomerValue.Loyalty.Tiers;

/// <summary>What happens at the end of a period in which the tier was not reached again.</summary>
public enum Downgrade
{
    /// <summary>One level down, or to what was reached, whichever is higher (soft landing).</summary>
    OneDown,

    /// <summary>To what was reached in the period.</summary>
    BalanceBased,
}
