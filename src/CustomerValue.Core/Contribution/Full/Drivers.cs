namespace CustomerValue.Contribution.Full;

/// <summary>By what shared costs can be divided, a row a customer.</summary>
internal sealed class Drivers(decimal[] netSales, decimal[] grossMargin, decimal[] orders, Dictionary<string, decimal[]> quantities)
{
    /// <summary>The weights of a cost, none below 0.</summary>
    public decimal[] Of(SharedCost cost) => Array.ConvertAll(
        cost.Driver switch
        {
            AllocationDriver.NetSales => netSales,
            AllocationDriver.GrossMargin => grossMargin,
            AllocationDriver.Orders => orders,
            _ => quantities[cost.Activity!],
        },
        value => Math.Max(0, value));
}
