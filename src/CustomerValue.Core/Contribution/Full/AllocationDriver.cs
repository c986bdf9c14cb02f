namespace CustomerValue.Contribution.Full;

/// <summary>By what a shared cost is divided among customers. Below 0 counts as 0.</summary>
public enum AllocationDriver
{
    /// <summary>Net sales.</summary>
    NetSales,

    /// <summary>Gross margin.</summary>
    GrossMargin,

    /// <summary>Distinct orders; where a purchase has none, days with a purchase.</summary>
    Orders,

    /// <summary>The quantity of an activity.</summary>
    Activity,
}
