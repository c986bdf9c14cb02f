namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>A field of an order that conditions ask for.</summary>
public enum OrderField
{
    /// <summary>The channel.</summary>
    Channel,

    /// <summary>The store.</summary>
    Store,

    /// <summary>The means of payment.</summary>
    Payment,
}
