namespace CustomerValue.LifetimeValue.Simple;

/// <summary>When the first margin of a value by constant retention comes, and whether the customer must stay for it.</summary>
public enum FirstMargin
{
    /// <summary>Now, for certain: what a customer is worth who is about to pay.</summary>
    Now,

    /// <summary>At the end of the first period, for certain.</summary>
    AtPeriodEnd,

    /// <summary>At the end of the first period, from those who stay: what a customer is still worth who has just paid.</summary>
    AtRenewal,
}
